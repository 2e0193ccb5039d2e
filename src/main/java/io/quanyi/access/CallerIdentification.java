package io.quanyi.access;

import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.access.credentials.Role;
import io.quanyi.access.credentials.RoleAuthorities;
import java.util.Set;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Configures how a filter chain identifies callers: by credentials in headers, and with no session of the server. Without configured
 * credentials everybody may decide, read and draft, and nobody may publish.
 */
public final class CallerIdentification {

    private final AcceptedCredentials credentials;
    private final SecurityProblems refusals;

    CallerIdentification(AcceptedCredentials credentials, SecurityProblems refusals) {
        this.credentials = credentials;
        this.refusals = refusals;
    }

    /** Adds it to a chain. */
    public void addTo(HttpSecurity http) {
        http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        if (credentials.areConfigured()) {
            http.addFilterBefore(new CredentialsFilter(credentials, refusals), AnonymousAuthenticationFilter.class);
        } else {
            http.anonymous(
                    anybody -> anybody.authorities(RoleAuthorities.of(Set.of(Role.DECIDER, Role.READER, Role.AUTHOR))));
        }
    }
}
