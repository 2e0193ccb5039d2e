package io.quanyi.console.draft;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.DraftJobs.Found;
import io.quanyi.release.draft.job.JobResult;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.draft.job.JobResult.Tested;
import io.quanyi.release.draft.job.JobTask.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The check-list of a draft before it is published: each point with how it stands, and the screen on which it is settled. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class PublishChecks {

    private final DraftTrials trials;
    private final DraftJobs jobs;

    PublishChecks(DraftTrials trials, DraftJobs jobs) {
        this.trials = trials;
        this.jobs = jobs;
    }

    /** The points that take a job: how the cases and the impact stand. */
    List<Map<String, Object>> ofJobs(DraftScreen screen) {
        return List.of(cases(screen), impact(screen));
    }

    /** The points, in the order of the work. */
    List<Map<String, Object>> of(DraftScreen screen) {
        return List.of(changes(screen), faults(screen), base(screen), cases(screen), impact(screen));
    }

    private static Map<String, Object> changes(DraftScreen screen) {
        boolean empty = screen.view().content().isEmpty();
        return point(screen, !empty, empty ? "check-no-changes" : "check-changes", "");
    }

    private Map<String, Object> faults(DraftScreen screen) {
        try {
            int faults = trials.check(
                            screen.programme().id(), screen.view().draft().id(), () -> false)
                    .faults()
                    .size();
            return faults == 0
                    ? point(screen, true, "check-sound", "")
                    : point(screen, false, "check-faults", "", faults);
        } catch (DraftRefused e) {
            if (e.reason() != Reason.BUSY) {
                throw e;
            }
            return point(screen, false, "draft-not-checked", "");
        }
    }

    private static Map<String, Object> base(DraftScreen screen) {
        Integer overtaken = screen.view().overtaken();
        return overtaken == null
                ? point(screen, true, "check-up-to-date", "")
                : point(screen, false, "check-overtaken", "", overtaken);
    }

    private Map<String, Object> cases(DraftScreen screen) {
        return result(screen, Kind.TEST)
                .map(result -> (Tested) result)
                .map(tested -> tested.failed() == 0
                        ? point(screen, true, "check-cases-pass", "cases", tested.cases())
                        : point(screen, false, "check-cases-fail", "cases", tested.failed(), tested.cases()))
                .orElseGet(() -> point(screen, false, "check-cases-not-run", "cases"));
    }

    private Map<String, Object> impact(DraftScreen screen) {
        return result(screen, Kind.IMPACT)
                .map(result -> new ImpactSentences(screen, (Compared) result).open())
                .map(open -> open == 0
                        ? point(screen, true, "check-intended", "impact")
                        : point(screen, false, "check-not-intended", "impact", open))
                .orElseGet(() -> point(screen, false, "check-impact-not-known", "impact"));
    }

    /** The result of the last job of a kind, if it is about the draft as it is. */
    private Optional<JobResult> result(DraftScreen screen, Kind kind) {
        Optional<Found> found =
                jobs.newest(screen.programme().id(), screen.view().draft().id(), kind);
        return found.filter(one -> !one.stale())
                .flatMap(one -> Optional.ofNullable(one.job().status().result()));
    }

    private static Map<String, Object> point(
            DraftScreen screen, boolean settled, String text, String where, Object... arguments) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        return Map.of(
                "settled", settled,
                "mark", texts.of(settled ? "check-settled" : "check-open"),
                "text", texts.of(text, arguments),
                "href", screen.address(where));
    }
}
