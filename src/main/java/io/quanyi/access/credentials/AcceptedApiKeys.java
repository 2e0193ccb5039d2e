package io.quanyi.access.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The API keys that are accepted now. They are replaced as a whole while requests are answered. */
final class AcceptedApiKeys {

    private record Entry(String hash, KeyHolder holder) {}

    private static final String PRINCIPAL = "key:";

    /** The hash that a key with an unknown id is compared with, so that the time taken does not tell which ids exist. */
    private static final String NOBODY = ApiKey.hashOf("nobody");

    private volatile Map<String, Entry> entries;

    /** @param keys in which {@link ApiKeyFaults} found none */
    AcceptedApiKeys(List<AccessProperties.Key> keys) {
        this.entries = entries(keys);
    }

    /** @param keys in which {@link ApiKeyFaults} found none; those before are accepted no more */
    void replaceBy(List<AccessProperties.Key> keys) {
        entries = entries(keys);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The holder of a key; empty if the key is not accepted. */
    Optional<KeyHolder> holderOf(String text) {
        String id = ApiKey.idOf(text).orElse("");
        Optional<Entry> entry = Optional.ofNullable(entries.get(id));
        byte[] kept = bytes(entry.map(Entry::hash).orElse(NOBODY));
        boolean same = MessageDigest.isEqual(kept, bytes(ApiKey.hashOf(text)));
        return entry.filter(found -> same).map(Entry::holder);
    }

    /** The holder with a name; empty if no key is configured for it any more. */
    Optional<KeyHolder> named(String principal) {
        return principal.startsWith(PRINCIPAL)
                ? Optional.ofNullable(entries.get(principal.substring(PRINCIPAL.length())))
                        .map(Entry::holder)
                : Optional.empty();
    }

    private static Map<String, Entry> entries(List<AccessProperties.Key> keys) {
        return keys.stream().collect(Collectors.toUnmodifiableMap(AccessProperties.Key::id, AcceptedApiKeys::entry));
    }

    private static Entry entry(AccessProperties.Key key) {
        Set<Role> roles = RoleAuthorities.roles(key.roles());
        String all = key.hash() + roles.stream().sorted().map(Role::word).toList();
        return new Entry(key.hash(), new KeyHolder(PRINCIPAL + key.id(), roles, ApiKey.hashOf(all)));
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
