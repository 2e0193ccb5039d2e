package io.quanyi.servicetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the remarks on dates that the calendar of 2026 does not reach (reading A12). All in Beijing time. */
class BeyondCalendarTests {

    private static final Schedule FIVE_BY_EIGHT = new Schedule(Desks.FIVE_BY_EIGHT, Desks.CN_2026);
    private static final Schedule ALWAYS_BUT_HOLIDAYS = new Schedule(Desks.ALWAYS_BUT_HOLIDAYS, Desks.CN_2026);

    @ParameterizedTest(name = "{0} + {1} working hours: due {2}, beyond {3}")
    @CsvSource({
        "2026-12-31T15:00, 2.5, 2026-12-31T17:30, false",
        "2026-12-31T15:00, 2.75, 2027-01-01T08:45, true",
        "2026-12-31T17:29:59, 1, 2027-01-01T09:29:59, true",
        "2026-12-31T17:30, 1, 2027-01-01T09:30, true",
        "2027-01-02T09:00, 1, 2027-01-04T09:30, true",
        "2025-12-31T17:00, 1, 2026-01-05T09:00, true",
        "2025-12-31T17:30, 1, 2026-01-05T09:30, true",
        "2026-01-01T00:00, 1, 2026-01-05T09:30, false",
        "2026-11-20T16:00, 8, 2026-11-23T16:00, false",
    })
    void aDeadlineSaysWhenItRestsOnADateBeyondTheCalendar(
            LocalDateTime from, double hours, LocalDateTime due, boolean beyond) {
        Deadline deadline = FIVE_BY_EIGHT.deadline(Target.workingHours(hours), beijing(from));
        assertThat(deadline.dueAt()).isEqualTo(due.atZone(Desks.BEIJING));
        assertThat(deadline.beyondCalendar()).isEqualTo(beyond);
    }

    @ParameterizedTest(name = "{0}: beyond {1}")
    @CsvSource({
        "2026-12-31T17:29:59, false",
        "2026-12-31T17:30:00, true",
        "2026-12-31T12:30:00, false",
        "2027-01-01T09:00:00, true",
        "2027-01-02T09:00:00, true",
        "2025-12-31T09:00:00, true",
        "2026-01-01T00:00:00, false",
    })
    void anAnswerAboutAnInstantSaysWhenItRestsOnADateBeyondTheCalendar(LocalDateTime at, boolean beyond) {
        assertThat(FIVE_BY_EIGHT.beyondCalendar(beijing(at))).isEqualTo(beyond);
    }

    @Test
    void aDateBeyondTheCalendarIsJudgedByItsWeekday() {
        assertThat(FIVE_BY_EIGHT.isOpen(at("2027-01-01T09:00"))).isTrue();
        assertThat(FIVE_BY_EIGHT.isOpen(at("2027-01-02T09:00"))).isFalse();
    }

    @Test
    void aDateOnWhichTheWeekNeverOpensNeedsNoCalendar() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        HolidayCalendar fromMonday = new HolidayCalendar("cn", monday, monday.plusYears(1), Map.of());
        Schedule schedule = new Schedule(Desks.FIVE_BY_EIGHT, fromMonday);
        assertThat(schedule.beyondCalendar(at("2026-11-21T09:00"))).isFalse();
        assertThat(schedule.beyondCalendar(at("2026-11-20T17:30"))).isTrue();
    }

    @Test
    void aDeadlineAtTheLastMidnightOfTheCalendarDoesNotNeedTheNextDay() {
        Deadline deadline = ALWAYS_BUT_HOLIDAYS.deadline(Target.workingHours(2), at("2026-12-31T22:00"));
        assertThat(deadline.dueAt()).isEqualTo("2027-01-01T00:00+08:00[Asia/Shanghai]");
        assertThat(deadline.beyondCalendar()).isFalse();
    }

    @Test
    void noEndIsInSightAfterTheLastKnownHolidayButThatIsNotKnowledge() {
        assertThat(ALWAYS_BUT_HOLIDAYS.closesAt(at("2026-10-08T00:00"))).isNull();
        assertThat(ALWAYS_BUT_HOLIDAYS.beyondCalendar(at("2026-10-08T00:00"))).isTrue();
        assertThat(ALWAYS_BUT_HOLIDAYS.closesAt(at("2027-03-01T00:00"))).isNull();
        assertThat(ALWAYS_BUT_HOLIDAYS.closesAt(at("2025-03-01T00:00")))
                .isEqualTo("2026-01-01T00:00+08:00[Asia/Shanghai]");
        assertThat(ALWAYS_BUT_HOLIDAYS.beyondCalendar(at("2026-09-30T00:00"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-01T00:00", "2026-06-01T00:00", "2026-12-15T00:00"})
    void anAnswerWithoutTheWarningRestsOnNothingBeyondTheCalendar(LocalDateTime start) {
        Schedule informed = new Schedule(Desks.FIVE_BY_EIGHT, withYearsAroundOff(Desks.CN_2026));
        Random random = new Random(20261231);
        for (int i = 0; i < 1000; i++) {
            Instant at = beijing(start.plusSeconds(random.nextInt(30 * 24 * 3600)));
            Target target = Target.workingHours(1 + random.nextInt(20));
            Deadline deadline = FIVE_BY_EIGHT.deadline(target, at);
            if (!deadline.beyondCalendar()) {
                assertThat(deadline).isEqualTo(informed.deadline(target, at));
            }
            if (!FIVE_BY_EIGHT.beyondCalendar(at)) {
                assertThat(FIVE_BY_EIGHT.closesAt(at)).isEqualTo(informed.closesAt(at));
                assertThat(FIVE_BY_EIGHT.opensAt(at)).isEqualTo(informed.opensAt(at));
            }
        }
    }

    private static Instant at(String beijing) {
        return beijing(LocalDateTime.parse(beijing));
    }

    private static Instant beijing(LocalDateTime at) {
        return at.toInstant(ZoneOffset.ofHours(8));
    }

    /** As if it were known that nobody works the year before and the year after. */
    private static HolidayCalendar withYearsAroundOff(HolidayCalendar calendar) {
        return HolidayCalendar.join(List.of(
                Desks.calendar(2025, Desks.daysOff("2025-01-01", "2025-12-31")),
                calendar,
                Desks.calendar(2027, Desks.daysOff("2027-01-01", "2027-12-31")),
                Desks.calendar(2028)));
    }
}
