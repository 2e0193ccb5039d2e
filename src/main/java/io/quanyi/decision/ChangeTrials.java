package io.quanyi.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what changes of one request would bring, within a budget: changes beyond it are not decided. */
final class ChangeTrials {

    private final DecisionRequest request;
    private final ProgrammeRelease release;
    private final Instant at;
    private final DraftBudget drafts;
    private int left;

    /**
     * @param at the instant asked about, where a changed request names none
     * @param decisions how many decisions may be made
     * @param drafts how many drafts they may cost together
     */
    ChangeTrials(DecisionRequest request, ProgrammeRelease release, Instant at, int decisions, int drafts) {
        this.request = request;
        this.release = release;
        this.at = at;
        this.left = decisions;
        this.drafts = DraftBudget.ofTrials(drafts);
    }

    /** The request that is changed. */
    DecisionRequest request() {
        return request;
    }

    /** The release that decides. */
    ProgrammeRelease release() {
        return release;
    }

    /** The instant that the unchanged request asks about. */
    Instant at() {
        return at;
    }

    /** The decision of a changed request; null where it lacks facts that it depends on, or the budget is spent. */
    @Nullable Decision decide(DecisionRequest changed) {
        if (isSpent()) {
            return null;
        }
        left--;
        return Decider.tryOut(changed, release, at, drafts);
    }

    /** Whether no more is decided. */
    boolean isSpent() {
        return left <= 0 || drafts.isSpent();
    }
}
