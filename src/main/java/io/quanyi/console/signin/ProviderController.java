package io.quanyi.console.signin;

import io.quanyi.access.audit.AuditFailed;
import io.quanyi.access.credentials.IdTokens;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.OwnAddress;
import io.quanyi.console.session.Sessions;
import io.quanyi.console.session.SignedClaims;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads people to the provider, and signs them in when the provider has sent them back. */
@ConsoleScreen
@ConditionalOnProperty("quanyi.console.provider.client-id")
class ProviderController {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderController.class);

    private final Provider provider;
    private final SignedClaims signed;
    private final Sessions sessions;
    private final SignInAudit audit;
    private final SignInPages pages;
    private final Clock clock;

    ProviderController(
            Provider provider,
            SignedClaims signed,
            Sessions sessions,
            SignInAudit audit,
            SignInPages pages,
            Clock clock) {
        this.provider = provider;
        this.signed = signed;
        this.sessions = sessions;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /** Leads to the provider. */
    @GetMapping(SignInController.ADDRESS + "/provider")
    ResponseEntity<String> leave(HttpServletRequest request) {
        String back = OwnAddress.of(parameter("back", request));
        try {
            ClientRegistration registration = provider.registration();
            PendingSignIn pending = new PendingSignIn(authorizationRequest(registration, request), back);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(pending.request().getAuthorizationRequestUri()))
                    .header(
                            HttpHeaders.SET_COOKIE,
                            pending.cookie(signed, clock, request).toString())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (IOException e) {
            return away(e, request);
        }
    }

    /** Signs in a person whom the provider has led back. */
    @GetMapping(Provider.CALLBACK)
    ResponseEntity<String> comeBack(HttpServletRequest request) {
        if (audit.isBlocked(request)) {
            return pages.refusal(HttpStatus.TOO_MANY_REQUESTS, "too-often", request);
        }
        try {
            Optional<PendingSignIn> pending = PendingSignIn.of(request, provider.registration(), signed, clock);
            return pending.isPresent() ? signIn(pending.get(), request) : failed("sign-in-unknown", "stale", request);
        } catch (IOException e) {
            return away(e, request);
        } catch (OAuth2AuthenticationException | OAuth2AuthorizationException e) {
            LOG.warn("a sign-in with the provider failed: {}", code(e));
            return failed("sign-in-failed", "provider", request);
        } catch (AuditFailed e) {
            LOG.error("the audit log cannot be written, nobody is signed in", e);
            return pages.refusal(HttpStatus.SERVICE_UNAVAILABLE, "audit", request);
        }
    }

    private ResponseEntity<String> signIn(PendingSignIn pending, HttpServletRequest request) throws IOException {
        OidcIdToken person =
                provider.person(new OAuth2AuthorizationExchange(pending.request(), response(pending, request)));
        String principal = IdTokens.principal(Objects.requireNonNull(person.getSubject()));
        audit.signedIn(principal, request);
        var session = sessions.begin(principal, Provider.name(person), provider.roles(person));
        ResponseEntity<String> page = pages.onward(pending.back(), request);
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .header(
                        HttpHeaders.SET_COOKIE,
                        sessions.cookie(session, request).toString())
                .header(HttpHeaders.SET_COOKIE, PendingSignIn.removal(request).toString())
                .body(page.getBody());
    }

    private static OAuth2AuthorizationResponse response(PendingSignIn pending, HttpServletRequest request) {
        String code = parameter("code", request);
        var response = code.isEmpty()
                ? OAuth2AuthorizationResponse.error(
                        Objects.requireNonNullElse(request.getParameter("error"), "no_code"))
                : OAuth2AuthorizationResponse.success(code);
        return response.state(parameter("state", request))
                .redirectUri(Objects.requireNonNull(pending.request().getRedirectUri()))
                .build();
    }

    private static OAuth2AuthorizationRequest authorizationRequest(
            ClientRegistration registration, HttpServletRequest request) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(
                new InMemoryClientRegistrationRepository(registration), SignInController.ADDRESS);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return Objects.requireNonNull(resolver.resolve(request, registration.getRegistrationId()));
    }

    private ResponseEntity<String> failed(String auditCode, String code, HttpServletRequest request) {
        audit.failed(auditCode, request);
        return pages.refusal(HttpStatus.UNAUTHORIZED, code, request);
    }

    private ResponseEntity<String> away(IOException e, HttpServletRequest request) {
        LOG.warn("the provider of sign-ins cannot be asked: {}", e.toString());
        return pages.refusal(HttpStatus.SERVICE_UNAVAILABLE, "provider-away", request);
    }

    /** The code alone: a description may repeat text of the request. */
    private static String code(RuntimeException e) {
        return e instanceof OAuth2AuthenticationException failed
                ? failed.getError().getErrorCode()
                : e.getClass().getSimpleName();
    }

    private static String parameter(String name, HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
