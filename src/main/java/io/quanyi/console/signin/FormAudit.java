package io.quanyi.console.signin;

import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditEvent.Outcome;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.audit.CallAudit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the effects and the refusals of forms of the console to the audit log. The answer waits for the line. Screens that submit, approve
 * and publish write their own events, before and after; this class writes the events of forms that never reach them.
 */
final class FormAudit extends CallAudit {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Signing in and out is written where it is done. */
    private static final Pattern SIGN_IN = Pattern.compile("/console/sign-(?:in(?:/.*)?|out)");

    /**
     * The forms without an event: a check of text that is being typed changes nothing, nor does a question, and the time of the last look at
     * the news is kept in a cookie only.
     */
    private static final Pattern CHECK = Pattern.compile("/console/.+/check|/console/[^/]+/(?:news|ask|customer)");

    private static final Pattern TYPED = Pattern.compile("/console/.+/save");
    private static final Pattern REMOVAL = Pattern.compile("/console/.+/(?:remove|leave-out)");
    private static final Pattern TRIAL = Pattern.compile(
            "/console/[^/]+/(?:drafts/[^/]+/(?:impact|cases|mutations)|compare/[^/]+/[^/]+/impact|history/[^/]+/withdraw/impact)"
                    + "(?:/cancel|/census)?|/console/calendars(?:/reviews/[^/]+/cancel)?");
    private static final Pattern COMMENT = Pattern.compile("/console/[^/]+/drafts/[^/]+/comments(?:/.*)?");
    private static final Pattern PROGRAMME = Pattern.compile("/console/(?!calendars/)([a-z0-9-]+)/.+");

    private final TypedEdits typed;

    FormAudit(AuditLog audit, Clock clock) {
        super(audit);
        this.typed = new TypedEdits(clock);
    }

    @Override
    protected Optional<Action> action(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (READING.contains(request.getMethod())
                || SIGN_IN.matcher(path).matches()
                || CHECK.matcher(path).matches()) {
            return Optional.empty();
        }
        if (REMOVAL.matcher(path).matches()) {
            return Optional.of(Action.REMOVE);
        }
        if (COMMENT.matcher(path).matches()) {
            return Optional.of(Action.COMMENT);
        }
        Action other = TRIAL.matcher(path).matches() ? Action.TRIAL : Action.EDIT;
        return Optional.of(FormAction.of(request).map(FormAction::action).orElse(other));
    }

    @Override
    protected @Nullable String programme(HttpServletRequest request) {
        Matcher path = PROGRAMME.matcher(request.getRequestURI());
        return path.matches() ? path.group(1) : null;
    }

    /** A save while a person types is news once in a while; each other form always is. */
    @Override
    protected boolean isNews(AuditEvent end) {
        String path = Objects.requireNonNullElse(end.path(), "");
        return end.outcome() != Outcome.ACCEPTED
                || !TYPED.matcher(path).matches()
                || typed.isNews(end.caller().principal(), path);
    }
}
