package io.quanyi.policy.mutation;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.reading.PolicyChecks;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.util.ArrayList;
import java.util.List;

/**
 * All mutations of a policy in a fixed order: by rule, and within a rule as written.
 *
 * @param all the mutations that pass the checks of the policy
 * @param refused the mutations that the checks refuse, so that they cannot remain in a policy
 */
public record PolicyMutations(List<PolicyMutation> all, List<RefusedMutation> refused) {

    /** Keeps copies. */
    public PolicyMutations {
        all = List.copyOf(all);
        refused = List.copyOf(refused);
    }

    /**
     * A mutation that the checks of a policy refuse.
     *
     * @param rule the original rule
     * @param kind the kind of mutation
     * @param what the changed text, as DRL
     * @param instead the replacement; empty if the text is dropped
     * @param fault the first fault
     */
    public record RefusedMutation(RuleInfo rule, MutationKind kind, String what, String instead, Fault fault) {}

    /** Finds all mutations of a policy; a mutated policy is compiled only when it is used. */
    public static PolicyMutations of(CompiledPolicy policy) {
        List<PolicyMutation> all = new ArrayList<>();
        List<RefusedMutation> refused = new ArrayList<>();
        for (Rule rule : policy.policy().rules()) {
            for (RuleMutation mutation : mutations(rule, policy.catalogue())) {
                List<Fault> faults = faults(policy.policy(), mutation);
                if (faults.isEmpty()) {
                    all.add(new PolicyMutation(policy, mutation));
                } else {
                    refused.add(new RefusedMutation(
                            rule.info(), mutation.kind(), mutation.what(), mutation.instead(), faults.get(0)));
                }
            }
        }
        return new PolicyMutations(all, refused);
    }

    private static List<RuleMutation> mutations(Rule rule, Catalogue catalogue) {
        List<RuleMutation> mutations = new ArrayList<>();
        mutations.add(new RuleMutation(
                rule, MutationKind.RULE_DROPPED, "rule \"" + rule.info().title().written() + "\"", "", null));
        mutations.addAll(ConditionMutator.of(rule, catalogue));
        mutations.addAll(InsertionMutator.of(rule, catalogue));
        return mutations;
    }

    private static List<Fault> faults(Policy policy, RuleMutation mutation) {
        Faults faults = new Faults();
        Rule changed = mutation.changed();
        if (changed != null) {
            PolicyChecks.alone(changed, faults);
            PolicyChecks.together(policy.with(mutation.rule().id(), changed).rules(), faults);
        }
        return faults.sorted();
    }
}
