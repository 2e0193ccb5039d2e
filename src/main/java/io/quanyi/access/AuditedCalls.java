package io.quanyi.access;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.credentials.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher.MatchResult;

/**
 * The table of the HTTP calls that are written to the audit log, refused ones included, with the action that each is and the role that it needs. These
 * are the calls that change a release or a draft, and the jobs of a draft, since a job takes time from others. Calls that only read or try
 * something are not in the table.
 */
final class AuditedCalls {

    /**
     * A call, as its path and query state it.
     *
     * @param action the action
     * @param programme the id of the programme; null where the call is about all of them
     */
    record AuditedCall(Action action, @Nullable String programme) {}

    private record Path(Action action, Role role, RequestMatcher matcher) {

        Path(Action action, Role role, HttpMethod method, String pattern) {
            this(action, role, PathPatternRequestMatcher.pathPattern(method, pattern));
        }

        Path(Action action, String pattern) {
            this(action, Role.PUBLISHER, HttpMethod.POST, pattern);
        }
    }

    private static final String DRAFTS = "/v1/programmes/{programme}/drafts";
    private static final String DRAFT = DRAFTS + "/{draft}";

    private static final List<Path> PATHS = List.of(
            new Path(Action.PUBLISH, "/v1/programmes/{programme}/releases"),
            new Path(Action.PUBLISH, "/v1/calendars"),
            new Path(Action.ROLLBACK, "/v1/programmes/{programme}/rollbacks"),
            new Path(Action.WITHDRAWAL, "/v1/programmes/{programme}/withdrawals"),
            new Path(Action.PUBLISH, DRAFT + "/publish"),
            new Path(Action.APPROVE, Role.APPROVER, HttpMethod.POST, DRAFT + "/approve"),
            new Path(Action.DRY_RUN, "/v1/programmes/{programme}/impact"),
            new Path(Action.REFRESH, "/v1/refresh"),
            new Path(Action.EDIT, Role.AUTHOR, HttpMethod.POST, DRAFTS),
            new Path(Action.REMOVE, Role.AUTHOR, HttpMethod.DELETE, DRAFT),
            new Path(Action.EDIT, Role.AUTHOR, HttpMethod.PUT, DRAFT + "/files/{file}"),
            new Path(Action.REMOVE, Role.AUTHOR, HttpMethod.DELETE, DRAFT + "/files/{file}"),
            new Path(Action.EDIT, Role.AUTHOR, HttpMethod.POST, DRAFT + "/update"),
            new Path(Action.COMMENT, Role.AUTHOR, HttpMethod.POST, DRAFT + "/comments"),
            new Path(Action.COMMENT, Role.AUTHOR, HttpMethod.POST, DRAFT + "/comments/{comment}/answers"),
            new Path(Action.COMMENT, Role.AUTHOR, HttpMethod.POST, DRAFT + "/comments/{comment}/resolve"),
            new Path(Action.SUBMIT, Role.AUTHOR, HttpMethod.POST, DRAFT + "/submit"),
            new Path(Action.TRIAL, Role.AUTHOR, HttpMethod.POST, DRAFT + "/test"),
            new Path(Action.TRIAL, Role.AUTHOR, HttpMethod.POST, DRAFT + "/impact"),
            new Path(Action.TRIAL, Role.AUTHOR, HttpMethod.POST, DRAFT + "/mutations"),
            new Path(Action.TRIAL, Role.AUTHOR, HttpMethod.DELETE, DRAFT + "/jobs/{job}"));

    /** Looked for in the query only: the body of an unknown caller is not read. */
    private static final Pattern DRY_RUN = Pattern.compile("(?:.*&)?dryRun=true(?:&.*)?");

    private AuditedCalls() {}

    /** The paths that need a role. */
    static RequestMatcher[] matchers(Role role) {
        return PATHS.stream()
                .filter(path -> path.role() == role)
                .map(Path::matcher)
                .toArray(RequestMatcher[]::new);
    }

    /** The audited call that a request makes; empty for other requests. */
    static Optional<AuditedCall> of(HttpServletRequest request) {
        return PATHS.stream().flatMap(path -> of(path, request)).findFirst();
    }

    private static Stream<AuditedCall> of(Path path, HttpServletRequest request) {
        MatchResult match = path.matcher().matcher(request);
        return match.isMatch()
                ? Stream.of(new AuditedCall(
                        action(path, request), match.getVariables().get("programme")))
                : Stream.empty();
    }

    private static Action action(Path path, HttpServletRequest request) {
        String query = request.getQueryString();
        boolean dry = query != null && DRY_RUN.matcher(query).matches();
        return dry && path.action() == Action.PUBLISH ? Action.DRY_RUN : path.action();
    }
}
