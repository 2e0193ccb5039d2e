package io.quanyi.console.signin;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.credentials.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The steps of a draft towards its publication that forms of the console take. The role is that of the same call of the interface. */
enum FormAction {
    PUBLISH(Action.PUBLISH, Role.PUBLISHER, "publish"),
    APPROVE(Action.APPROVE, Role.APPROVER, "approve"),
    SUBMIT(Action.SUBMIT, Role.AUTHOR, "submit");

    private final Action action;
    private final Role role;
    private final RequestMatcher matcher;

    FormAction(Action action, Role role, String segment) {
        this.action = action;
        this.role = role;
        this.matcher = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/console/*/drafts/*/" + segment);
    }

    /** The action of a request; empty if it is another. */
    static Optional<FormAction> of(HttpServletRequest request) {
        return Arrays.stream(values())
                .filter(action -> action.matcher.matches(request))
                .findFirst();
    }

    Action action() {
        return action;
    }

    Role role() {
        return role;
    }

    RequestMatcher matcher() {
        return matcher;
    }
}
