package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.RuleInfo;
import io.quanyi.policy.Variant.Kind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.util.ArrayList;
import java.util.List;

/**
 * Every policy that differs from one in one thing in one rule, in a fixed order: by rule, and there as written.
 *
 * @param all those that could be compiled
 * @param refused those that the checks of a policy find a fault with, so that no slip of an author's can bring them about
 */
public record Variants(List<Variant> all, List<Refused> refused) {

    /** Keeps copies. */
    public Variants {
        all = List.copyOf(all);
        refused = List.copyOf(refused);
    }

    /**
     * What cannot be written so.
     *
     * @param rule the rule that would be changed
     * @param kind what would be done to it
     * @param what the piece that would be changed, as the author writes it
     * @param instead what would stand there; empty for nothing
     * @param fault what is wrong with it, first of all
     */
    public record Refused(RuleInfo rule, Kind kind, String what, String instead, Fault fault) {}

    /** Finds all variants of a policy. None is assembled before it is asked for. */
    public static Variants of(CompiledPolicy policy) {
        List<Variant> all = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Rule rule : policy.policy().rules()) {
            for (Edit edit : edits(rule, policy.catalogue())) {
                List<Fault> faults = faults(policy.policy(), edit);
                if (faults.isEmpty()) {
                    all.add(new Variant(policy, edit));
                } else {
                    refused.add(new Refused(rule.info(), edit.kind(), edit.what(), edit.instead(), faults.get(0)));
                }
            }
        }
        return new Variants(all, refused);
    }

    private static List<Edit> edits(Rule rule, Catalogue catalogue) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(
                rule, Kind.RULE_DROPPED, "rule \"" + rule.info().title().written() + "\"", "", null));
        edits.addAll(ConditionEdits.of(rule, catalogue));
        edits.addAll(InsertionEdits.of(rule, catalogue));
        return edits;
    }

    private static List<Fault> faults(Policy policy, Edit edit) {
        Faults faults = new Faults();
        Rule changed = edit.changed();
        if (changed != null) {
            PolicyChecks.alone(changed, faults);
            PolicyChecks.together(policy.with(edit).rules(), faults);
        }
        return faults.sorted();
    }
}
