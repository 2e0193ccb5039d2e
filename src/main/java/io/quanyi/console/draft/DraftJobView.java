package io.quanyi.console.draft;

import io.quanyi.console.impact.ImpactFilter;
import io.quanyi.console.job.JobView;
import io.quanyi.release.draft.job.DraftJob;
import io.quanyi.release.draft.job.DraftJobs.Found;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.job.Job.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The values of the template {@code job.html}: how far a job of a draft is. */
public final class DraftJobView {

    private DraftJobView() {}

    /** The sentences of an impact that are found while the job goes on; none before the first. */
    private static List<Map<String, Object>> found(DraftJob job, DraftScreen screen) {
        return Stream.ofNullable(job.soFar())
                .filter(Compared.class::isInstance)
                .map(result -> new ImpactSentences(screen, (Compared) result).sentences(ImpactFilter.ALL))
                .filter(sentences -> !sentences.isEmpty())
                .map(sentences -> Map.<String, Object>of("sentences", sentences))
                .toList();
    }

    /** Whether a job may be begun: while one runs, its page cancels it first. */
    public static boolean begins(Optional<Found> found, DraftScreen screen) {
        return screen.isOpen()
                && found.filter(one -> one.job().status().state() == State.WAITING
                                || one.job().status().state() == State.RUNNING)
                        .isEmpty();
    }

    /** The job as a section of a template; no section where there is no job. */
    public static List<Map<String, Object>> section(Optional<Found> found, DraftScreen screen, String address) {
        return found
                .map(one -> JobView.of(
                        one.job(),
                        one.stale() ? "job-stale" : "",
                        address,
                        found(one.job(), screen),
                        screen.language()))
                .stream()
                .toList();
    }
}
