package io.quanyi.explain;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.CountedSpan;
import io.quanyi.decision.answer.Decision.Progress;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.release.WindowHours;
import io.quanyi.decision.running.RunningCase;
import io.quanyi.explain.ExplanationReport.ClockLine;
import io.quanyi.explain.ExplanationReport.ProgressLine;
import io.quanyi.explain.ExplanationReport.StretchLine;
import io.quanyi.facts.Domain;
import io.quanyi.servicetime.Pauses;
import io.quanyi.servicetime.Pauses.Pause;
import io.quanyi.servicetime.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains how the target times of a decision were counted: the counted and the skipped stretches of time. */
record ClockExplainer(
        ExplanationWords wording,
        OffsetDateTime start,
        @Nullable RunningCase running) {

    List<ClockLine> of(Decision decision) {
        List<ClockLine> lines = new ArrayList<>();
        add(lines, "response", "Response", decision.response());
        add(lines, "resolution", "Resolution", decision.resolution());
        return List.copyOf(lines);
    }

    private void add(List<ClockLine> lines, String what, String part, @Nullable Promise promise) {
        if (promise == null) {
            return;
        }
        String window = promise.window();
        lines.add(new ClockLine(
                part,
                wording.text("part." + part),
                wording.words().promise(what, promise.target()),
                window == null ? null : wording.named(Domain.WINDOW, window),
                start,
                promise.dueAt(),
                text(promise),
                stretches(promise),
                progress(promise.progress())));
    }

    private @Nullable ProgressLine progress(@Nullable Progress progress) {
        return progress == null
                ? null
                : new ProgressLine(
                        progress.asOf(),
                        progress.state(),
                        progress.since(),
                        progress.countedSeconds(),
                        progress.remainingSeconds(),
                        wording.text(
                                "clock.progress",
                                new TimeWords(wording).instant(progress.asOf()),
                                wording.words().progress(progress)));
    }

    private String text(Promise promise) {
        OffsetDateTime due = promise.dueAt();
        TimeWords times = new TimeWords(wording);
        if (due != null) {
            String window = promise.window();
            return window == null
                    ? wording.text("clock.due-elapsed", times.instant(start), times.instant(due))
                    : wording.text(
                            "clock.due", times.instant(start), wording.name(Domain.WINDOW, window), times.instant(due));
        }
        return wording.text(uncounted(promise));
    }

    private String uncounted(Promise promise) {
        if (promise.target().unit().equals("immediate")) {
            return "clock.immediate";
        }
        if (promise.progress() != null) {
            return "clock.waiting";
        }
        boolean stated = promise.window() != null && wording.release().hours().containsKey(promise.window());
        return stated ? "clock.not-announced" : "clock.not-stated";
    }

    private List<StretchLine> stretches(Promise promise) {
        List<StretchLine> stretches = new ArrayList<>();
        OffsetDateTime reached = start;
        for (CountedSpan span : spans(promise)) {
            skip(stretches, reached, span.from(), promise.window());
            stretches.add(counted(span));
            reached = span.to();
        }
        if (promise.progress() != null && promise.dueAt() == null) {
            skip(stretches, reached, promise.progress().asOf(), promise.window());
        }
        return List.copyOf(stretches);
    }

    /** Adds the stretches that are not counted between two instants: pauses of the case, and the time outside service hours. */
    private void skip(List<StretchLine> stretches, OffsetDateTime from, OffsetDateTime to, @Nullable String window) {
        OffsetDateTime reached = from;
        for (Pause pause : pauses().all()) {
            OffsetDateTime begin = latest(reached, local(pause.from()));
            OffsetDateTime end = pause.to() == null ? to : earliest(to, local(pause.to()));
            if (begin.isBefore(end)) {
                if (reached.isBefore(begin)) {
                    stretches.add(skipped(reached, begin, window));
                }
                stretches.add(waiting(begin, end));
                reached = end;
            }
        }
        if (reached.isBefore(to)) {
            stretches.add(skipped(reached, to, window));
        }
    }

    private Pauses pauses() {
        return running == null ? Pauses.NONE : running.clockPauses();
    }

    private static OffsetDateTime latest(OffsetDateTime a, OffsetDateTime b) {
        return a.isBefore(b) ? b : a;
    }

    private static OffsetDateTime earliest(OffsetDateTime a, OffsetDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    private OffsetDateTime local(Instant instant) {
        return local(instant.atZone(ZoneOffset.UTC));
    }

    private StretchLine waiting(OffsetDateTime from, OffsetDateTime to) {
        return new StretchLine(
                from,
                to,
                Duration.between(from, to).toSeconds(),
                false,
                wording.text("clock.skipped", shown(from, to)),
                List.of(PauseExplainer.waiting(wording, from.toLocalDate(), to.toLocalDate())));
    }

    /** All counted spans of a target time, including the middle ones that an answer leaves out. */
    private List<CountedSpan> spans(Promise promise) {
        WindowHours hours =
                promise.window() == null ? null : wording.release().hours().get(promise.window());
        if (promise.countedOmitted() == 0 || hours == null) {
            return promise.counted();
        }
        Target target = Target.of(promise.target().amount(), promise.target().unit());
        return hours.spans(target, start.toInstant(), pauses()).stream()
                .map(span -> new CountedSpan(local(span.from()), local(span.to())))
                .toList();
    }

    private OffsetDateTime local(ZonedDateTime time) {
        return time.withZoneSameInstant(wording.release().programme().zone()).toOffsetDateTime();
    }

    private StretchLine counted(CountedSpan span) {
        Duration length = Duration.between(span.from(), span.to());
        String text =
                wording.text("clock.counted", shown(span.from(), span.to()), new TimeWords(wording).length(length));
        return new StretchLine(span.from(), span.to(), length.toSeconds(), true, text, List.of());
    }

    private StretchLine skipped(OffsetDateTime from, OffsetDateTime to, @Nullable String window) {
        return new StretchLine(
                from,
                to,
                Duration.between(from, to).toSeconds(),
                false,
                wording.text("clock.skipped", shown(from, to)),
                new PauseExplainer(wording, window).between(from, to));
    }

    private String shown(OffsetDateTime from, OffsetDateTime to) {
        return new TimeWords(wording).span(from, to);
    }
}
