package io.quanyi.release.publish.web.draft.job;

import io.quanyi.impact.report.ImpactReport;
import io.quanyi.release.draft.job.DraftJob;
import io.quanyi.release.draft.job.JobResult;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.draft.job.JobResult.Mutated;
import io.quanyi.release.draft.job.JobResult.Tested;
import io.quanyi.release.draft.job.JobTask.Kind;
import io.quanyi.release.job.Job.Progress;
import io.quanyi.release.job.Job.State;
import io.quanyi.release.job.Job.Status;
import io.quanyi.release.publish.web.draft.DraftTag;
import io.quanyi.source.Fault;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.web.description.ClosedLists;
import io.quanyi.wire.ProblemError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A job of a draft.
 *
 * @param etag the tag of the state of the draft that it is about
 * @param stale whether files of the draft that the result depends on have changed since
 * @param progress how far it is; null while that is not known
 * @param test the result of a run of the cases; null for another job, and before its end
 * @param mutations the result of a trial of mutations; null for another job, and before its end
 * @param impact the result of a comparison; null for another job, and before its end
 * @param soFar the findings of a comparison that has not ended; null for another job, and once it has ended
 * @param faults why it failed
 */
record DraftJobAnswer(
        String id,
        String kind,
        String state,
        String etag,
        boolean stale,
        @Nullable JobProgress progress,
        @Nullable CaseResults test,
        @Nullable MutationLines mutations,
        @Nullable ImpactReport impact,
        @Nullable ImpactReport soFar,
        List<ProblemError> faults) {

    /** How many of the cases or services are done. */
    record JobProgress(int done, int of) {

        static @Nullable JobProgress of(@Nullable Progress progress) {
            return progress == null ? null : new JobProgress(progress.done(), progress.of());
        }
    }

    /**
     * The result of a run of the cases.
     *
     * @param cases how many were run
     * @param failed how many fail
     * @param failures the differences of those that fail
     * @param changed cases of an unchanged policy that the draft answers differently
     * @param omitted how many differences and changed cases more there are
     */
    record CaseResults(int cases, int failed, List<ProblemError> failures, List<ProblemError> changed, int omitted) {

        /** The most of each list that are listed: enough to mend at a time. */
        private static final int MAX_FAULTS = 200;

        static CaseResults of(Tested tested, Language language) {
            List<Fault> failures = first(tested.failures());
            List<Fault> changed = first(tested.changed());
            int listed = failures.size() + changed.size();
            return new CaseResults(
                    tested.cases(),
                    tested.failed(),
                    ProblemError.all(failures, language),
                    ProblemError.all(changed, language),
                    tested.failures().size() + tested.changed().size() - listed);
        }

        private static List<Fault> first(List<Fault> faults) {
            return faults.subList(0, Math.min(faults.size(), MAX_FAULTS));
        }
    }

    static DraftJobAnswer of(DraftJob job, boolean stale, Language language) {
        Status<JobResult> status = job.status();
        return new DraftJobAnswer(
                job.id(),
                EnumCode.of(job.task().kind()),
                EnumCode.of(status.state()),
                DraftTag.of(job.draft().revision()),
                stale,
                JobProgress.of(status.progress()),
                status.result() instanceof Tested tested ? CaseResults.of(tested, language) : null,
                status.result() instanceof Mutated mutated ? MutationLines.of(mutated, language) : null,
                report(status.result(), language),
                report(job.soFar(), language),
                ProblemError.all(status.faults(), language));
    }

    private static @Nullable ImpactReport report(@Nullable JobResult result, Language language) {
        return result instanceof Compared compared ? compared.reports().in(language) : null;
    }

    /** States the codes of these answers, for the description of the interface. */
    @Component
    static class Codes implements ClosedLists.Contributor {

        @Override
        public void addTo(ClosedLists lists) {
            lists.addCodes(DraftJobAnswer.class, "kind", Kind.class);
            lists.addCodes(DraftJobAnswer.class, "state", State.class);
        }
    }
}
