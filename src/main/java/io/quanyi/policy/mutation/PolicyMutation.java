package io.quanyi.policy.mutation;

import io.quanyi.decision.release.RuleInfo;
import io.quanyi.policy.CompiledPolicy;
import java.util.List;

/** A mutation of a policy: a copy with one change in one rule, as if its author had made a mistake there. */
public final class PolicyMutation {

    private final CompiledPolicy original;
    private final RuleMutation mutation;

    PolicyMutation(CompiledPolicy original, RuleMutation mutation) {
        this.original = original;
        this.mutation = mutation;
    }

    /** The original rule. */
    public RuleInfo rule() {
        return mutation.rule().info();
    }

    /** The kind of mutation. */
    public MutationKind kind() {
        return mutation.kind();
    }

    /** The changed text, as DRL; for a dropped rule, its first line. */
    public String what() {
        return mutation.what();
    }

    /** The replacement; empty if the text is dropped. */
    public String instead() {
        return mutation.instead();
    }

    /** The ids of the services that the mutation can affect. */
    public List<String> services() {
        return original.services(rule().id());
    }

    /** The mutated policy. Each call compiles a new one, so that the policies of many mutations need not be kept in memory. */
    public CompiledPolicy policy() {
        return original.with(rule(), mutation.changed());
    }

    @Override
    public String toString() {
        return rule().id() + " " + kind() + ": " + what() + " → " + instead();
    }
}
