package io.quanyi.coverage;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.impact.ProgressListener;
import io.quanyi.impact.ServiceImpact;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.policy.Variant;
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
    private final AtomicInteger done = new AtomicInteger();

    MutationRun(ProgrammeRelease release, List<CaseFile> files, Instant at, ProgressListener progress) {
        this.release = release;
        this.cases = new CasesByService(release, files);
        this.at = at;
        this.progress = progress;
    }

    /** The results of the mutations, in their order. */
    List<MutationResult> of(List<Variant> variants) {
        List<MutationDetection> detections = variants.parallelStream()
                .map(variant -> counted(detect(variant), variants.size()))
                .toList();
        List<MutationResult> mutations = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            MutationDetection detection = detections.get(i);
            mutations.add(mutation(variants.get(i), detection));
            if (detection.isNone()) {
                progress.done(done.incrementAndGet(), variants.size());
            }
        }
        return mutations;
    }

    private MutationDetection counted(MutationDetection detection, int of) {
        if (!detection.isNone()) {
            progress.done(done.incrementAndGet(), of);
        }
        return detection;
    }

    private MutationDetection detect(Variant variant) {
        return MutationDetection.of(new CaseRun(release.with(variant.policy())), cases.about(variant));
    }

    private MutationResult mutation(Variant variant, MutationDetection detection) {
        if (!detection.isNone()) {
            return MutationResult.of(variant, MutationStatus.DETECTED, detection, null);
        }
        try {
            return compare(variant, detection);
        } catch (TooManyCombinations e) {
            return MutationResult.of(variant, MutationStatus.UNPROVEN, detection, null);
        }
    }

    /** Compares all combinations until one is answered differently. */
    private MutationResult compare(Variant variant, MutationDetection detection) {
        ProgrammeRelease other = release.with(variant.policy());
        for (String service : variant.services()) {
            if (!Impact.differs(release, other, List.of(service), at)) {
                continue;
            }
            Impact impact = Impact.between(release, other, List.of(service), at);
            for (ServiceImpact changed : impact.services()) {
                if (!changed.sentences().isEmpty()) {
                    ImpactSentence example = changed.sentences().get(0);
                    return MutationResult.of(variant, MutationStatus.SURVIVED, detection, example);
                }
            }
            if (!impact.notCompared().isEmpty()) {
                return MutationResult.of(variant, MutationStatus.UNPROVEN, detection, null);
            }
        }
        return MutationResult.of(variant, MutationStatus.EQUIVALENT, detection, null);
    }
}
