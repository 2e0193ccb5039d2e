package io.quanyi.console.draft;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.impact.ImpactFilter;
import io.quanyi.release.draft.DraftPublisher;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.DraftJobs.Found;
import io.quanyi.release.draft.job.JobResult;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.draft.job.JobResult.Tested;
import io.quanyi.release.draft.job.JobTask.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The check-list of a draft before it is published: each point with its state, and the screen on which it is settled. A draft is not
 * published while a required point does not hold, neither in the console nor over HTTP; the other points are advice.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class PublishChecks {

    private static final boolean NEEDED = true;
    private static final boolean ADVISED = false;

    private final DraftTrials trials;
    private final DraftJobs jobs;
    private final DraftPublisher publisher;
    private final HolidayReach holidays;

    PublishChecks(DraftTrials trials, DraftJobs jobs, DraftPublisher publisher, HolidayReach holidays) {
        this.holidays = holidays;
        this.trials = trials;
        this.jobs = jobs;
        this.publisher = publisher;
    }

    /** The points that take a job: how the cases and the impact stand. */
    List<Map<String, Object>> ofJobs(DraftScreen screen) {
        return List.of(cases(screen), impact(screen));
    }

    /** The points, in the order of the work. */
    List<Map<String, Object>> of(DraftScreen screen) {
        List<Map<String, Object>> points = new ArrayList<>(List.of(changes(screen)));
        points.addAll(faults(screen));
        points.addAll(List.of(base(screen), cases(screen), impact(screen), comments(screen)));
        holidays.of(screen).ifPresent(reach -> points.add(known(screen, reach)));
        if (publisher.approvals() > 0) {
            points.add(approvals(screen));
        }
        return points;
    }

    private static Map<String, Object> known(DraftScreen screen, HolidayReach.Reach reach) {
        String text = reach.suffices() ? "check-holidays-known" : "check-holidays-end";
        Map<String, Object> point = new HashMap<>(point(screen, reach.suffices(), ADVISED, text, "", reach.day()));
        point.put("href", reach.address());
        return point;
    }

    private static Map<String, Object> comments(DraftScreen screen) {
        int open = screen.view().draft().comments().open().size();
        return open == 0
                ? point(screen, true, NEEDED, "check-no-comments-open", "comments")
                : point(screen, false, NEEDED, "check-comments-open", "comments", open);
    }

    private Map<String, Object> approvals(DraftScreen screen) {
        int given = screen.view().draft().approvals().size();
        int needed = publisher.approvals();
        return point(screen, given >= needed, NEEDED, "check-approvals", "publish", given, needed);
    }

    private static Map<String, Object> changes(DraftScreen screen) {
        boolean empty = screen.view().content().isEmpty();
        return point(screen, !empty, NEEDED, empty ? "check-no-changes" : "check-changes", "");
    }

    /** Whether there are faults, and remarks if there are any. */
    private List<Map<String, Object>> faults(DraftScreen screen) {
        try {
            DraftTrials.Checked checked =
                    trials.check(screen.programme().id(), screen.view().draft().id(), () -> false);
            int faults = checked.faults().size();
            int remarks = checked.remarks().size();
            List<Map<String, Object>> points = new ArrayList<>(List.of(
                    faults == 0
                            ? point(screen, true, NEEDED, "check-sound", "")
                            : point(screen, false, NEEDED, "check-faults", "", faults)));
            if (remarks > 0) {
                points.add(point(screen, false, ADVISED, "check-remarks", "", remarks));
            }
            return points;
        } catch (DraftRefused e) {
            if (e.reason() != Reason.BUSY) {
                throw e;
            }
            return List.of(point(screen, false, NEEDED, "draft-not-checked", ""));
        }
    }

    private static Map<String, Object> base(DraftScreen screen) {
        Integer overtaken = screen.view().overtaken();
        return overtaken == null
                ? point(screen, true, NEEDED, "check-up-to-date", "")
                : point(screen, false, NEEDED, "check-overtaken", "", overtaken);
    }

    private Map<String, Object> cases(DraftScreen screen) {
        return result(screen, Kind.TEST)
                .map(result -> (Tested) result)
                .map(tested -> tested.failed() == 0
                        ? point(screen, true, NEEDED, "check-cases-pass", "cases", tested.cases())
                        : point(screen, false, NEEDED, "check-cases-fail", "cases", tested.failed(), tested.cases()))
                .orElseGet(
                        () -> toBegin(point(screen, false, NEEDED, "check-cases-not-run", "cases"), screen, "cases"));
    }

    private Map<String, Object> impact(DraftScreen screen) {
        return result(screen, Kind.IMPACT)
                .map(result -> new ImpactSentences(screen, (Compared) result).open())
                .map(open -> open == 0
                        ? point(screen, true, ADVISED, "check-intended", "impact")
                        : point(
                                screen,
                                false,
                                ADVISED,
                                "check-not-intended",
                                "impact" + ImpactFilter.UNMARKED.query(),
                                open))
                .orElseGet(() ->
                        toBegin(point(screen, false, ADVISED, "check-impact-not-known", "impact"), screen, "impact"));
    }

    /** The questions that are examples of what the draft changes, each asked at two instants; none while its impact is not known. */
    List<Map<String, Object>> questions(DraftScreen screen, String before, String from) {
        return result(screen, Kind.IMPACT)
                .map(result -> new ImpactSentences(screen, (Compared) result).questions(before, from))
                .orElse(List.of());
    }

    /** The result of the last job of a kind, if it is about the draft as it is. */
    private Optional<JobResult> result(DraftScreen screen, Kind kind) {
        Optional<Found> found =
                jobs.newest(screen.programme().id(), screen.view().draft().id(), kind);
        return found.filter(one -> !one.stale())
                .flatMap(one -> Optional.ofNullable(one.job().status().result()));
    }

    /** A point with a button that begins its job, unless the draft is only shown. */
    private static Map<String, Object> toBegin(Map<String, Object> point, DraftScreen screen, String where) {
        Map<String, Object> all = new HashMap<>(point);
        all.put("begin", new ConsoleTexts(screen.language()).of(where + "-begin"));
        return all;
    }

    private static Map<String, Object> point(
            DraftScreen screen, boolean settled, boolean needed, String text, String where, Object... arguments) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        return Map.of(
                "state", settled ? "good" : needed ? "bad" : "",
                "begin", "",
                "kind", texts.of(needed ? "check-needed" : "check-advised"),
                "mark", texts.of(settled ? "check-settled" : "check-open"),
                "text", texts.of(text, arguments),
                "href", screen.address(where));
    }
}
