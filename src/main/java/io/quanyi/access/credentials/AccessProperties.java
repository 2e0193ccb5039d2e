package io.quanyi.access.credentials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of access control. Values are texts here, so that all faults can be listed at once.
 *
 * @param keys the API keys that are accepted
 * @param keysLocation or a file with them, which may change while the service runs
 * @param jwt which tokens are accepted; without it, none
 */
@ConfigurationProperties("quanyi.access")
public record AccessProperties(
        @DefaultValue List<Key> keys,
        @Nullable Path keysLocation,
        @Nullable Jwt jwt) {

    /** All that is wrong with keys and tokens, each with the name of its setting. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(ApiKeyFaults.of(keys));
        if (keysLocation != null) {
            if (!keys.isEmpty()) {
                faults.add(
                        "quanyi.access.keys and quanyi.access.keys-location are both set: put all keys in one place");
            }
            faults.addAll(new ApiKeyFile(keysLocation).read().faults());
        }
        faults.addAll(TokenFaults.of(jwt));
        return faults;
    }

    /**
     * The API keys of the configuration, or of the file that it names.
     *
     * @throws IllegalStateException if that file has faults, which it had not when they were listed: without keys the service would be open to
     *     everybody
     */
    List<Key> acceptedKeys() {
        if (keysLocation == null) {
            return keys;
        }
        ApiKeyFile.Content read = new ApiKeyFile(keysLocation).read();
        if (!read.faults().isEmpty()) {
            throw new IllegalStateException(String.join("; ", read.faults()));
        }
        return read.keys();
    }

    /** Whether any credentials are configured. */
    public boolean acceptsAny() {
        return !keys.isEmpty() || keysLocation != null || jwt != null;
    }

    /**
     * An API key.
     *
     * @param id names its holder, in the log too
     * @param hash the hash that {@code quanyi key} printed; the key itself is not stored
     * @param roles the roles of its holder
     * @param note for the reader of the configuration
     */
    record Key(
            @DefaultValue("") String id,
            @DefaultValue("") String hash,
            @DefaultValue List<String> roles,
            @Nullable String note) {}

    /**
     * Tokens of one issuer.
     *
     * @param issuer the claim {@code iss}, exactly
     * @param audience the name that the claim {@code aud} must contain
     * @param jwkSetUri where the issuer publishes its keys
     * @param publicKeyLocation or a file with its only key, in PEM
     * @param algorithms how tokens may be signed
     * @param rolesClaim the claim that lists roles
     */
    record Jwt(
            @DefaultValue("") String issuer,
            @DefaultValue("") String audience,
            @Nullable String jwkSetUri,
            @Nullable Path publicKeyLocation,
            @DefaultValue({"ES256", "RS256"}) List<String> algorithms,
            @DefaultValue("quanyi_roles") String rolesClaim) {}
}
