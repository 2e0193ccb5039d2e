package io.quanyi.policy;

import io.quanyi.decision.RuleInfo;
import java.util.List;

/** A policy that differs from another in one thing in one rule: what the policy would be if its author had slipped there. */
public final class Variant {

    /** What is done to the rule. */
    public enum Kind {
        /** It is not there. */
        RULE_DROPPED,
        /** One thing that its condition asks is not asked. */
        CONDITION_DROPPED,
        /** A comparison is turned into its opposite. */
        COMPARISON_FLIPPED,
        /** A comparison with a number is off by one, or by the number itself. */
        COMPARISON_SHIFTED,
        /** It speaks of another plan, of one less or of one more. */
        PLAN_SWAPPED,
        /** A number that it states is off by one. */
        NUMBER_CHANGED,
        /** A word that it states is another. */
        WORD_CHANGED
    }

    private final CompiledPolicy original;
    private final Edit edit;

    Variant(CompiledPolicy original, Edit edit) {
        this.original = original;
        this.edit = edit;
    }

    /** The rule that is changed, as it is in the original. */
    public RuleInfo rule() {
        return edit.rule().info();
    }

    /** What is done to it. */
    public Kind kind() {
        return edit.kind();
    }

    /** The piece that is changed, as the author writes it; the rule's first line for the rule as a whole. */
    public String what() {
        return edit.what();
    }

    /** What stands there in the variant; empty for nothing. */
    public String instead() {
        return edit.instead();
    }

    /** The services that the change may matter to. */
    public List<String> services() {
        return original.services(rule().id());
    }

    /** The policy as it then is. Each call makes one, so that what is asked of many variants need not all be kept. */
    public CompiledPolicy policy() {
        return original.with(edit);
    }

    @Override
    public String toString() {
        return rule().id() + " " + kind() + ": " + what() + " → " + instead();
    }
}
