package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceYearsTests {

    @ParameterizedTest(name = "from {0}, {1} lies in year {2}")
    @CsvSource({
        "2025-03-12, 2025-03-12, 1",
        "2025-03-12, 2026-03-11, 1",
        "2025-03-12, 2026-03-12, 2",
        "2025-03-12, 2026-03-13, 2",
        "2025-03-12, 2035-03-11, 10",
        "2025-03-12, 2035-03-12, 11",
        "2026-01-01, 2026-12-31, 1",
        "2026-01-01, 2027-01-01, 2",
        "2025-12-31, 2026-12-30, 1",
        "2025-12-31, 2026-12-31, 2",
        "2024-02-29, 2024-02-29, 1",
        "2024-02-29, 2025-02-28, 1",
        "2024-02-29, 2025-03-01, 2",
        "2024-02-29, 2026-02-28, 2",
        "2024-02-29, 2026-03-01, 3",
        "2024-02-29, 2027-02-28, 3",
        "2024-02-29, 2027-03-01, 4",
        "2024-02-29, 2028-02-28, 4",
        "2024-02-29, 2028-02-29, 5",
        "2024-02-28, 2028-02-28, 5",
        "2024-02-28, 2028-02-27, 4",
        "2023-03-01, 2024-02-29, 1",
        "2023-03-01, 2024-03-01, 2",
    })
    void aYearBeginsOnTheAnniversary(LocalDate start, LocalDate day, int year) {
        assertThat(ServiceYears.yearOf(start, day)).isEqualTo(year);
    }

    @ParameterizedTest(name = "year {1} from {0}: {2} to {3}")
    @CsvSource({
        "2025-03-12, 1, 2025-03-12, 2026-03-11",
        "2025-03-12, 2, 2026-03-12, 2027-03-11",
        "2024-02-29, 1, 2024-02-29, 2025-02-28",
        "2024-02-29, 2, 2025-03-01, 2026-02-28",
        "2024-02-29, 3, 2026-03-01, 2027-02-28",
        "2024-02-29, 4, 2027-03-01, 2028-02-28",
        "2024-02-29, 5, 2028-02-29, 2029-02-28",
        "2023-02-28, 1, 2023-02-28, 2024-02-27",
        "2023-02-28, 2, 2024-02-28, 2025-02-27",
        "2023-03-01, 1, 2023-03-01, 2024-02-29",
        "2096-02-29, 4, 2099-03-01, 2100-02-28",
        "2096-02-29, 5, 2100-03-01, 2101-02-28",
    })
    void aYearEndsTheDayBeforeTheNext(LocalDate start, int year, LocalDate first, LocalDate last) {
        assertThat(ServiceYears.firstDay(start, year)).isEqualTo(first);
        assertThat(ServiceYears.lastDay(start, year)).isEqualTo(last);
    }

    @Test
    void theYearsTileTheTimeLineWithoutGapOrOverlap() {
        Random random = new Random(20);
        for (int i = 0; i < 500; i++) {
            LocalDate start = i % 5 == 0
                    ? LocalDate.of(2000 + 4 * random.nextInt(20), 2, 29)
                    : LocalDate.of(2000, 1, 1).plusDays(random.nextInt(30_000));
            LocalDate expected = start;
            for (int year = 1; year <= 12; year++) {
                LocalDate first = ServiceYears.firstDay(start, year);
                LocalDate last = ServiceYears.lastDay(start, year);
                assertThat(first).as("year %s from %s", year, start).isEqualTo(expected);
                assertThat(last).isAfterOrEqualTo(first.plusDays(364)).isBeforeOrEqualTo(first.plusDays(366));
                assertThat(ServiceYears.yearOf(start, first)).isEqualTo(year);
                assertThat(ServiceYears.yearOf(start, last)).isEqualTo(year);
                LocalDate within = first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
                assertThat(ServiceYears.yearOf(start, within)).isEqualTo(year);
                expected = last.plusDays(1);
            }
        }
    }
}
