package io.quanyi.decision.release;

/** A rule failed while it was asked. No answer may be made of what the others said. */
public final class RuleFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /** Names the rule that failed, as far as it is known. */
    public RuleFault(String rule, Throwable cause) {
        super("rule " + rule + " failed", cause);
        this.rule = rule;
    }

    /** The id of the rule; for the log, never for the caller. */
    public String rule() {
        return rule;
    }
}
