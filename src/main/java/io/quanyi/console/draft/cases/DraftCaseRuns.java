package io.quanyi.console.draft.cases;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.release.draft.DraftTrials.Loaded;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Runs the cases of a draft that one rule can affect. These are few, so they run within the request for a page. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
public class DraftCaseRuns {

    /** The most cases that are shown beside a rule: enough to mend at a time. */
    private static final int MAX_CASES = 20;

    private final DraftTrials trials;

    DraftCaseRuns(DraftTrials trials) {
        this.trials = trials;
    }

    /** The cases of a draft with the release under which they have to pass. */
    record Run(List<CaseFile> files, CaseRun run, Loaded draft) {}

    /**
     * The cases of a draft.
     *
     * @throws DraftRefused with the faults of the draft, if it has any
     */
    Run of(DraftScreen screen) {
        Loaded loaded =
                trials.load(screen.programme().id(), screen.view().draft().id());
        List<CaseFile> files = trials.cases(loaded);
        ProgrammeRelease first = CheckedRelease.caseRelease(loaded.source().tree(), loaded.release(), new Faults());
        return new Run(files, new CaseRun(Optional.ofNullable(first).orElse(loaded.release())), loaded);
    }

    /** The cases about services that a rule can affect and that fail, for {@code failing.html}; none while the draft has faults. */
    public List<Map<String, Object>> failing(DraftScreen screen, String rule) {
        try {
            Run cases = of(screen);
            Set<String> services =
                    Set.copyOf(CompiledPolicy.of(cases.draft().release()).services(rule));
            return cases.files().stream()
                    .flatMap(file -> file.cases().stream())
                    .filter(asked -> services.contains(asked.service()))
                    .map(asked -> cases.run().differences(asked))
                    .filter(differences -> !differences.isEmpty())
                    .limit(MAX_CASES)
                    .map(differences -> FailedCase.of(screen, named(cases.draft(), differences)))
                    .toList();
        } catch (DraftRefused e) {
            return List.of();
        }
    }

    private static List<Fault> named(Loaded draft, List<Fault> faults) {
        return faults.stream().map(draft.source()::named).toList();
    }
}
