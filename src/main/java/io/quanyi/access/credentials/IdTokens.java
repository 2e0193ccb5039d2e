package io.quanyi.access.credentials;

import io.quanyi.access.credentials.AccessProperties.Jwt;
import java.time.Clock;
import java.util.Set;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Reads the tokens by which the issuer of {@code quanyi.access.jwt} says who has signed in. The issuer, its keys, its algorithms and the claim
 * with the roles are the same as for the tokens that callers send; only the audience is another.
 */
public final class IdTokens {

    private final Jwt jwt;
    private final Clock clock;

    IdTokens(Jwt jwt, Clock clock) {
        this.jwt = jwt;
        this.clock = clock;
    }

    /** The issuer, whose address is also the base of its metadata. */
    public String issuer() {
        return jwt.issuer();
    }

    /** Whether the metadata of the issuer can be trusted. */
    public boolean hasTrustedIssuer() {
        return TrustedAddress.is(jwt.issuer());
    }

    /** A text that changes with the issuer, and with the claim that its roles are in. */
    String fingerprint() {
        return ApiKey.hashOf(jwt.issuer() + " " + jwt.rolesClaim());
    }

    /** The principal of a subject: the same person as the sender of a token with that subject. */
    public static String principal(String subject) {
        return AcceptedTokens.PRINCIPAL + subject;
    }

    /**
     * A decoder of tokens for one client.
     *
     * @param client the id of the client, which the tokens have to name as their audience
     * @param more checked besides signature, issuer, audience, subject and times
     */
    public JwtDecoder decoder(String client, OAuth2TokenValidator<org.springframework.security.oauth2.jwt.Jwt> more) {
        return TokenDecoder.of(jwt, client, more, clock);
    }

    /** The roles that a token names. */
    public Set<Role> roles(ClaimAccessor token) {
        return AcceptedTokens.roles(token, jwt.rolesClaim());
    }
}
