package io.quanyi.console.signin;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.credentials.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What forms of the console do besides editing a draft, by the last segment of the address that they are sent to. The role is that of the
 * same call of the interface.
 */
enum FormAction {
    PUBLISH(Action.PUBLISH, Role.PUBLISHER, "publish"),
    ROLLBACK(Action.ROLLBACK, Role.PUBLISHER, "rollback"),
    WITHDRAWAL(Action.WITHDRAWAL, Role.PUBLISHER, "withdrawal"),
    REFRESH(Action.REFRESH, Role.PUBLISHER, "refresh"),
    APPROVE(Action.APPROVE, Role.APPROVER, "approve"),
    SUBMIT(Action.SUBMIT, Role.AUTHOR, "submit");

    /** How many segments may stand between the console and the last one. */
    private static final int DEEPEST = 5;

    private final Action action;
    private final Role role;
    private final RequestMatcher matcher;

    FormAction(Action action, Role role, String segment) {
        this.action = action;
        this.role = role;
        this.matcher = new OrRequestMatcher(IntStream.rangeClosed(0, DEEPEST)
                .mapToObj(depth -> "/console/" + "*/".repeat(depth) + segment)
                .<RequestMatcher>map(path -> PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path))
                .toList());
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
