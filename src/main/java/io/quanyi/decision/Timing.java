package io.quanyi.decision;

import io.quanyi.decision.Combination.Stated;
import io.quanyi.decision.Decision.CountedSpan;
import io.quanyi.decision.Decision.Promise;
import io.quanyi.decision.Decision.TargetValue;
import io.quanyi.decision.Decision.WindowState;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.servicetime.Deadline;
import io.quanyi.servicetime.Schedule;
import io.quanyi.servicetime.Target;
import io.quanyi.servicetime.Target.ElapsedHours;
import io.quanyi.servicetime.Target.Immediate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns windows and targets into instants of the programme's zone, whatever offset the caller sent. */
final class Timing {

    private final CheckedQuestion question;
    private final Combination combined;
    private final Provenance provenance;
    private boolean beyondCalendar;

    Timing(CheckedQuestion question, Combination combined, Provenance provenance) {
        this.question = question;
        this.combined = combined;
        this.provenance = provenance;
    }

    /** Whether the service is open, and until or from when; null where its hours are not stated. */
    @Nullable WindowState window() {
        Stated<Hours> hours = combined.nearest(Hours.class);
        if (hours == null) {
            return null;
        }
        Schedule schedule = schedule(hours.term().window());
        Instant at = question.at();
        beyondCalendar |= schedule.beyondCalendar(at);
        return new WindowState(
                hours.term().window(),
                question.zone().getId(),
                schedule.isOpen(at),
                local(schedule.closesAt(at)),
                local(schedule.opensAt(at)),
                provenance.rule(hours.rule()),
                provenance.clause(hours.rule()));
    }

    /** By when the first answer is owed. */
    @Nullable Promise response() {
        Stated<Response> response = combined.nearest(Response.class);
        return response == null
                ? null
                : promise(
                        response.term().target(), response.term().window(), response.term().fulfilledBy(), response.rule());
    }

    /** By when a solution is owed. */
    @Nullable Promise resolution() {
        Stated<Resolution> resolution = combined.nearest(Resolution.class);
        return resolution == null
                ? null
                : promise(resolution.term().target(), resolution.term().window(), null, resolution.rule());
    }

    /** Whether anything that was asked lies outside what a calendar knows; ask last. */
    boolean beyondCalendar() {
        return beyondCalendar;
    }

    /** Whether a channel with hours of its own is open. */
    boolean isOpen(String window) {
        return schedule(window).isOpen(question.at());
    }

    private Promise promise(
            Target target, @Nullable String window, @Nullable String fulfilledBy, @Nullable RuleInfo rule) {
        boolean counted = !(target instanceof Immediate);
        boolean elapsed = target instanceof ElapsedHours;
        String clock = !counted || elapsed ? null : window == null ? usualClock() : window;
        Deadline deadline = deadline(target, clock);
        return new Promise(
                new TargetValue(target.amount(), target.unit()),
                clock,
                deadline == null ? null : local(deadline.dueAt()),
                fulfilledBy,
                provenance.rule(rule),
                provenance.clause(rule),
                deadline == null ? List.of() : spans(deadline));
    }

    /** The clock of a contract's working time, which names none: that of the document's own promise, else the service's hours. */
    private @Nullable String usualClock() {
        Stated<Hours> hours = combined.nearest(Hours.class);
        return combined.all(Response.class).stream()
                .sorted(java.util.Comparator.comparingInt(Stated::distance))
                .map(stated -> stated.term().window())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(hours == null ? null : hours.term().window());
    }

    private @Nullable Deadline deadline(Target target, @Nullable String clock) {
        if (target instanceof ElapsedHours hours) {
            return Schedule.elapsed(hours, question.at(), question.zone());
        }
        if (clock == null) {
            return null;
        }
        Deadline deadline = schedule(clock).deadline(target, question.at());
        beyondCalendar |= deadline.beyondCalendar();
        return deadline;
    }

    private Schedule schedule(String window) {
        provenance.restOnWindow(window);
        return Objects.requireNonNull(question.release().schedules().get(window), window);
    }

    private List<CountedSpan> spans(Deadline deadline) {
        return deadline.counted().stream()
                .map(span -> new CountedSpan(
                        Objects.requireNonNull(local(span.from())), Objects.requireNonNull(local(span.to()))))
                .toList();
    }

    private @Nullable OffsetDateTime local(@Nullable ZonedDateTime time) {
        return time == null ? null : time.withZoneSameInstant(question.zone()).toOffsetDateTime();
    }
}
