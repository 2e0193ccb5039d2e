package io.quanyi.servicetime;

import static io.quanyi.servicetime.Desks.calendar;
import static io.quanyi.servicetime.Desks.daysOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HolidayCalendarTests {

    private static final HolidayCalendar CN_2025 = calendar(2025, daysOff("2025-10-01", "2025-10-08"));
    private static final HolidayCalendar CN_2026 = calendar(2026, daysOff("2026-01-01", "2026-01-03"));
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Test
    void bothEndsOfTheKnownSpanAreKnown() {
        assertThat(CN_2026.knows(NEW_YEAR)).isTrue();
        assertThat(CN_2026.knows(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(CN_2026.knows(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(CN_2026.knows(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void aDayOffLiesInTheKnownSpan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(2026, daysOff("2025-12-31", "2026-01-01")))
                .withMessage("calendar-day-outside [cn, 2025-12-31, 2026-01-01, 2026-12-31]");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(2026, daysOff("2027-01-01", "2027-01-01")));
    }

    @Test
    void theKnownSpanIsASpanOfDatesFrom1900To2199() {
        LocalDate first = LocalDate.of(1900, 1, 1);
        LocalDate last = LocalDate.of(2199, 12, 31);
        assertThat(new HolidayCalendar("cn", first, last, Map.of()).knows(NEW_YEAR))
                .isTrue();
        assertThat(new HolidayCalendar("cn", NEW_YEAR, NEW_YEAR, Map.of()).knows(NEW_YEAR))
                .isTrue();
        assertNoSpan(NEW_YEAR, NEW_YEAR.minusDays(1));
        assertNoSpan(first.minusDays(1), last);
        assertNoSpan(first, last.plusDays(1));
    }

    @Test
    void aCalendarHasAnId() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HolidayCalendar("", NEW_YEAR, NEW_YEAR, Map.of()));
    }

    @Test
    void aCalendarDoesNotChange() {
        HolidayName name = new HolidayName("元旦", "New Year's Day");
        Map<LocalDate, HolidayName> daysOff = new TreeMap<>(Map.of(NEW_YEAR, name));
        HolidayCalendar calendar = new HolidayCalendar("cn", NEW_YEAR, NEW_YEAR, daysOff);
        daysOff.clear();
        assertThat(calendar.daysOff()).containsExactly(Map.entry(NEW_YEAR, name));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> calendar.daysOff().clear());
    }

    @Test
    void yearsThatFollowEachOtherJoinInAnyOrder() {
        HolidayCalendar joined = HolidayCalendar.join(List.of(CN_2026, CN_2025));
        assertThat(joined).isEqualTo(HolidayCalendar.join(List.of(CN_2025, CN_2026)));
        assertThat(joined.knownFrom()).isEqualTo("2025-01-01");
        assertThat(joined.knownTo()).isEqualTo("2026-12-31");
        assertThat(joined.daysOff()).hasSize(8 + 3).containsAllEntriesOf(CN_2026.daysOff());
        assertThat(HolidayCalendar.join(List.of(CN_2026))).isEqualTo(CN_2026);
    }

    @Test
    void aGapBetweenYearsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayCalendar.join(List.of(CN_2025, calendar(2027))))
                .withMessage("calendar-gap [cn, 2025-12-31, 2027-01-01]");
    }

    @Test
    void anOverlapOfYearsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayCalendar.join(List.of(CN_2026, CN_2025, CN_2026)))
                .withMessage("calendar-gap [cn, 2026-12-31, 2026-01-01]");
    }

    @Test
    void calendarsOfDifferentIdsAreRefused() {
        HolidayCalendar other = new HolidayCalendar("hk", NEW_YEAR, NEW_YEAR, Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayCalendar.join(List.of(CN_2025, other)))
                .withMessage("holiday calendars \"cn\" and \"hk\" differ");
    }

    @Test
    void nothingIsNoCalendar() {
        assertThatIllegalArgumentException().isThrownBy(() -> HolidayCalendar.join(List.of()));
    }

    private static void assertNoSpan(LocalDate from, LocalDate to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HolidayCalendar("cn", from, to, Map.of()))
                .withMessage("calendar-span [cn, %s, %s]", from, to);
    }
}
