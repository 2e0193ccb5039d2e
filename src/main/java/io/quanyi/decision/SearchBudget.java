package io.quanyi.decision;

/**
 * The number of tentative decisions that may be made to find the absent facts on which one decision, or several together, depend.
 */
public final class SearchBudget {

    private final int most;
    private int made;

    private SearchBudget(int most) {
        this.most = most;
    }

    /** The budget of one decision. */
    static SearchBudget ofDecision() {
        return new SearchBudget(SearchSize.MAX_TENTATIVE);
    }

    /** The common budget of decisions that try changes of a request. */
    public static SearchBudget ofTrials(int most) {
        return new SearchBudget(most);
    }

    void spend() {
        made++;
    }

    public boolean isSpent() {
        return made >= most;
    }

    /** The number of tentative decisions made so far. */
    int made() {
        return made;
    }
}
