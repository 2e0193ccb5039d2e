package io.quanyi.console.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import io.quanyi.console.OwnAddress;
import io.quanyi.console.session.ConsoleCookie;
import io.quanyi.console.session.SignedClaims;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * A request to the provider for a person who is there to sign in. The browser keeps it meanwhile, signed; it comes back with the
 * person, although from another site.
 *
 * @param request the request to the provider, with its state, its nonce and the verifier of its code
 * @param back the page of the console to lead to
 */
record PendingSignIn(OAuth2AuthorizationRequest request, String back) {

    private static final ConsoleCookie COOKIE = new ConsoleCookie("quanyi-sign-in", "Lax");
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String REDIRECT = "redirect";
    private static final String BACK = "back";

    /** The cookie that keeps it. */
    ResponseCookie cookie(SignedClaims signed, Clock clock, HttpServletRequest current) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .claim(OAuth2ParameterNames.STATE, request.getState())
                .claim(OidcParameterNames.NONCE, request.getAttribute(OidcParameterNames.NONCE))
                .claim(PkceParameterNames.CODE_VERIFIER, request.getAttribute(PkceParameterNames.CODE_VERIFIER))
                .claim(REDIRECT, request.getRedirectUri())
                .claim(BACK, back)
                .expirationTime(Date.from(clock.instant().plus(KEPT)))
                .build();
        return COOKIE.set(signed.signed(claims), KEPT, current);
    }

    /** The sign-in that the cookie of a request keeps; empty if there is none, or it is forged or too old. */
    static Optional<PendingSignIn> of(
            HttpServletRequest current, ClientRegistration registration, SignedClaims signed, Clock clock) {
        Instant now = clock.instant();
        return COOKIE.of(current)
                .flatMap(signed::read)
                .filter(claims -> claims.getExpirationTime().toInstant().isAfter(now))
                .map(claims -> restored(claims, registration));
    }

    static ResponseCookie removal(HttpServletRequest current) {
        return COOKIE.remove(current);
    }

    private static PendingSignIn restored(JWTClaimsSet claims, ClientRegistration registration) {
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(text(claims, REDIRECT))
                .scopes(registration.getScopes())
                .state(text(claims, OAuth2ParameterNames.STATE))
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId(),
                        OidcParameterNames.NONCE, text(claims, OidcParameterNames.NONCE),
                        PkceParameterNames.CODE_VERIFIER, text(claims, PkceParameterNames.CODE_VERIFIER)))
                .build();
        return new PendingSignIn(request, OwnAddress.of(text(claims, BACK)));
    }

    private static String text(JWTClaimsSet claims, String name) {
        try {
            return Objects.requireNonNullElse(claims.getStringClaim(name), "");
        } catch (ParseException e) {
            throw new IllegalStateException("signed here as a text", e);
        }
    }
}
