package io.quanyi.decision;

/** A number of drafts that may be made to find out which absent facts an answer depends on; for one decision, or for several together. */
public final class DraftBudget {

    private final int most;
    private int made;

    private DraftBudget(int most) {
        this.most = most;
    }

    /** For one decision that somebody asked for. */
    static DraftBudget ofDecision() {
        return new DraftBudget(SearchSize.MOST_DRAFTS);
    }

    /** For all the decisions together by which changes of a request are tried. */
    public static DraftBudget ofTrials(int most) {
        return new DraftBudget(most);
    }

    void spend() {
        made++;
    }

    public boolean isSpent() {
        return made >= most;
    }

    /** How many drafts were made so far. */
    int made() {
        return made;
    }
}
