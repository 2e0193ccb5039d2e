package io.quanyi.console;

import io.quanyi.access.credentials.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The person in front of a page, with the roles that decide what its screen offers. The name that drafts and the audit log keep is that of
 * {@link io.quanyi.access.audit.Caller}.
 *
 * @param roles what the person may do; no role includes another
 * @param csrf the token that forms of a signed-in person carry ({@code csrf.html}); empty for a person without a session
 */
public record ConsolePerson(Set<Role> roles, String csrf) {

    /** The person who sent a request. */
    public static ConsolePerson of(HttpServletRequest request) {
        return new ConsolePerson(granted(), tokenOf(request));
    }

    /** Whether the person has a role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    private static Set<Role> granted() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null) {
            return Set.of();
        }
        Set<String> words = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> words.contains(role.word()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String tokenOf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
