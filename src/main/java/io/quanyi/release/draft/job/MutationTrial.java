package io.quanyi.release.draft.job;

import io.quanyi.checks.CaseFile;
import io.quanyi.coverage.MutationResult;
import io.quanyi.coverage.MutationResults;
import io.quanyi.coverage.MutationWords;
import io.quanyi.coverage.missing.MissingCase;
import io.quanyi.coverage.missing.MissingCases;
import io.quanyi.coverage.missing.ProposedCase;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.impact.ProgressListener;
import io.quanyi.release.RulesTree;
import io.quanyi.release.draft.DraftTrials.Loaded;
import io.quanyi.release.draft.job.JobResult.Mutated;
import io.quanyi.release.draft.job.JobResult.Survivors;
import io.quanyi.release.job.JobWork;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A trial of the mutations of rules: those in files that the draft changes, or whose cases it changes; of all rules, if it changes none.
 *
 * @param cases the cases in its files
 */
record MutationTrial(Loaded draft, List<CaseFile> cases) implements JobWork<Mutated> {

    @Override
    public Mutated run(Cancellation cancellation, ProgressListener progress) {
        ProgrammeRelease release = draft.release();
        Instant at = RulesTree.noon(release);
        Set<String> changed = changed();
        MutationResults results = WorkPool.on(() -> MutationResults.of(
                release, cases, rule -> changed.isEmpty() || changed.contains(stem(rule)), at, progress, cancellation));
        List<Survivors> survivors = new ArrayList<>();
        Set<MutationResult> noticed = new HashSet<>();
        for (MissingCase missing : MissingCases.of(release, results, at)) {
            ProposedCase proposed = ProposedCase.of(missing, release, at).orElse(null);
            survivors.add(survivor(missing.mutations(), proposed));
            noticed.addAll(missing.mutations());
        }
        results.survivors().stream()
                .filter(survivor -> !noticed.contains(survivor))
                .forEach(survivor -> survivors.add(survivor(List.of(survivor), null)));
        return new Mutated(
                results.all().size() - results.equivalent().size(),
                results.survivors().size(),
                survivors);
    }

    /** The names of files of rules, without their endings, that the draft changes or whose cases it changes. */
    private Set<String> changed() {
        Set<String> ofRules = draft.release().policy().rules().stream()
                .map(MutationTrial::stem)
                .collect(Collectors.toSet());
        return draft.draft().changedFiles().stream()
                .map(MutationTrial::stem)
                .filter(ofRules::contains)
                .collect(Collectors.toSet());
    }

    private static String stem(RuleInfo rule) {
        String path = rule.position().file();
        return stem(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String stem(String file) {
        return file.substring(0, Math.max(0, file.indexOf('.')));
    }

    private Survivors survivor(List<MutationResult> mutations, @Nullable ProposedCase proposed) {
        Fault place = draft.source()
                .named(Fault.at("", "state-failed").in(mutations.get(0).rule().position()));
        return new Survivors(
                place.position(),
                Arrays.stream(Language.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                language -> mutations.stream()
                                        .map(mutation -> MutationWords.of(mutation, language))
                                        .toList())),
                proposed);
    }
}
