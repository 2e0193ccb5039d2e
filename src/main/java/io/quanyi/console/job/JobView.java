package io.quanyi.console.job;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.job.Job;
import io.quanyi.release.job.Job.Progress;
import io.quanyi.release.job.Job.State;
import io.quanyi.release.job.Job.Status;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Map;

/** The values of the template {@code job.html}: how far a job is. */
public final class JobView {

    private JobView() {}

    /**
     * The values for a job.
     *
     * @param stale the key of the text that says that its result does not hold any more; empty if it holds
     * @param address the address of the screen that shows the job
     * @param found its result as far as it is found, as sections of the template
     */
    public static Map<String, Object> of(
            Job<?> job, String stale, String address, List<Map<String, Object>> found, Language language) {
        Status<?> status = job.status();
        boolean open = status.state() == State.WAITING || status.state() == State.RUNNING;
        boolean isStale = !stale.isEmpty() && status.state() == State.DONE;
        Progress progress = status.progress();
        return Map.of(
                "id",
                job.id(),
                "address",
                address,
                "open",
                open,
                "stale",
                isStale,
                "done",
                progress == null ? 0 : progress.done(),
                "of",
                progress == null ? 0 : progress.of(),
                "text",
                isStale ? new ConsoleTexts(language).of(stale) : text(status, open, new ConsoleTexts(language)),
                "found",
                found,
                "faults",
                status.faults().stream().map(fault -> fault.message(language)).toList());
    }

    private static String text(Status<?> status, boolean open, ConsoleTexts texts) {
        Progress progress = status.progress();
        return open && progress != null
                ? texts.of("job-progress", progress.done(), progress.of())
                : texts.of("job-" + EnumCode.of(status.state()));
    }
}
