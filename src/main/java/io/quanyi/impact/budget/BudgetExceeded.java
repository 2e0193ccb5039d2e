package io.quanyi.impact.budget;

/** Signals that a count went over a bound of the {@link WorkBudget}; the caller adds the service and the widest rule. */
public final class BudgetExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long most;

    BudgetExceeded(long most) {
        super("more than " + most, null, false, false);
        this.most = most;
    }

    /** The bound. */
    public long most() {
        return most;
    }
}
