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
 * The paths of publishing calls, with the action of each: to publish a release, to go back to an earlier one, to withdraw one that is still to come, and to look at the store at
 * once. To approve a draft belongs to them, for somebody else. They need the role of a publisher, or of an approver, and refused ones are written to the audit log.
 */
final class PublishingPaths {

    /**
     * A publishing call, as its path and query state it.
     *
     * @param action the action
     * @param programme the id of the programme; null where the call is about all of them
     */
    record PublishingCall(Action action, @Nullable String programme) {}

    private record Path(Action action, Role role, RequestMatcher matcher) {

        Path(Action action, String pattern) {
            this(action, Role.PUBLISHER, pattern);
        }

        Path(Action action, Role role, String pattern) {
            this(action, role, PathPatternRequestMatcher.pathPattern(HttpMethod.POST, pattern));
        }
    }

    private static final List<Path> PATHS = List.of(
            new Path(Action.PUBLISH, "/v1/programmes/{programme}/releases"),
            new Path(Action.PUBLISH, "/v1/calendars"),
            new Path(Action.ROLLBACK, "/v1/programmes/{programme}/rollbacks"),
            new Path(Action.WITHDRAWAL, "/v1/programmes/{programme}/withdrawals"),
            new Path(Action.PUBLISH, "/v1/programmes/{programme}/drafts/{draft}/publish"),
            new Path(Action.APPROVE, Role.APPROVER, "/v1/programmes/{programme}/drafts/{draft}/approve"),
            new Path(Action.DRY_RUN, "/v1/programmes/{programme}/impact"),
            new Path(Action.REFRESH, "/v1/refresh"));

    /** Looked for in the query only: the body of an unknown caller is not read. */
    private static final Pattern DRY_RUN = Pattern.compile("(?:.*&)?dryRun=true(?:&.*)?");

    private PublishingPaths() {}

    /** The paths that need a role. */
    static RequestMatcher[] matchers(Role role) {
        return PATHS.stream()
                .filter(path -> path.role() == role)
                .map(Path::matcher)
                .toArray(RequestMatcher[]::new);
    }

    /** The publishing call that the request is; empty if it is none. */
    static Optional<PublishingCall> attempt(HttpServletRequest request) {
        return PATHS.stream().flatMap(path -> attempt(path, request)).findFirst();
    }

    private static Stream<PublishingCall> attempt(Path path, HttpServletRequest request) {
        MatchResult match = path.matcher().matcher(request);
        return match.isMatch()
                ? Stream.of(new PublishingCall(
                        action(path, request), match.getVariables().get("programme")))
                : Stream.empty();
    }

    private static Action action(Path path, HttpServletRequest request) {
        String query = request.getQueryString();
        boolean dry = query != null && DRY_RUN.matcher(query).matches();
        return dry && path.action() == Action.PUBLISH ? Action.DRY_RUN : path.action();
    }
}
