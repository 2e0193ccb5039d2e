package io.quanyi.access;

import static org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated;

import io.quanyi.access.credentials.Role;
import io.quanyi.web.standard.Standard;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/** Configures Spring Security with the role that a request needs, by its path and method. */
final class AccessRules {

    private static final String[] DECIDES = {
        "/v1/decisions",
        "/v1/decisions/batch",
        "/v1/entitlements",
        "/v1/entitlements/batch",
        "/v1/alternatives",
        "/v1/explanations",
        "/ofrep/v1/evaluate/flags/**",
        "/access/v1/**",
        "/authzen/*/access/v1/**"
    };

    /** The paths among these patterns that have no wildcard. */
    private static final Set<String> PLAIN =
            Arrays.stream(DECIDES).filter(path -> path.startsWith("/v1/")).collect(Collectors.toUnmodifiableSet());

    private static final String[] DRAFTS = {"/v1/programmes/*/drafts", "/v1/programmes/*/drafts/**"};
    private static final String[] TRIALS = {
        "/v1/programmes/*/drafts/*/decisions", "/v1/programmes/*/drafts/*/explanations"
    };
    private static final String COMMENTS = "/v1/programmes/*/drafts/*/comments/**";
    private static final String ALL = "/v1/**";

    /** The paths of health that say whether the service is up, and nothing about why. */
    private static final Pattern PLAIN_HEALTH = Pattern.compile(".*/health(?:/liveness|/readiness)?");

    private AccessRules() {}

    /**
     * The filter chain.
     *
     * @param audit writes what calls have changed
     * @param open whether no credentials are configured
     */
    static SecurityFilterChain of(
            HttpSecurity http,
            CallerIdentification callers,
            SecurityProblems refusals,
            InterfaceAudit audit,
            boolean open) {
        callers.addTo(http);
        http.exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(audit, ExceptionTranslationFilter.class)
                .authorizeHttpRequests(requests -> needs(requests, open));
        return http.build();
    }

    /** Whether a request asks for decisions, in the terms of the interface or of a standard. */
    static boolean decides(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("POST") && (PLAIN.contains(path) || Standard.decides(path));
    }

    private static void needs(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            boolean open) {
        // The rest of a request that was let in
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
        requests.requestMatchers(HttpMethod.POST, DECIDES).hasAuthority(Role.DECIDER.word());
        // A stream of events is guarded by the token in its address
        requests.requestMatchers(HttpMethod.GET, "/ofrep/v1/events").permitAll();
        List.of(Role.PUBLISHER, Role.APPROVER)
                .forEach(role ->
                        requests.requestMatchers(AuditedCalls.matchers(role)).hasAuthority(role.word()));
        requests.requestMatchers(HttpMethod.POST, COMMENTS).hasAnyAuthority(Role.AUTHOR.word(), Role.APPROVER.word());
        requests.requestMatchers(HttpMethod.POST, TRIALS).hasAuthority(Role.DECIDER.word());
        List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                .forEach(method -> requests.requestMatchers(method, DRAFTS).hasAuthority(Role.AUTHOR.word()));
        requests.requestMatchers(HttpMethod.GET, ALL).hasAuthority(Role.READER.word());
        requests.requestMatchers(HttpMethod.HEAD, ALL).hasAuthority(Role.READER.word());
        requests.requestMatchers(ALL).access(open ? SingleResultAuthorizationManager.permitAll() : authenticated());
        // Each tool needs the role of its operation
        requests.requestMatchers("/mcp").access(open ? SingleResultAuthorizationManager.permitAll() : authenticated());
        requests.requestMatchers(new AndRequestMatcher(AccessRules::isPlain, EndpointRequest.to("health")))
                .permitAll();
        requests.requestMatchers(EndpointRequest.toAnyEndpoint()).hasAuthority(Role.READER.word());
        requests.anyRequest().permitAll();
    }

    private static boolean isPlain(HttpServletRequest request) {
        return PLAIN_HEALTH.matcher(request.getRequestURI()).matches();
    }
}
