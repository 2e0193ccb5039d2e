package io.quanyi.console.signin;

import io.quanyi.access.CallerIdentification;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.credentials.Role;
import io.quanyi.console.session.FormTokens;
import io.quanyi.console.session.SessionFilter;
import io.quanyi.console.session.Sessions;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Configures the filter chain of the console, the only one that knows sessions: other paths neither accept them nor spend time on them. Says
 * which role each page and form needs.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class ConsoleAccess {

    private static final String[] ALL = {"/console", "/console/**"};

    /** The forms that change nothing in the service: they lead to the address of a page, or set a cookie of the browser. */
    private static final String[] FOR_READERS = {"/console/*/news", "/console/*/ask", "/console/*/customer"};

    /** The forms about the impact between two releases, which publishers need as well as authors. */
    private static final String[] IMPACTS = {
        "/console/*/compare/*/*/impact/**", "/console/*/history/*/withdraw/impact/**"
    };

    private static final String COMMENTS = "/console/*/drafts/*/comments/**";
    private static final String[] FOR_ANYBODY = {
        "/console/sign-in", "/console/sign-in/**", "/console/sign-out", "/console/assets/**", "/console/language/**"
    };

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain consoleRights(
            HttpSecurity http,
            CallerIdentification callers,
            Sessions sessions,
            FormTokens tokens,
            AuditLog audit,
            AccessRefusals refusals,
            Clock clock) {
        http.securityMatcher(ALL);
        callers.addTo(http);
        return http.exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new SessionFilter(sessions, tokens), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new FormAudit(audit, clock), ExceptionTranslationFilter.class)
                .authorizeHttpRequests(ConsoleAccess::needs)
                .build();
    }

    private static void needs(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(FOR_ANYBODY).permitAll();
        for (FormAction action : FormAction.values()) {
            requests.requestMatchers(action.matcher())
                    .hasAuthority(action.role().word());
        }
        requests.requestMatchers(HttpMethod.POST, FOR_READERS).hasAuthority(Role.READER.word());
        requests.requestMatchers(HttpMethod.POST, COMMENTS).hasAnyAuthority(Role.AUTHOR.word(), Role.APPROVER.word());
        requests.requestMatchers(HttpMethod.POST, IMPACTS).hasAnyAuthority(Role.AUTHOR.word(), Role.PUBLISHER.word());
        requests.requestMatchers(HttpMethod.GET, ALL).hasAuthority(Role.READER.word());
        requests.requestMatchers(HttpMethod.HEAD, ALL).hasAuthority(Role.READER.word());
        requests.anyRequest().hasAuthority(Role.AUTHOR.word());
    }
}
