package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.policy.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cases by the service that they ask for. One that fails anyway notices nothing, and is left out. */
final class CasesByService {

    private final Map<String, List<Case>> cases = new HashMap<>();

    CasesByService(ProgrammeRelease release, List<CaseFile> files) {
        CaseRun run = new CaseRun(release);
        files.forEach(file -> file.cases().forEach(asked -> add(run, asked)));
    }

    /** What is no request is refused by every release alike. */
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

    /** The cases that a variant can matter to; first those that speak of its rule, which know it best. */
    List<Case> about(Variant variant) {
        String rule = variant.rule().id();
        return variant.services().stream()
                .flatMap(service -> cases.getOrDefault(service, List.of()).stream())
                .sorted(Comparator.comparing(asked ->
                        !asked.fires().contains(rule) && !asked.silent().contains(rule)))
                .toList();
    }

    /** Whether some answer of a release with a variant's policy is not what its case says. */
    boolean tellApart(ProgrammeRelease other, Variant variant) {
        CaseRun run = new CaseRun(other);
        return about(variant).stream().anyMatch(asked -> Notice.isOtherwise(run, asked));
    }
}
