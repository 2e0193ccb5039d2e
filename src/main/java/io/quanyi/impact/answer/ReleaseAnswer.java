package io.quanyi.impact.answer;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one release to one request: a decision or a refusal, with its core.
 *
 * @param decision the decision; null if the release refuses the request
 * @param refused the refusal; null if the release decides the request
 * @param core the text by which answers are compared; equal cores mean equal answers
 * @param isHeldAgainstLimits whether the question was held against limits on the way; if not, any other usage, channel, way of delivery and
 *     requested start has the same answer as far as no rule asks about them
 */
public record ReleaseAnswer(
        @Nullable Decision decision, @Nullable RequestRefused refused, String core, boolean isHeldAgainstLimits) {

    /** Asks a release. */
    public static ReleaseAnswer of(DecisionRequest request, ProgrammeRelease release, Instant at) {
        return of(() -> CheckedQuestion.of(request, release, at));
    }

    /** Asks a release whose rules make known findings for the request. */
    public static ReleaseAnswer of(
            DecisionRequest request, ProgrammeRelease release, Instant at, List<Finding> findings) {
        return of(() -> CheckedQuestion.of(request, release, at, findings));
    }

    private static ReleaseAnswer of(Supplier<CheckedQuestion> check) {
        CheckedQuestion question;
        try {
            question = check.get();
        } catch (RequestRefused e) {
            return new ReleaseAnswer(null, e, refusalCore(e), false);
        }
        try {
            Decision decision = question.decision();
            return new ReleaseAnswer(decision, null, Core.of(decision), question.isHeldAgainstLimits());
        } catch (RequestRefused e) {
            return new ReleaseAnswer(null, e, refusalCore(e), question.isHeldAgainstLimits());
        }
    }

    /** The core of a refusal: its code, and the pointer and code of each fault. */
    public static String refusalCore(RequestRefused refused) {
        return "refused " + refused.code() + " "
                + refused.faults().stream().map(ReleaseAnswer::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Fault fault) {
        return fault.pointer() + " " + fault.code();
    }

    /** Whether the release refuses the request for its content, not for facts that it leaves out. */
    public boolean isRefused() {
        return refused != null && refused.stage() != Stage.MISSING;
    }

    /** Whether the answers of two releases to one request differ; refusals by both releases are left out, even if they name different faults. */
    public static boolean differ(ReleaseAnswer one, ReleaseAnswer other) {
        return !one.core().equals(other.core()) && !(one.isRefused() && other.isRefused());
    }

    /** The elements of the core. */
    public SortedSet<CoreElement> elements() {
        return decision != null ? CoreElements.of(decision) : CoreElements.of(Objects.requireNonNull(refused));
    }
}
