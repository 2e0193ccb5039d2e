package io.quanyi.decision;

/**
 * The number of answers that may be drafted, each from assumed facts, to find the absent facts on which one decision, or several together,
 * depend.
 */
public final class DraftBudget {

    private final int most;
    private int made;

    private DraftBudget(int most) {
        this.most = most;
    }

    /** The budget of one decision. */
    static DraftBudget ofDecision() {
        return new DraftBudget(SearchSize.MOST_DRAFTS);
    }

    /** The common budget of decisions that try changes of a request. */
    public static DraftBudget ofTrials(int most) {
        return new DraftBudget(most);
    }

    void spend() {
        made++;
    }

    public boolean isSpent() {
        return made >= most;
    }

    /** The number of drafts made so far. */
    int made() {
        return made;
    }
}
