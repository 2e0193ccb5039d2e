package io.quanyi.coverage.missing;

import io.quanyi.coverage.MutationResult;
import io.quanyi.decision.request.DecisionRequest;
import java.util.List;

/**
 * A request that a case should ask, because its answer tells the rules from mutations that no case detects.
 *
 * @param request the request
 * @param members the members of the answer that differ with a mutation, which the case has to expect
 * @param mutations the mutations that the case detects
 * @param fires the rules that fire
 * @param silent the rules of the mutations that do not fire
 */
public record MissingCase(
        DecisionRequest request,
        List<String> members,
        List<MutationResult> mutations,
        List<String> fires,
        List<String> silent) {

    /** Keeps copies. */
    public MissingCase {
        members = List.copyOf(members);
        mutations = List.copyOf(mutations);
        fires = List.copyOf(fires);
        silent = List.copyOf(silent);
    }
}
