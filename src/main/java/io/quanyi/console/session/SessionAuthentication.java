package io.quanyi.console.session;

import io.quanyi.access.credentials.RoleAuthorities;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A person with a session, as Spring Security knows callers. The name is the one that the person has with an API key or a token. */
public final class SessionAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient ConsoleSession session;
    private final String formToken;

    SessionAuthentication(ConsoleSession session, String formToken) {
        super(RoleAuthorities.of(session.roles()));
        this.session = session;
        this.formToken = formToken;
        setAuthenticated(true);
    }

    /** The session. */
    public ConsoleSession session() {
        return session;
    }

    /** A token for the forms of a page of the session. */
    public String formToken() {
        return formToken;
    }

    @Override
    public String getName() {
        return session.principal();
    }

    @Override
    public Object getPrincipal() {
        return session.principal();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
