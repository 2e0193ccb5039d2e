package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.policy.mutation.PolicyMutation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The passing cases by the service that they ask about. Failing cases are left out, because they fail with every mutation. */
final class CasesByService {

    private final Map<String, List<Case>> cases = new HashMap<>();

    CasesByService(ProgrammeRelease release, List<CaseFile> files) {
        CaseRun run = new CaseRun(release);
        files.forEach(file -> file.cases().forEach(asked -> add(run, asked)));
    }

    /** Adds a case if it passes. A request that is refused before rules are evaluated detects no mutation. */
    private void add(CaseRun run, Case asked) {
        try {
            String service = run.posed(asked).request().question().service();
            if (run.faults(asked).isEmpty()) {
                cases.computeIfAbsent(service, unknown -> new ArrayList<>()).add(asked);
            }
        } catch (RequestRefused e) {
            return;
        }
    }

    /** The cases that a mutation can affect; cases that name the rule come first, because they detect it most likely. */
    List<Case> about(PolicyMutation mutation) {
        String rule = mutation.rule().id();
        return mutation.services().stream()
                .flatMap(service -> cases.getOrDefault(service, List.of()).stream())
                .sorted(Comparator.comparing(asked ->
                        !asked.fires().contains(rule) && !asked.silent().contains(rule)))
                .toList();
    }

    /** Whether any case fails by its answer with the mutated policy. */
    boolean detect(ProgrammeRelease other, PolicyMutation mutation) {
        CaseRun run = new CaseRun(other);
        return about(mutation).stream().anyMatch(asked -> MutationDetection.failsByAnswer(run, asked));
    }
}
