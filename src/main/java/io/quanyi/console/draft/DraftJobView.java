package io.quanyi.console.draft;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.draft.job.DraftJob;
import io.quanyi.release.draft.job.DraftJobs.Found;
import io.quanyi.release.draft.job.JobResult;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.job.Job.Progress;
import io.quanyi.release.job.Job.State;
import io.quanyi.release.job.Job.Status;
import io.quanyi.text.EnumCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The values of the template {@code job.html}: how far a job of a draft is. */
public final class DraftJobView {

    private DraftJobView() {}

    /** @param address the address of the screen that shows the job */
    static Map<String, Object> of(Found found, DraftScreen screen, String address) {
        DraftJob job = found.job();
        Status<JobResult> status = job.status();
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        boolean open = status.state() == State.WAITING || status.state() == State.RUNNING;
        Progress progress = status.progress();
        return Map.of(
                "id",
                job.id(),
                "address",
                address,
                "open",
                open,
                "stale",
                found.stale() && status.state() == State.DONE,
                "done",
                progress == null ? 0 : progress.done(),
                "of",
                progress == null ? 0 : progress.of(),
                "text",
                open && progress != null
                        ? texts.of("job-progress", progress.done(), progress.of())
                        : texts.of("job-" + EnumCode.of(status.state())),
                "found",
                found(job, screen),
                "faults",
                status.faults().stream()
                        .map(fault -> fault.message(screen.language()))
                        .toList());
    }

    /** The sentences of an impact that are found while the job goes on; none before the first. */
    private static List<Map<String, Object>> found(DraftJob job, DraftScreen screen) {
        return Stream.ofNullable(job.soFar())
                .filter(Compared.class::isInstance)
                .map(result -> new ImpactSentences(screen, (Compared) result).sentences(ImpactFilter.ALL))
                .filter(sentences -> !sentences.isEmpty())
                .map(sentences -> Map.<String, Object>of("sentences", sentences))
                .toList();
    }

    /** The job as a section of a template; no section where there is no job. */
    public static List<Map<String, Object>> section(Optional<Found> found, DraftScreen screen, String address) {
        return found.map(one -> of(one, screen, address)).stream().toList();
    }
}
