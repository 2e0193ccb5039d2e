package io.quanyi.access.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Identifies callers by the configured API keys. */
final class AcceptedApiKeys {

    private record Entry(String hash, Set<Role> roles) {}

    /** The hash that a key with an unknown id is compared with, so that the time taken does not tell which ids exist. */
    private static final String NOBODY = ApiKey.hashOf("nobody");

    private final Map<String, Entry> entries;

    /** @param keys in which {@link ApiKeyFaults} found none */
    AcceptedApiKeys(List<AccessProperties.Key> keys) {
        this.entries =
                keys.stream().collect(Collectors.toUnmodifiableMap(AccessProperties.Key::id, AcceptedApiKeys::entry));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The caller that a key stands for; empty if the key is not accepted. */
    Optional<Authentication> callerOf(String text) {
        String id = ApiKey.idOf(text).orElse("");
        Optional<Entry> entry = Optional.ofNullable(entries.get(id));
        byte[] kept = bytes(entry.map(Entry::hash).orElse(NOBODY));
        boolean same = MessageDigest.isEqual(kept, bytes(ApiKey.hashOf(text)));
        return entry.filter(found -> same).map(found -> caller(id, found));
    }

    private static Authentication caller(String id, Entry entry) {
        return new PreAuthenticatedAuthenticationToken("key:" + id, "", RoleAuthorities.of(entry.roles()));
    }

    private static Entry entry(AccessProperties.Key key) {
        return new Entry(key.hash(), RoleAuthorities.roles(key.roles()));
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
