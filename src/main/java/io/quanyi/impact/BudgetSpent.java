package io.quanyi.impact;

/** More was counted than may be; what it was about is known further up. */
final class BudgetSpent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long most;

    BudgetSpent(long most) {
        super("more than " + most, null, false, false);
        this.most = most;
    }

    long most() {
        return most;
    }
}
