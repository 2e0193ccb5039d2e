package io.quanyi.access.credentials;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Converts roles to the authorities of Spring Security, and words to roles. */
public final class RoleAuthorities {

    private RoleAuthorities() {}

    /** The authorities of roles. */
    public static List<GrantedAuthority> of(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.word()))
                .toList();
    }

    /** The roles among words; other words are left out. */
    static Set<Role> roles(Collection<String> words) {
        return words.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }
}
