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
 * Tries variants of a policy: first by the cases, several at a time; then, one after the other because that takes room, what no case
 * notices by all questions that there are.
 */
final class Trials {

    private final ProgrammeRelease release;
    private final CasesByService cases;
    private final Instant at;
    private final ProgressListener progress;
    private final AtomicInteger done = new AtomicInteger();

    Trials(ProgrammeRelease release, List<CaseFile> files, Instant at, ProgressListener progress) {
        this.release = release;
        this.cases = new CasesByService(release, files);
        this.at = at;
        this.progress = progress;
    }

    /** What becomes of each, in their order. */
    List<Mutation> of(List<Variant> variants) {
        List<Notice> notices = variants.parallelStream()
                .map(variant -> counted(notice(variant), variants.size()))
                .toList();
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Notice notice = notices.get(i);
            mutations.add(mutation(variants.get(i), notice));
            if (notice.isNone()) {
                progress.done(done.incrementAndGet(), variants.size());
            }
        }
        return mutations;
    }

    private Notice counted(Notice notice, int of) {
        if (!notice.isNone()) {
            progress.done(done.incrementAndGet(), of);
        }
        return notice;
    }

    private Notice notice(Variant variant) {
        return Notice.of(new CaseRun(release.with(variant.policy())), cases.about(variant));
    }

    private Mutation mutation(Variant variant, Notice notice) {
        if (!notice.isNone()) {
            return Mutation.of(variant, Fate.NOTICED, notice, null);
        }
        try {
            return matters(variant, notice);
        } catch (TooManyCombinations e) {
            return Mutation.of(variant, Fate.UNPROVEN, notice, null);
        }
    }

    /** Looks for something that is answered otherwise, until it is found. */
    private Mutation matters(Variant variant, Notice notice) {
        ProgrammeRelease other = release.with(variant.policy());
        for (String service : variant.services()) {
            if (!Impact.differs(release, other, List.of(service), at)) {
                continue;
            }
            Impact impact = Impact.between(release, other, List.of(service), at);
            for (ServiceImpact changed : impact.services()) {
                if (!changed.sentences().isEmpty()) {
                    ImpactSentence example = changed.sentences().get(0);
                    return Mutation.of(variant, Fate.SURVIVED, notice, example);
                }
            }
            if (!impact.notCompared().isEmpty()) {
                return Mutation.of(variant, Fate.UNPROVEN, notice, null);
            }
        }
        return Mutation.of(variant, Fate.EQUIVALENT, notice, null);
    }
}
