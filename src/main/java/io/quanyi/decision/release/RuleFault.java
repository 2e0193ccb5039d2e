package io.quanyi.decision.release;

/** The failure of a rule during its evaluation. No answer may be made from the findings of the other rules. */
public final class RuleFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /** Names the failed rule, as far as it is known. */
    public RuleFault(String rule, Throwable cause) {
        super("rule " + rule + " failed", cause);
        this.rule = rule;
    }

    /** The id of the rule; for the log, never for the caller. */
    public String rule() {
        return rule;
    }
}
