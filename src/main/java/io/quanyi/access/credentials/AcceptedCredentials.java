package io.quanyi.access.credentials;

import io.quanyi.access.credentials.AccessProperties.Jwt;
import io.quanyi.web.standard.Standard;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** The API keys and tokens that the service accepts. */
public final class AcceptedCredentials {

    /** The header of an API key. */
    public static final String KEY_HEADER = "X-API-Key";

    private static final String METRICS = "/actuator/prometheus";

    private final BearerTokenResolver bearer = new DefaultBearerTokenResolver();
    private final AcceptedApiKeys keys;
    private final @Nullable AcceptedTokens tokens;
    private final @Nullable IdTokens idTokens;

    AcceptedCredentials(AcceptedApiKeys keys, @Nullable AcceptedTokens tokens, @Nullable IdTokens idTokens) {
        this.keys = keys;
        this.tokens = tokens;
        this.idTokens = idTokens;
    }

    /** The credentials that are configured, in which {@link AccessProperties#faults} found none. */
    public static AcceptedCredentials of(AccessProperties properties, Clock clock) {
        Jwt jwt = properties.jwt();
        return new AcceptedCredentials(
                new AcceptedApiKeys(properties.acceptedKeys()),
                jwt == null ? null : new AcceptedTokens(jwt, clock),
                jwt == null ? null : new IdTokens(jwt, clock));
    }

    /** Accepts other API keys from now on, in which {@link ApiKeyFaults} found none, in place of those before. */
    void replaceKeys(List<AccessProperties.Key> accepted) {
        keys.replaceBy(accepted);
    }

    /** Whether any are configured; if not, every caller is anonymous. */
    public boolean areConfigured() {
        return !keys.isEmpty() || tokens != null;
    }

    /** Whether any API keys are configured. */
    public boolean haveKeys() {
        return !keys.isEmpty();
    }

    /** The holder of an API key; empty if the key is not accepted. */
    public Optional<KeyHolder> holderOf(String key) {
        return keys.holderOf(key);
    }

    /**
     * The fingerprint of the credential that a principal has: of the API key and its roles, or of the settings of tokens.
     *
     * @return empty if the principal has none any more
     */
    public Optional<String> fingerprintOf(String principal) {
        return principal.startsWith(AcceptedTokens.PRINCIPAL)
                ? idTokens().map(IdTokens::fingerprint)
                : keys.named(principal).map(KeyHolder::fingerprint);
    }

    /** The tokens by which the configured issuer says who has signed in; empty if none is configured. */
    public Optional<IdTokens> idTokens() {
        return Optional.ofNullable(idTokens);
    }

    /**
     * The values of {@code WWW-Authenticate}: the kinds of credentials that are accepted.
     *
     * @param request the request that lacks them
     * @param invalidToken whether a token was shown, so that another may help
     */
    public List<String> challenges(HttpServletRequest request, boolean invalidToken) {
        List<String> challenges = new ArrayList<>();
        if (!keys.isEmpty()) {
            challenges.add("ApiKey realm=\"quanyi\", header=\"" + KEY_HEADER + "\"");
        }
        if (tokens != null || takesKeyAsToken(request)) {
            challenges.add("Bearer realm=\"quanyi\"" + (invalidToken ? ", error=\"invalid_token\"" : ""));
        }
        return challenges;
    }

    /**
     * The caller of a request, by the credentials that it shows.
     *
     * @return the caller; empty if no credentials are shown
     * @throws AuthenticationException if the credentials are not accepted, or are more than one
     */
    public Optional<Authentication> callerOf(HttpServletRequest request) {
        String token = bearer.resolve(request);
        String key = request.getHeader(KEY_HEADER);
        if (token != null && key == null && isKey(token, request)) {
            key = token;
            token = null;
        }
        if (isAmbiguous(request) || (token != null && key != null)) {
            throw new BadCredentialsException("more than one kind of credentials");
        }
        if (key != null) {
            return Optional.of(
                    keys.holderOf(key).map(AcceptedCredentials::caller).orElseThrow(AcceptedCredentials::notAccepted));
        }
        return token == null ? Optional.empty() : Optional.of(callerOf(token));
    }

    private static boolean isKey(String token, HttpServletRequest request) {
        return takesKeyAsToken(request) && token.startsWith(ApiKey.PREFIX);
    }

    /** Whether an API key may come as a bearer token: clients of a standard, and Prometheus, can send one in no other way. */
    private static boolean takesKeyAsToken(HttpServletRequest request) {
        return Standard.of(request).isPresent() || METRICS.equals(request.getRequestURI());
    }

    private static Authentication caller(KeyHolder holder) {
        return new PreAuthenticatedAuthenticationToken(holder.principal(), "", RoleAuthorities.of(holder.roles()));
    }

    private Authentication callerOf(String token) {
        if (tokens == null) {
            throw notAccepted();
        }
        return tokens.callerOf(token);
    }

    private static boolean isAmbiguous(HttpServletRequest request) {
        return Collections.list(request.getHeaders(KEY_HEADER)).size() > 1
                || Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION))
                                .size()
                        > 1;
    }

    private static BadCredentialsException notAccepted() {
        return new BadCredentialsException("not accepted");
    }
}
