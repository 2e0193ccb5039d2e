package io.quanyi.decision;

import io.quanyi.catalogue.Catalogue.OpeningHours;
import io.quanyi.decision.answer.Decision.CountedSpan;
import io.quanyi.decision.answer.Decision.Progress;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.TargetValue;
import io.quanyi.decision.answer.Decision.WindowState;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.WindowHours;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.decision.running.CourseOfClock;
import io.quanyi.decision.running.RunningCase;
import io.quanyi.facts.FulfilledBy;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.facts.Term;
import io.quanyi.servicetime.Deadline;
import io.quanyi.servicetime.Pauses;
import io.quanyi.servicetime.Schedule;
import io.quanyi.servicetime.Schedule.Count;
import io.quanyi.servicetime.Target;
import io.quanyi.servicetime.Target.Elapsed;
import io.quanyi.servicetime.Target.Working;
import io.quanyi.servicetime.Window;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns windows and target times into instants of the zone of the programme. */
final class ServiceTimes {

    /** The number of counted spans in an answer, which suffices for two months of working days with a break at noon. */
    static final int MAX_SPANS = 64;

    private final ResolvedRequest question;
    private final Combination combined;
    private final DecisionBasis provenance;
    private final boolean counts;
    private final @Nullable RunningCase running;
    private final Pauses pauses;
    private final Set<String> unused = new TreeSet<>();
    private boolean beyondCalendar;
    private boolean awaitsAnnouncement;
    private boolean inZoneOfCustomer;

    /** @param counts whether instants are computed; without them, only windows and target times are stated */
    ServiceTimes(ResolvedRequest question, Combination combined, DecisionBasis provenance, boolean counts) {
        this.question = question;
        this.combined = combined;
        this.provenance = provenance;
        this.counts = counts;
        this.running = counts ? question.running() : null;
        this.pauses = running == null ? Pauses.NONE : running.clockPauses();
        if (running != null) {
            unused.addAll(running.stated());
        }
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
                zone(hours.term().window()),
                isOpen(hours.term().window()),
                window == null ? null : local(window.closesAt(at)),
                window == null ? null : local(window.opensAt(at)),
                provenance.rule(hours.rule()),
                provenance.clause(hours.rule()),
                provenance.quote(hours.rule()));
    }

    /** The target time of the response; null if none is stated. */
    @Nullable Promise response() {
        Stated<Response> response = combined.nearest(Response.class);
        return response == null
                ? null
                : promise(
                        response.term().target(),
                        clock(response, response.term().window()),
                        fulfilledBy(),
                        response.rule(),
                        running == null ? null : running.ofResponse());
    }

    private @Nullable String fulfilledBy() {
        Stated<FulfilledBy> deed = combined.nearest(FulfilledBy.class);
        if (deed == null) {
            return null;
        }
        provenance.value("/response/fulfilledBy", deed.rule());
        return deed.term().id();
    }

    /** The target time of the resolution; null if none is stated. */
    @Nullable Promise resolution() {
        Stated<Resolution> resolution = combined.nearest(Resolution.class);
        return resolution == null
                ? null
                : promise(
                        resolution.term().target(),
                        clock(resolution, resolution.term().window()),
                        null,
                        resolution.rule(),
                        running == null ? null : running.ofResolution());
    }

    /** The zone of the hours of a window; if they are not stated, they are local and the zone is the customer's, null if it is not known. */
    private @Nullable String zone(String id) {
        OpeningHours known = question.release().catalogue().windows().get(id);
        Window stated = known == null ? null : known.window();
        ZoneId customers = question.request().subscription().customerTimeZone();
        inZoneOfCustomer |= stated == null && customers != null;
        ZoneId zone = stated == null ? customers : stated.zone();
        return zone == null ? null : zone.getId();
    }

    /** Whether the zone of the window is that of the customer; to be called after the window is made. */
    boolean inZoneOfCustomer() {
        return inZoneOfCustomer;
    }

    /** Whether any time so far lies beyond the calendars; to be called last. */
    boolean beyondCalendar() {
        return beyondCalendar;
    }

    /** Whether any time so far depends on holiday hours that are not announced; to be called last. */
    boolean awaitsAnnouncement() {
        return awaitsAnnouncement;
    }

    /** The members of the course of the case that no clock has read so far, as pointers; to be called last. */
    Set<String> unused() {
        return unused;
    }

    /** Whether a window is open; null if its hours are not stated or not announced. */
    @Nullable Boolean isOpen(String window) {
        WindowHours hours = hours(window);
        Boolean open = hours == null ? null : hours.isOpen(question.at());
        awaitsAnnouncement |= hours != null && open == null;
        return open;
    }

    private Promise promise(
            Target target,
            @Nullable String window,
            @Nullable String fulfilledBy,
            @Nullable RuleInfo rule,
            @Nullable CourseOfClock course) {
        String clock = target instanceof Working ? window : null;
        Deadline deadline = deadline(target, clock);
        return new Promise(
                new TargetValue(target.amount(), target.unit()),
                clock,
                deadline == null ? null : local(deadline.dueAt()),
                fulfilledBy,
                provenance.rule(rule),
                provenance.clause(rule),
                provenance.quote(rule),
                deadline == null ? List.of() : spans(deadline),
                deadline == null ? 0 : deadline.omitted(),
                deadline == null || course == null ? null : progress(target, clock, deadline, course));
    }

    private @Nullable Progress progress(
            Target target, @Nullable String clock, Deadline deadline, CourseOfClock course) {
        Count count = counted(target, clock, course.until());
        if (count == null) {
            awaitsAnnouncement = true;
            return null;
        }
        beyondCalendar |= count.beyondCalendar();
        unused.removeAll(course.read());
        ZonedDateTime due = deadline.dueAt();
        WindowHours hours = clock == null ? null : hours(clock);
        long length = hours == null ? target.seconds() : hours.seconds(target);
        return course.progress(length, count.time(), due == null ? null : due.toInstant(), question.zone());
    }

    private @Nullable Count counted(Target target, @Nullable String clock, Instant until) {
        WindowHours hours = clock == null ? null : hours(clock);
        return hours == null
                ? Schedule.elapsed(question.at(), pauses, until)
                : hours.counted(target, question.at(), pauses, until);
    }

    /**
     * The window that a target time in working time is counted in. An agreed target time may name its own. Agreed hours of the service are
     * the clock of all others, also of those in the document; without them, an agreed target time is counted as the document counts.
     *
     * @param own the window that the target time names
     */
    private @Nullable String clock(Stated<?> stated, @Nullable String own) {
        boolean agreed = stated.distance() == Finding.CONTRACT;
        Stated<Hours> hours = combined.nearest(Hours.class);
        if (agreed && own != null) {
            return own;
        }
        if (hours != null && hours.distance() == Finding.CONTRACT) {
            return hours.term().window();
        }
        if (!agreed) {
            return own;
        }
        String resolution =
                stated.term() instanceof Resolution ? documented(Resolution.class, Resolution::window) : null;
        String usual = resolution == null ? documented(Response.class, Response::window) : resolution;
        return usual == null && hours != null ? hours.term().window() : usual;
    }

    /** The window that the nearest rule with a window names for a target time. */
    private <T extends Term> @Nullable String documented(Class<T> type, Function<T, @Nullable String> window) {
        return combined.all(type).stream()
                .filter(stated -> stated.distance() != Finding.CONTRACT)
                .sorted(Comparator.comparingInt(Stated::distance))
                .map(stated -> window.apply(stated.term()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Deadline deadline(Target target, @Nullable String clock) {
        if (target instanceof Elapsed elapsed) {
            return counts ? Schedule.elapsed(elapsed, question.at(), pauses, question.zone(), MAX_SPANS) : null;
        }
        WindowHours hours = clock == null ? null : hours(clock);
        Deadline deadline = hours == null ? null : hours.deadline(target, question.at(), pauses, MAX_SPANS);
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
