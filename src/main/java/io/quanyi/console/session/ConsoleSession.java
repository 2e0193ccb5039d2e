package io.quanyi.console.session;

import io.quanyi.access.credentials.Role;
import java.time.Instant;
import java.util.Set;

/**
 * The session of a person who has signed in.
 *
 * @param id tells sessions apart
 * @param principal the person, as drafts and the audit log name callers
 * @param name the name of the person, for pages
 * @param roles the roles of the person
 * @param credential the fingerprint of the credential, whose change ends the session
 * @param signedIn when the person has signed in
 * @param seen the last request of the session, give or take a minute
 */
public record ConsoleSession(
        String id, String principal, String name, Set<Role> roles, String credential, Instant signedIn, Instant seen) {

    ConsoleSession seenAt(Instant now) {
        return new ConsoleSession(id, principal, name, roles, credential, signedIn, now);
    }
}
