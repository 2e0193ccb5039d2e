package io.quanyi.access.credentials;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import io.quanyi.access.credentials.AccessProperties.Jwt;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Accepts tokens, and reads the roles in them. */
final class AcceptedTokens {

    /** The beginning of the principal of a subject. */
    static final String PRINCIPAL = "jwt:";

    private final JwtDecoder decoder;
    private final String rolesClaim;

    AcceptedTokens(Jwt jwt, Clock clock) {
        this.decoder = TokenDecoder.of(jwt, jwt.audience(), token -> OAuth2TokenValidatorResult.success(), clock);
        this.rolesClaim = jwt.rolesClaim();
    }

    /**
     * The caller that a token stands for.
     *
     * @throws AuthenticationServiceException if the issuer's keys cannot be had at the moment
     * @throws InvalidBearerTokenException if the token is not accepted
     */
    Authentication callerOf(String token) {
        try {
            var jwt = decoder.decode(token);
            return new JwtAuthenticationToken(
                    jwt, RoleAuthorities.of(roles(jwt, rolesClaim)), PRINCIPAL + jwt.getSubject());
        } catch (JwtException e) {
            throw refusal(e);
        }
    }

    /** The roles that a claim of a token names. */
    static Set<Role> roles(ClaimAccessor token, String claim) {
        return RoleAuthorities.roles(words(token.getClaim(claim)));
    }

    /** An outage of the issuer, or a fault of the token: tokens that name unknown keys too often are a fault of theirs. */
    private static AuthenticationException refusal(JwtException e) {
        boolean outage =
                e.getCause() instanceof KeySourceException && !(e.getCause() instanceof RateLimitReachedException);
        return outage
                ? new AuthenticationServiceException("the issuer's keys cannot be had", e)
                : new InvalidBearerTokenException("the token is not accepted", e);
    }

    /** The words of a claim: a list of texts, or one text with blanks between words; empty for anything else. */
    private static List<String> words(@Nullable Object claim) {
        if (claim instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text ? Arrays.asList(text.split(" ", -1)) : List.of();
    }
}
