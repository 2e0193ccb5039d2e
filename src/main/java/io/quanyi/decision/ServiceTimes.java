package io.quanyi.decision;

import io.quanyi.decision.answer.Decision.CountedSpan;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.TargetValue;
import io.quanyi.decision.answer.Decision.WindowState;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.WindowHours;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.FulfilledBy;
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

/** Turns windows and target times into instants of the zone of the programme. */
final class ServiceTimes {

    /** The number of counted spans in an answer, which suffices for two months of working days with a break at noon. */
    static final int MOST_SPANS = 64;

    private final ResolvedRequest question;
    private final Combination combined;
    private final DecisionBasis provenance;
    private final boolean counts;
    private boolean beyondCalendar;
    private boolean awaitsAnnouncement;

    /** @param counts whether instants are computed; without them, only windows and target times are stated */
    ServiceTimes(ResolvedRequest question, Combination combined, DecisionBasis provenance, boolean counts) {
        this.question = question;
        this.combined = combined;
        this.provenance = provenance;
        this.counts = counts;
    }

    /** The window of the service, with the time at which it closes or opens; null if its hours are not stated. */
    @Nullable WindowState window() {
        Stated<Hours> hours = combined.nearest(Hours.class);
        if (hours == null) {
            return null;
        }
        WindowHours window = hours(hours.term().window());
        Instant at = question.at();
        beyondCalendar |= window != null && window.beyondCalendar(at);
        return new WindowState(
                hours.term().window(),
                question.zone().getId(),
                isOpen(hours.term().window()),
                window == null ? null : local(window.closesAt(at)),
                window == null ? null : local(window.opensAt(at)),
                provenance.rule(hours.rule()),
                provenance.clause(hours.rule()));
    }

    /** The target time of the response; null if none is stated. */
    @Nullable Promise response() {
        Stated<Response> response = combined.nearest(Response.class);
        return response == null
                ? null
                : promise(response.term().target(), response.term().window(), fulfilledBy(), response.rule());
    }

    private @Nullable String fulfilledBy() {
        Stated<FulfilledBy> deed = combined.nearest(FulfilledBy.class);
        if (deed == null) {
            return null;
        }
        provenance.rule(deed.rule());
        return deed.term().id();
    }

    /** The target time of the resolution; null if none is stated. */
    @Nullable Promise resolution() {
        Stated<Resolution> resolution = combined.nearest(Resolution.class);
        return resolution == null
                ? null
                : promise(resolution.term().target(), resolution.term().window(), null, resolution.rule());
    }

    /** Whether any time so far lies beyond the calendars; to be called last. */
    boolean beyondCalendar() {
        return beyondCalendar;
    }

    /** Whether any time so far depends on holiday hours that are not announced; to be called last. */
    boolean awaitsAnnouncement() {
        return awaitsAnnouncement;
    }

    /** Whether a window is open; null if its hours are not stated or not announced. */
    @Nullable Boolean isOpen(String window) {
        WindowHours hours = hours(window);
        Boolean open = hours == null ? null : hours.isOpen(question.at());
        awaitsAnnouncement |= hours != null && open == null;
        return open;
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
                deadline == null ? List.of() : spans(deadline),
                deadline == null ? 0 : deadline.omitted());
    }

    /** The window for a target time of the contract, which names none: the window of the response by rules, or the hours of the service. */
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
            return counts ? Schedule.elapsed(hours, question.at(), question.zone()) : null;
        }
        WindowHours hours = clock == null ? null : hours(clock);
        Deadline deadline = hours == null ? null : hours.deadline(target, question.at(), MOST_SPANS);
        beyondCalendar |= deadline != null && deadline.beyondCalendar();
        awaitsAnnouncement |= hours != null && deadline == null;
        return deadline;
    }

    /** The hours of a window; null if they are not stated, or instants are not computed. */
    private @Nullable WindowHours hours(String window) {
        provenance.restOnWindow(window);
        return counts ? question.release().hours().get(window) : null;
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
