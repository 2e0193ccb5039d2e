package io.quanyi.console.signin;

import io.quanyi.access.credentials.AcceptedCredentials;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sign-in with the issuer of {@code quanyi.access.jwt} (OpenID Connect); without a client, there is none.
 *
 * @param clientId the id under which the issuer knows this service
 * @param clientSecret its secret; a public client has none
 * @param scopes the scopes that are asked for
 */
@ConfigurationProperties("quanyi.console.provider")
record ProviderProperties(
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue({"openid", "profile"}) List<String> scopes) {

    private static final String PLACE = "quanyi.console.provider";

    /** All that is wrong, each with the name of its setting. */
    List<String> faults(AcceptedCredentials credentials) {
        List<String> faults = new ArrayList<>();
        if (clientId == null) {
            if (clientSecret != null) {
                faults.add(PLACE + ".client-id is missing");
            }
            return faults;
        }
        if (clientId.isBlank()) {
            faults.add(PLACE + ".client-id is missing");
        }
        if (!scopes.contains("openid")) {
            faults.add(PLACE + ".scopes must have \"openid\"");
        }
        if (credentials.idTokens().isEmpty()) {
            faults.add(PLACE + " needs quanyi.access.jwt, which names the issuer");
        }
        credentials
                .idTokens()
                .filter(tokens -> !tokens.hasTrustedIssuer())
                .ifPresent(tokens -> faults.add("quanyi.access.jwt.issuer must be an address that begins with https://"
                        + " for " + PLACE + "; http:// will do only on this machine"));
        return faults;
    }
}
