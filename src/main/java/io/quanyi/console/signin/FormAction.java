package io.quanyi.console.signin;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.credentials.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The steps towards a publication that forms of the console take, with a draft, a release or the calendars of all programmes. The role is that of the same call of the interface. */
enum FormAction {
    PUBLISH(Action.PUBLISH, Role.PUBLISHER, "*/drafts/*/publish"),
    PUBLISH_CALENDARS(Action.PUBLISH, Role.PUBLISHER, "calendars/publish"),
    WITHDRAW(Action.WITHDRAWAL, Role.PUBLISHER, "*/history/*/withdraw"),
    APPROVE(Action.APPROVE, Role.APPROVER, "*/drafts/*/approve"),
    SUBMIT(Action.SUBMIT, Role.AUTHOR, "*/drafts/*/submit");

    private final Action action;
    private final Role role;
    private final RequestMatcher matcher;

    FormAction(Action action, Role role, String form) {
        this.action = action;
        this.role = role;
        this.matcher = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/console/" + form);
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
