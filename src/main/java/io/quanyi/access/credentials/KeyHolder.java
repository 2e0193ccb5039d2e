package io.quanyi.access.credentials;

import java.util.Set;

/**
 * The holder of a configured API key.
 *
 * @param principal {@code key:} and the id of the key, the name of the holder in drafts and in the audit log
 * @param roles the roles of the holder
 * @param fingerprint a text that changes with the key and with its roles, and tells neither
 */
public record KeyHolder(String principal, Set<Role> roles, String fingerprint) {}
