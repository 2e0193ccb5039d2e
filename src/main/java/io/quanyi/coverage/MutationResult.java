package io.quanyi.coverage;

import io.quanyi.decision.release.RuleInfo;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.policy.mutation.PolicyMutation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of testing one mutation of a rule with all cases.
 *
 * @param rule the original rule
 * @param kind the kind of mutation
 * @param what the changed text, as written in the rule
 * @param instead the replacement; empty if the text is dropped
 * @param services the ids of the services that the mutation can affect
 * @param status whether a case detects the mutation
 * @param byAnswer the first case whose answer is wrong with the mutation; null if no answer is wrong
 * @param byRules the first case with wrong rules firing; null if there is none
 * @param example requests that a surviving mutation answers differently, of which a case would detect it; null for other mutations, and if only a
 *     case with openings of its own would
 */
public record MutationResult(
        RuleInfo rule,
        MutationKind kind,
        String what,
        String instead,
        List<String> services,
        MutationStatus status,
        @Nullable NamedCase byAnswer,
        @Nullable NamedCase byRules,
        @Nullable ImpactSentence example) {

    /** Keeps a copy. */
    public MutationResult {
        services = List.copyOf(services);
    }

    static MutationResult of(
            PolicyMutation mutation,
            MutationStatus status,
            MutationDetection detection,
            @Nullable ImpactSentence example) {
        return new MutationResult(
                mutation.rule(),
                mutation.kind(),
                mutation.what(),
                mutation.instead(),
                mutation.services(),
                status,
                detection.byAnswer(),
                detection.byRules(),
                example);
    }
}
