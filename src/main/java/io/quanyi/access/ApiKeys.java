package io.quanyi.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** The keys that are accepted. */
final class ApiKeys {

    private record Entry(String hash, Set<Role> roles) {}

    /** What a key of nobody is compared with, so that the time it takes does not tell which ids there are. */
    private static final String NOBODY = ApiKey.hashOf("nobody");

    private final Map<String, Entry> entries;

    /** @param keys in which {@link KeyFaults} found none */
    ApiKeys(List<AccessProperties.Key> keys) {
        this.entries = keys.stream().collect(Collectors.toUnmodifiableMap(AccessProperties.Key::id, ApiKeys::entry));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Who shows this key; nobody if it is none of ours. */
    Optional<Authentication> callerOf(String text) {
        String id = ApiKey.idOf(text).orElse("");
        Optional<Entry> entry = Optional.ofNullable(entries.get(id));
        byte[] kept = bytes(entry.map(Entry::hash).orElse(NOBODY));
        boolean same = MessageDigest.isEqual(kept, bytes(ApiKey.hashOf(text)));
        return entry.filter(found -> same).map(found -> caller(id, found));
    }

    private static Authentication caller(String id, Entry entry) {
        return new PreAuthenticatedAuthenticationToken("key:" + id, "", Authorities.of(entry.roles()));
    }

    private static Entry entry(AccessProperties.Key key) {
        return new Entry(key.hash(), Authorities.roles(key.roles()));
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
