package io.quanyi.servicetime;

import static io.quanyi.servicetime.Desks.CN_2026;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked examples, all in Beijing time. */
class ScheduleTests {

    private static final Schedule FIVE_BY_EIGHT = new Schedule(Desks.FIVE_BY_EIGHT, CN_2026);
    private static final Schedule SEVEN_BY_EIGHT = new Schedule(Desks.SEVEN_BY_EIGHT, null);
    private static final Schedule SEVEN_BY_TWELVE = new Schedule(Desks.SEVEN_BY_TWELVE, null);
    private static final Schedule ALWAYS = new Schedule(Desks.ALWAYS, null);
    private static final Schedule ALWAYS_BUT_HOLIDAYS = new Schedule(Desks.ALWAYS_BUT_HOLIDAYS, CN_2026);

    @ParameterizedTest(name = "{0} {1}: open {2}")
    @CsvSource({
        "5x8, 2026-11-20T08:29:59, false",
        "5x8, 2026-11-20T08:29:59.999999999, false",
        "5x8, 2026-11-20T08:30:00, true",
        "5x8, 2026-11-20T08:30:01, true",
        "5x8, 2026-11-20T11:59:59, true",
        "5x8, 2026-11-20T11:59:59.999999999, true",
        "5x8, 2026-11-20T12:00:00, false",
        "5x8, 2026-11-20T12:00:01, false",
        "5x8, 2026-11-20T12:59:59, false",
        "5x8, 2026-11-20T13:00:00, true",
        "5x8, 2026-11-20T13:00:01, true",
        "5x8, 2026-11-20T17:29:59, true",
        "5x8, 2026-11-20T17:30:00, false",
        "5x8, 2026-11-20T17:30:01, false",
        "7x12, 2026-11-22T08:29:59, false",
        "7x12, 2026-11-22T08:30:00, true",
        "7x12, 2026-11-22T12:30:00, true",
        "7x12, 2026-11-22T20:29:59, true",
        "7x12, 2026-11-22T20:30:00, false",
        "7x24, 2026-11-22T00:00:00, true",
        "7x24, 2026-11-22T23:59:59, true",
    })
    void aSessionIsOpenFromItsStartUntilJustBeforeItsEnd(String schedule, LocalDateTime at, boolean open) {
        assertThat(named(schedule).isOpen(beijing(at))).isEqualTo(open);
    }

    @ParameterizedTest(name = "5x8 {0}: open {1}")
    @CsvSource({
        "2026-11-20, true",
        "2026-11-21, false",
        "2026-11-22, false",
        "2026-01-01, false",
        "2026-01-02, false",
        "2026-01-05, true",
        "2026-02-13, true",
        "2026-02-16, false",
        "2026-02-23, false",
        "2026-02-24, true",
        "2026-04-06, false",
        "2026-05-05, false",
        "2026-05-06, true",
        "2026-09-30, true",
        "2026-10-07, false",
        "2026-10-08, true",
    })
    void everyDayOffOfTheNoticeClosesAndNoWeekendOpens(LocalDate date, boolean open) {
        assertThat(FIVE_BY_EIGHT.isOpen(beijing(date.atTime(9, 0)))).isEqualTo(open);
    }

    @ParameterizedTest(name = "make-up workday {0}")
    @ValueSource(strings = {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"})
    void aMakeUpWorkdayIsNoWorkingDayOfAMondayToFridayWindow(LocalDate date) {
        assertThat(FIVE_BY_EIGHT.isOpen(beijing(date.atTime(9, 0)))).isFalse();
        assertThat(SEVEN_BY_EIGHT.isOpen(beijing(date.atTime(9, 0)))).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}: closes {2}, opens {3}")
    @CsvSource({
        "5x8, 2026-11-20T16:00, 2026-11-20T17:30, ",
        "5x8, 2026-11-20T08:30, 2026-11-20T12:00, ",
        "5x8, 2026-11-20T12:00, , 2026-11-20T13:00",
        "5x8, 2026-11-20T17:30, , 2026-11-23T08:30",
        "5x8, 2026-09-30T17:30, , 2026-10-08T08:30",
        "5x8, 2026-02-14T09:00, , 2026-02-24T08:30",
        "7x8, 2026-05-03T12:30, , 2026-05-03T13:00",
        "7x8, 2026-05-03T13:00, 2026-05-03T17:30, ",
        "7x12, 2026-10-01T20:30, , 2026-10-02T08:30",
        "7x24, 2026-10-01T20:30, , ",
    })
    void anOpenWindowClosesAndAClosedWindowOpens(
            String schedule, LocalDateTime at, @Nullable LocalDateTime closes, @Nullable LocalDateTime opens) {
        Schedule asked = named(schedule);
        assertThat(asked.closesAt(beijing(at))).isEqualTo(closes == null ? null : closes.atZone(Desks.BEIJING));
        assertThat(asked.opensAt(beijing(at))).isEqualTo(opens == null ? null : opens.atZone(Desks.BEIJING));
    }

    @ParameterizedTest(name = "{0} {1} + {2} {3}: due {4}")
    @CsvSource({
        "5x8, 2026-11-20T16:00, 1, working-day, 2026-11-23T16:00",
        "5x8, 2026-11-21T23:00, 0.5, working-day, 2026-11-23T13:30",
        "5x8, 2026-09-30T15:00, 1, working-day, 2026-10-08T15:00",
        "5x8, 2026-10-10T09:00, 2, working-hour, 2026-10-12T10:30",
        "5x8, 2026-11-20T11:59:59, 1, working-hour, 2026-11-20T13:59:59",
        "5x8, 2026-11-20T12:00:00, 1, working-hour, 2026-11-20T14:00:00",
        "5x8, 2026-11-20T12:59:59, 1, working-hour, 2026-11-20T14:00:00",
        "5x8, 2026-11-20T13:00:01, 1, working-hour, 2026-11-20T14:00:01",
        "5x8, 2026-11-20T17:29:59, 1, working-hour, 2026-11-23T09:29:59",
        "5x8, 2026-11-20T16:00:00.123456789, 1, working-day, 2026-11-23T16:00:00.123456789",
        "7x12, 2026-10-03T19:30, 2, working-hour, 2026-10-04T09:30",
        "7x12, 2026-10-03T08:30, 1, working-day, 2026-10-03T16:30",
        "7x24, 2026-10-03T19:30, 1, working-day, 2026-10-04T03:30",
        "5x8, 2026-09-30T15:00, 4, hour, 2026-09-30T19:00",
        "7x8, 2026-10-03T20:00, 24, hour, 2026-10-04T20:00",
    })
    void workingTimeIsCountedInOpenTimeOnly(
            String schedule, LocalDateTime from, String amount, String unit, LocalDateTime due) {
        Target target = Target.of(new BigDecimal(amount), unit);
        assertThat(named(schedule).deadline(target, beijing(from)).dueAt()).isEqualTo(due.atZone(Desks.BEIJING));
    }

    @ParameterizedTest(name = "5x8 {0} + {1} working hours: due {2}")
    @CsvSource({
        "2026-11-20T10:00, 2, 2026-11-20T12:00",
        "2026-11-20T15:30, 2, 2026-11-20T17:30",
        "2026-11-20T08:30, 3.5, 2026-11-20T12:00",
        "2026-11-20T08:30, 8, 2026-11-20T17:30",
        "2026-11-20T12:30, 4.5, 2026-11-20T17:30",
        "2026-11-20T13:00, 8, 2026-11-23T12:00",
    })
    void aTargetThatEndsWithASessionIsDueAtThatSessionsEnd(LocalDateTime from, double hours, LocalDateTime due) {
        assertThat(FIVE_BY_EIGHT
                        .deadline(Target.workingHours(hours), beijing(from))
                        .dueAt())
                .isEqualTo(due.atZone(Desks.BEIJING));
    }

    @Test
    void theCountedSpansShowWhereTheTimeWent() {
        assertThat(FIVE_BY_EIGHT.deadline(Target.workingDays(1), at("2026-11-20T16:00")))
                .isEqualTo(new Deadline(
                        LocalDateTime.parse("2026-11-23T16:00").atZone(Desks.BEIJING),
                        List.of(
                                span("2026-11-20T16:00", "2026-11-20T17:30"),
                                span("2026-11-23T08:30", "2026-11-23T12:00"),
                                span("2026-11-23T13:00", "2026-11-23T16:00")),
                        false));
    }

    @Test
    void roundTheClockIsCountedAsOneSpan() {
        assertThat(ALWAYS.deadline(Target.workingDays(30), at("2026-09-28T16:00"))
                        .counted())
                .containsExactly(span("2026-09-28T16:00", "2026-10-08T16:00"));
    }

    @Test
    void spansThatTouchAtMidnightAreOneAndOnlyHolidaysPartThem() {
        assertThat(ALWAYS_BUT_HOLIDAYS
                        .deadline(Target.workingHours(72), at("2026-09-29T12:00"))
                        .counted())
                .containsExactly(
                        span("2026-09-29T12:00", "2026-10-01T00:00"), span("2026-10-08T00:00", "2026-10-09T12:00"));
        assertThat(ALWAYS_BUT_HOLIDAYS.closesAt(at("2026-09-29T12:00")))
                .isEqualTo(LocalDateTime.parse("2026-10-01T00:00").atZone(Desks.BEIJING));
    }

    @Test
    void elapsedHoursCountEverySecond() {
        Deadline deadline = FIVE_BY_EIGHT.deadline(Target.hours(24), at("2026-12-31T16:00"));
        assertThat(deadline.counted()).containsExactly(span("2026-12-31T16:00", "2027-01-01T16:00"));
        assertThat(deadline.beyondCalendar()).isFalse();
        assertThat(deadline)
                .isEqualTo(Schedule.elapsed((Target.Elapsed) Target.hours(24), at("2026-12-31T16:00"), Desks.BEIJING));
    }

    @Test
    void anImmediateTargetHasNoDeadline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALWAYS.deadline(Target.immediate(), at("2026-11-20T16:00")));
    }

    @Test
    void aWindowThatClosesOnHolidaysNeedsACalendar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(Desks.FIVE_BY_EIGHT, null))
                .withMessage("window \"5x8\" closes on holidays and needs a calendar");
    }

    @Test
    void aWindowThatStaysOpenOnHolidaysReadsNoCalendar() {
        Schedule schedule = new Schedule(Desks.SEVEN_BY_EIGHT, CN_2026);
        assertThat(schedule.isOpen(at("2026-10-01T09:00"))).isTrue();
        assertThat(schedule.beyondCalendar(at("2030-01-01T09:00"))).isFalse();
    }

    @Test
    void theLongestTargetsAreCounted() {
        Instant from = at("2026-01-01T00:00");
        assertThat(SEVEN_BY_EIGHT.deadline(Target.workingDays(2000), from).counted())
                .hasSize(4000);
        assertThat(ALWAYS.deadline(Target.workingDays(2000), from).counted()).hasSize(1);
        assertThat(SEVEN_BY_TWELVE.deadline(Target.workingHours(10_000), from).counted())
                .hasSize(834);
    }

    @Test
    void instantsOutsideTheYears1900To2199AreRefused() {
        Instant first = Instant.parse("1900-01-01T00:00:00Z");
        Instant last = Instant.parse("2199-12-31T23:59:59.999999999Z");
        assertThat(ALWAYS.isOpen(first)).isTrue();
        assertThat(ALWAYS.isOpen(last)).isTrue();
        for (Instant outside : List.of(first.minusNanos(1), last.plusNanos(1), Instant.MIN, Instant.MAX)) {
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> ALWAYS.isOpen(outside))
                    .withMessage("%s lies outside the years 1900 to 2199", outside);
        }
    }

    @Test
    void anAnswerBeyond2199IsRefused() {
        Instant late = Instant.parse("2199-12-31T20:00:00Z");
        assertThat(ALWAYS.deadline(Target.hours(3), late).dueAt()).isEqualTo("2200-01-01T07:00+08:00[Asia/Shanghai]");
        for (Target target : List.of(Target.hours(4), Target.workingHours(4), Target.workingDays(10))) {
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> ALWAYS.deadline(target, late))
                    .withMessage("the answer lies beyond the year 2199");
        }
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> SEVEN_BY_EIGHT.deadline(Target.workingDays(10), late));
    }

    private static Schedule named(String window) {
        return switch (window) {
            case "5x8" -> FIVE_BY_EIGHT;
            case "7x8" -> SEVEN_BY_EIGHT;
            case "7x12" -> SEVEN_BY_TWELVE;
            case "7x24" -> ALWAYS;
            default -> throw new IllegalArgumentException(window);
        };
    }

    private static Span span(String from, String to) {
        return new Span(
                LocalDateTime.parse(from).atZone(Desks.BEIJING),
                LocalDateTime.parse(to).atZone(Desks.BEIJING));
    }

    private static Instant at(String beijing) {
        return beijing(LocalDateTime.parse(beijing));
    }

    private static Instant beijing(LocalDateTime at) {
        return at.toInstant(ZoneOffset.ofHours(8));
    }
}
