package io.quanyi.console;

import io.quanyi.access.credentials.Role;
import io.quanyi.console.session.SessionAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person in front of a page, with the roles that decide what its screen offers. The name that drafts and the audit log keep is that of
 * {@link io.quanyi.access.audit.Caller}.
 *
 * @param name the name of the person, for pages; empty for a person without a session
 * @param roles the roles of the person; no role includes another
 * @param csrf the token that forms of a signed-in person carry ({@code csrf.html}); empty for a person without a session
 */
public record ConsolePerson(String name, Set<Role> roles, String csrf) {

    /** The person who sent a request. */
    public static ConsolePerson of(HttpServletRequest request) {
        Set<Role> roles = granted(SecurityContextHolder.getContext().getAuthentication());
        return request.getUserPrincipal() instanceof SessionAuthentication signedIn
                ? new ConsolePerson(signedIn.session().name(), roles, signedIn.formToken())
                : new ConsolePerson("", roles, "");
    }

    /** The name of a caller on pages: the id of a key, or words for a caller without credentials. */
    public static String called(String principal, ConsoleTexts texts) {
        return principal.equals("anonymous") ? texts.of("draft-anonymous") : principal.replaceFirst("^key:", "");
    }

    /** Whether the person has a role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The names of the roles, in their order. */
    public List<String> roleNames(ConsoleTexts texts) {
        return roles.stream()
                .sorted()
                .map(role -> texts.of("role-" + role.word()))
                .toList();
    }

    private static Set<Role> granted(@Nullable Authentication person) {
        return person == null
                ? Set.of()
                : person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(Objects::nonNull)
                        .flatMap(word -> Role.of(word).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
