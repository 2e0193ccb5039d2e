package io.quanyi.checks;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.WindowHours;
import io.quanyi.servicetime.Deadline;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.Pauses;
import io.quanyi.servicetime.Schedule;
import io.quanyi.servicetime.Target;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instants at which target times of a release are due, compared over all instants at which a request may be made. The time from a
 * request to the end of a target in open time is longest for a request that comes as the window closes, and shortest as it opens, so only
 * these instants are tried, on the dates that the calendars know.
 */
final class DueTimes {

    /** The days that are tried where no calendar bounds them: a week shows them all. */
    private static final int DAYS = 14;

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 6, 1);

    private final ProgrammeRelease release;

    DueTimes(ProgrammeRelease release) {
        this.release = release;
    }

    /** An instant of a request for which one target is due after another; empty if there is none, or none is known. */
    Optional<Instant> lateAt(Target target, @Nullable String window, Target before, @Nullable String windowBefore) {
        Instant start = start();
        if (Objects.equals(window, windowBefore)) {
            return length(target, window) > length(before, windowBefore) ? Optional.of(start) : Optional.empty();
        }
        Stream<Instant> changes = Stream.concat(Stream.ofNullable(window), Stream.ofNullable(windowBefore))
                .flatMap(id -> Stream.ofNullable(release.hours().get(id)))
                .flatMap(hours -> changes(hours.closed()).stream());
        return Stream.concat(Stream.of(start), changes)
                .filter(at -> isLate(at, target, window, before, windowBefore))
                .findFirst();
    }

    /** The instant of a request in words, in the zone of the programme. */
    String asked(Instant at, Language language) {
        OffsetDateTime local = at.atZone(release.programme().zone()).toOffsetDateTime();
        return Texts.of(language, "remark.asked-at", List.of(new DateTexts(language).instant(local)));
    }

    private boolean isLate(
            Instant at, Target target, @Nullable String window, Target before, @Nullable String windowBefore) {
        Instant due = due(at, target, window);
        Instant dueBefore = due(at, before, windowBefore);
        // Open time is never shorter than the time of the clock, whatever the hours are
        Instant earliest = due == null ? at.plusSeconds(target.seconds()) : due;
        return dueBefore != null && earliest.isAfter(dueBefore);
    }

    /** The instant at which a target is due; null if its hours are not stated or not announced. */
    private @Nullable Instant due(Instant at, Target target, @Nullable String window) {
        if (!(target instanceof Target.Working)) {
            return at.plusSeconds(target.seconds());
        }
        WindowHours hours = window == null ? null : release.hours().get(window);
        Deadline deadline = hours == null ? null : hours.deadline(target, at, Pauses.NONE, 2);
        ZonedDateTime due = deadline == null ? null : deadline.dueAt();
        return due == null ? null : due.toInstant();
    }

    private long length(Target target, @Nullable String window) {
        WindowHours hours = window == null ? null : release.hours().get(window);
        return hours == null ? target.seconds() : hours.seconds(target);
    }

    /** The instants at which a window opens or closes. */
    private List<Instant> changes(Schedule schedule) {
        HolidayCalendar calendar = schedule.calendar();
        Instant at = start(calendar == null ? SOME_DAY : calendar.knownFrom());
        Instant end = calendar == null ? at.plus(DAYS, ChronoUnit.DAYS) : start(calendar.knownTo());
        List<Instant> changes = new ArrayList<>();
        while (at.isBefore(end)) {
            ZonedDateTime next = schedule.isOpen(at) ? schedule.closesAt(at) : schedule.opensAt(at);
            if (next == null) {
                return changes;
            }
            at = next.toInstant();
            changes.add(at);
        }
        return changes;
    }

    private Instant start() {
        return start(SOME_DAY);
    }

    private Instant start(LocalDate day) {
        return day.atTime(12, 0).atZone(release.programme().zone()).toInstant();
    }
}
