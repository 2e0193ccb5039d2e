package io.quanyi.coverage;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Opening;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.impact.ProgressListener;
import io.quanyi.impact.ServiceImpact;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tests mutations of a policy: first all of them with the cases, concurrently; then each undetected one by comparing all combinations,
 * one after another, because a comparison needs much memory.
 */
final class MutationRun {

    private final ProgrammeRelease release;
    private final CasesByService cases;
    private final Instant at;
    private final ProgressListener progress;
    private final Cancellation cancellation;
    private final AtomicInteger done = new AtomicInteger();

    MutationRun(
            ProgrammeRelease release,
            List<CaseFile> files,
            Instant at,
            ProgressListener progress,
            Cancellation cancellation) {
        this.release = release;
        this.cases = new CasesByService(release, files);
        this.at = at;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** The results of the mutations, in their order. */
    List<MutationResult> of(List<PolicyMutation> mutations) {
        List<MutationDetection> detections = mutations.parallelStream()
                .map(mutation -> counted(detect(mutation), mutations.size()))
                .toList();
        List<MutationResult> results = new ArrayList<>();
        for (int i = 0; i < mutations.size(); i++) {
            MutationDetection detection = detections.get(i);
            results.add(result(mutations.get(i), detection));
            if (detection.isNone()) {
                progress.done(done.incrementAndGet(), mutations.size());
            }
        }
        return results;
    }

    private MutationDetection counted(MutationDetection detection, int of) {
        if (!detection.isNone()) {
            progress.done(done.incrementAndGet(), of);
        }
        return detection;
    }

    private MutationDetection detect(PolicyMutation mutation) {
        cancellation.check();
        return MutationDetection.of(new CaseRun(release.withPolicy(mutation.policy())), cases.about(mutation));
    }

    private MutationResult result(PolicyMutation mutation, MutationDetection detection) {
        if (!detection.isNone()) {
            return MutationResult.of(mutation, MutationStatus.DETECTED, detection, null);
        }
        try {
            return compare(mutation, detection);
        } catch (TooManyCombinations e) {
            return MutationResult.of(mutation, MutationStatus.UNPROVEN, detection, null);
        }
    }

    /** Compares all combinations until one is answered differently. */
    private MutationResult compare(PolicyMutation mutation, MutationDetection detection) {
        ProgrammeRelease other = release.withPolicy(mutation.policy());
        for (String service : mutation.services()) {
            cancellation.check();
            if (!differs(release, other, service, at)) {
                continue;
            }
            Impact impact = Impact.between(release, other, List.of(service), at);
            for (ServiceImpact changed : impact.services()) {
                if (!changed.sentences().isEmpty()) {
                    ImpactSentence example = changed.sentences().get(0);
                    return MutationResult.of(mutation, MutationStatus.SURVIVED, detection, example);
                }
            }
            if (!impact.notCompared().isEmpty()) {
                return MutationResult.of(mutation, MutationStatus.UNPROVEN, detection, null);
            }
            ImpactSentence example = Impact.ofOwnTerms(release, other, service, at);
            return MutationResult.of(mutation, MutationStatus.SURVIVED, detection, example);
        }
        return MutationResult.of(mutation, MutationStatus.EQUIVALENT, detection, null);
    }

    /**
     * Whether any answer about a service differs by a mutation. Where rules ask about openings, the service is also tried with all products open
     * and with none, because a case can state openings of its own.
     *
     * @throws io.quanyi.impact.budget.TooManyCombinations if there are more combinations than a comparison allows
     */
    static boolean differs(ProgrammeRelease release, ProgrammeRelease mutated, String service, Instant at) {
        return Impact.differs(release, mutated, List.of(service), at)
                || (asksAboutOpenings(release, service)
                        && openings(release).stream()
                                .anyMatch(open -> Impact.differs(
                                        with(release, service, open),
                                        with(mutated, service, open),
                                        List.of(service),
                                        at)));
    }

    private static boolean asksAboutOpenings(ProgrammeRelease release, String service) {
        return release.policy().outlines(service).stream()
                .flatMap(rule -> rule.looks().stream())
                .anyMatch(look -> look.fact() == Opening.class);
    }

    private static List<List<String>> openings(ProgrammeRelease release) {
        List<String> products = release.catalogue().products().stream()
                .map(Catalogue.Product::id)
                .toList();
        return List.of(products, List.of());
    }

    private static ProgrammeRelease with(ProgrammeRelease release, String service, List<String> open) {
        return release.with(release.catalogue().withOpenings(service, open));
    }
}
