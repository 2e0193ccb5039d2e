package io.quanyi.servicetime;

import static io.quanyi.servicetime.Desks.BEIJING;
import static io.quanyi.servicetime.Desks.CN_2026;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quanyi.servicetime.Pauses.Pause;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of a case that waits: nothing is counted in its pauses, and everything else as without them. */
class PausesTests {

    private static final Schedule DESK = new Schedule(Desks.FIVE_BY_EIGHT, CN_2026);
    private static final Target DAY = Target.workingDays(1);

    /** Friday 2026-11-20 at 16:00: one working day is due on Monday at 16:00. */
    private static final Instant START = at("20T16:00");

    @ParameterizedTest
    @CsvSource({
        "'', 23T16:00",
        // at the start, within the first hours, empty, touching, in any order
        "20T16:00/20T17:00, 23T17:00",
        "20T16:30/20T17:00, 23T16:30",
        "20T16:30/20T16:30, 23T16:00",
        "20T16:30/20T16:45 20T16:45/20T17:00, 23T16:30",
        "20T16:45/20T17:00 20T16:30/20T16:45, 23T16:30",
        "20T16:30/20T16:40 20T16:50/20T17:00, 23T16:20",
        // outside the hours: the night, the weekend, the lunch break, and just what is closed
        "20T18:00/20T20:00, 23T16:00",
        "21T09:00/22T17:00, 23T16:00",
        "23T12:00/23T13:00, 23T16:00",
        "20T17:30/23T08:30, 23T16:00",
        // over the edges of the hours
        "20T17:00/23T09:00, 23T17:00",
        "23T11:30/23T13:30, 23T17:00",
        // up to the due instant, over it, from it on, and after it
        "23T15:00/23T16:00, 23T17:00",
        "23T15:59/23T16:01, 23T16:02",
        "23T16:00/24T16:00, 23T16:00",
        "23T16:00/, 23T16:00",
        "24T09:00/, 23T16:00",
        // used up with the end of a session, and a minute later
        "23T14:30/23T16:00, 23T17:30",
        "23T14:30/23T16:01, 24T08:31",
        "23T15:00/23T17:30, 24T09:30",
        "23T15:00/24T08:30, 24T09:30",
        "23T15:00/24T09:00, 24T10:00",
    })
    void whatIsPausedIsNotCounted(String pauses, String due) {
        Deadline deadline = DESK.deadline(DAY, START, pauses(pauses), Integer.MAX_VALUE);

        assertThat(Objects.requireNonNull(deadline.dueAt()).toInstant()).isEqualTo(at(due));
        assertThat(deadline.counted().stream().map(Span::length).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofHours(8));
    }

    @ParameterizedTest
    @CsvSource({
        "20T16:00/, PT0S",
        "20T16:30/, PT30M",
        "20T17:30/, PT1H30M",
        "21T12:00/, PT1H30M",
        "23T15:59/, PT7H59M",
        "20T16:30/20T17:00 23T09:00/, PT1H30M",
    })
    void nothingIsDueWhileTheCaseWaits(String pauses, Duration counted) {
        Deadline deadline = DESK.deadline(DAY, START, pauses(pauses), Integer.MAX_VALUE);

        assertThat(deadline.dueAt()).isNull();
        assertThat(deadline.counted().stream().map(Span::length).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(counted);
    }

    @Test
    void countedSpansStopAtAPauseAndGoOnAfterIt() {
        Deadline deadline = DESK.deadline(Target.workingHours(2), START, pauses("20T16:30/20T17:00"), 64);

        assertThat(deadline.counted())
                .containsExactly(
                        span("20T16:00", "20T16:30"), span("20T17:00", "20T17:30"), span("23T08:30", "23T09:30"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 20T16:00, PT0S",
        "'', 20T16:01, PT1M",
        "'', 20T17:30, PT1H30M",
        "'', 22T12:00, PT1H30M",
        "'', 23T08:30, PT1H30M",
        "'', 23T16:00, PT8H",
        "'', 24T08:31, PT9H31M",
        "20T16:00/, 24T08:31, PT0S",
        "20T16:30/, 24T08:31, PT30M",
        "20T16:30/20T17:00, 20T16:29, PT29M",
        "20T16:30/20T17:00, 20T16:45, PT30M",
        "20T16:30/20T17:00, 20T17:01, PT31M",
        "24T09:00/25T09:00, 24T17:00, PT10H",
        "30T09:00/, 24T08:31, PT9H31M",
    })
    void theTimeUpToAnInstantIsCountedWhetherOrNotTheTargetIsUsedUp(String pauses, String until, Duration counted) {
        assertThat(DESK.counted(DAY, START, pauses(pauses), at(until)).time()).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 21T16:00, PT24H",
        "20T23:00/21T01:00, 21T18:00, PT22H",
        "20T16:00/20T17:00, 21T17:00, PT23H",
        "21T16:00/, 21T16:00, PT24H",
    })
    void elapsedHoursPauseByNightToo(String pauses, String due, Duration counted) {
        Target.Elapsed target = (Target.Elapsed) Target.hours(24);

        assertThat(Schedule.elapsed(target, START, pauses(pauses), BEIJING, 64).dueAt())
                .isEqualTo(at(due).atZone(BEIJING));
        assertThat(Schedule.elapsed(START, pauses(pauses), at("21T16:00")).time())
                .isEqualTo(counted);
        assertThat(new Schedule(Desks.ALWAYS, null)
                        .deadline(target, START, pauses(pauses), 64)
                        .dueAt())
                .isEqualTo(at(due).atZone(BEIJING));
    }

    @Test
    void aPauseOverAChangeOfTheClocksIsAsLongAsTheTimeThatPasses() {
        Target.Elapsed target = (Target.Elapsed) Target.hours(24);
        Pauses overTheGap = pauses(Desks.NEW_YORK, "2026-03-08T01:30", "2026-03-08T03:30");
        Pauses overTheOverlap = pauses(Desks.NEW_YORK, "2026-11-01T00:30", "2026-11-01T02:30");

        assertThat(elapsed(target, "2026-03-07T12:00", overTheGap)).isEqualTo("2026-03-08T14:00");
        assertThat(elapsed(target, "2026-10-31T12:00", overTheOverlap)).isEqualTo("2026-11-01T14:00");
    }

    /** Every minute is looked at, over changes of the clocks too. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-07T22:00", "2026-03-08T01:00", "2026-10-31T23:30", "2026-11-01T00:45"})
    void theMinutesThatAreOpenAndNotPausedAreCounted(String from) {
        Window nights = Desks.window("nights", Desks.NEW_YORK, Desks.EVERY_DAY, "00:00-04:00", "22:00-24:00");
        Schedule desk = new Schedule(nights, null);
        Oracle oracle = new Oracle(nights, null);
        Instant start = LocalDateTime.parse(from).atZone(Desks.NEW_YORK).toInstant();
        for (int begin = 0; begin <= 600; begin += 40) {
            for (int length : new int[] {0, 1, 30, 60, 61, 125, 900, 1500}) {
                Pause pause = new Pause(minutes(start, begin), minutes(start, begin + length));
                for (int hours : new int[] {1, 4, 7}) {
                    Target target = Target.workingHours(hours);
                    Instant due = due(oracle, target, start, pause);
                    Pauses pauses = Pauses.of(List.of(pause));

                    assertThat(instant(desk.deadline(target, start, pauses, 64)))
                            .as("%s with %s", target, pause)
                            .isEqualTo(due);
                    assertThat(desk.counted(target, start, pauses, due).time()).hasSeconds(target.seconds());
                }
            }
        }
    }

    @Test
    void daysWithinAPauseAreNotLookedAt() {
        Pauses overTheTurnOfTheYear = pauses(BEIJING, "2026-11-20T16:30", "2027-01-04T08:30");

        assertThat(DESK.counted(DAY, START, overTheTurnOfTheYear, instant("2027-01-04T08:30"))
                        .beyondCalendar())
                .isFalse();
        assertThat(DESK.counted(DAY, START, overTheTurnOfTheYear, instant("2027-01-04T08:31"))
                        .beyondCalendar())
                .isTrue();
        assertThat(DESK.counted(DAY, START, Pauses.NONE, instant("2026-12-31T20:00"))
                        .beyondCalendar())
                .isFalse();
        assertThat(DESK.counted(DAY, START, Pauses.NONE, instant("2027-01-04T08:31"))
                        .beyondCalendar())
                .isTrue();
    }

    @Test
    void touchingPausesAreOneAndEmptyOnesAreNone() {
        assertThat(pauses("20T17:00/20T18:00 20T16:00/20T17:00 20T19:00/20T19:00")
                        .all())
                .containsExactly(new Pause(at("20T16:00"), at("20T18:00")));
        assertThat(pauses("20T16:00/20T17:00 20T17:00/").all()).containsExactly(new Pause(at("20T16:00"), null));
        assertThat(pauses("").all()).isEmpty();
    }

    @Test
    void pausesDoNotOverlap() {
        for (String overlapping : List.of(
                "20T16:00/20T17:00 20T16:59/20T18:00",
                "20T16:00/20T18:00 20T16:30/20T17:00",
                "20T16:00/20T17:00 20T16:00/20T17:00",
                "20T16:00/ 20T17:00/20T18:00",
                "20T16:00/ 20T17:00/")) {
            assertThatIllegalArgumentException().isThrownBy(() -> pauses(overlapping));
        }
    }

    @Test
    void thePauseAtAnInstantIncludesItsStartAndNotItsEnd() {
        Pauses pauses = pauses("20T16:00/20T17:00 20T18:00/");

        assertThat(pauses.startOfPauseAt(at("20T15:59"))).isNull();
        assertThat(pauses.startOfPauseAt(at("20T16:00"))).isEqualTo(at("20T16:00"));
        assertThat(pauses.startOfPauseAt(at("20T16:59"))).isEqualTo(at("20T16:00"));
        assertThat(pauses.startOfPauseAt(at("20T17:00"))).isNull();
        assertThat(pauses.startOfPauseAt(at("30T00:00"))).isEqualTo(at("20T18:00"));
    }

    @Test
    void aPauseMayPushADeadlineBeyondReach() {
        Pauses late = pauses(BEIJING, "2026-11-20T16:00", "2200-01-01T07:59");

        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> DESK.deadline(DAY, START, late, 64));
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> new Schedule(Desks.ALWAYS, null).deadline(DAY, START, late, 64));
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> pauses(BEIJING, "2026-11-20T16:00", "2200-01-01T08:00"));
    }

    private static @Nullable Instant instant(Deadline deadline) {
        return deadline.dueAt() == null ? null : deadline.dueAt().toInstant();
    }

    private static Instant due(Oracle oracle, Target target, Instant from, Pause pause) {
        Instant at = from;
        for (long left = target.seconds() / 60; left > 0; at = at.plusSeconds(60)) {
            boolean paused = !at.isBefore(pause.from()) && at.isBefore(Objects.requireNonNull(pause.to()));
            left -= !paused && oracle.isOpen(at) ? 1 : 0;
        }
        return at;
    }

    private static Instant minutes(Instant from, int minutes) {
        return from.plusSeconds(60L * minutes);
    }

    private static String elapsed(Target.Elapsed target, String from, Pauses pauses) {
        Instant start = LocalDateTime.parse(from).atZone(Desks.NEW_YORK).toInstant();
        return String.valueOf(Objects.requireNonNull(Schedule.elapsed(target, start, pauses, Desks.NEW_YORK, 64)
                        .dueAt())
                .toLocalDateTime());
    }

    private static Instant instant(String beijing) {
        return LocalDateTime.parse(beijing).atZone(BEIJING).toInstant();
    }

    private static Instant at(String dayOfNovember) {
        return instant("2026-11-" + dayOfNovember);
    }

    private static Span span(String from, String to) {
        return new Span(at(from).atZone(BEIJING), at(to).atZone(BEIJING));
    }

    private static Pauses pauses(ZoneId zone, String from, String to) {
        return Pauses.of(List.of(new Pause(
                LocalDateTime.parse(from).atZone(zone).toInstant(),
                LocalDateTime.parse(to).atZone(zone).toInstant())));
    }

    /** Pauses written {@code from/to}; one without an end is open. */
    private static Pauses pauses(String written) {
        return Pauses.of(Arrays.stream(written.split(" ", -1))
                .filter(pause -> !pause.isEmpty())
                .map(pause -> pause.split("/", -1))
                .map(ends -> new Pause(at(ends[0]), ends[1].isEmpty() ? null : at(ends[1])))
                .toList());
    }
}
