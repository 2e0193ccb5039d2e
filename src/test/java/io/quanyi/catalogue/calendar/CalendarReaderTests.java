package io.quanyi.catalogue.calendar;

import static io.quanyi.source.Written.file;
import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.servicetime.HalfDay;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.HolidayName;
import io.quanyi.servicetime.Session;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTests {

    private static final String YEAR_1 = calendar("cn", "2025-01-01", "2025-12-31", "2025-10-01", "2025-10-03");
    private static final String YEAR_2 = calendar("cn", "2026-01-01", "2026-12-31", "2026-10-01", "2026-10-02");

    @Test
    void aHolidayIsEveryDayFromItsFirstToItsLast() {
        HolidayName name = new HolidayName("国庆节", "National Day");
        assertThat(cn(YEAR_1).daysOff())
                .containsExactly(
                        Map.entry(LocalDate.parse("2025-10-01"), name),
                        Map.entry(LocalDate.parse("2025-10-02"), name),
                        Map.entry(LocalDate.parse("2025-10-03"), name));
    }

    @Test
    void aHolidayWithClosedHoursIsAHalfDay() {
        HolidayCalendar calendar = cn(YEAR_1 + "    closed: 12:00-24:00\n");
        assertThat(calendar.daysOff()).isEmpty();
        assertThat(calendar.halfDays().keySet()).hasSize(3);
        assertThat(calendar.halfDays().get(LocalDate.parse("2025-10-02")))
                .isEqualTo(new HalfDay(new HolidayName("国庆节", "National Day"), Session.parse("12:00-24:00")));
        assertThat(faults(YEAR_1 + "    closed: 12-24\n")).containsExactly("10:13  not-a-session [12-24]");
    }

    @Test
    void statutoryDaysAndMakeUpWorkdaysChangeNothing() {
        String more = YEAR_1 + "    statutory: [2025-10-01]\n    makeUpWorkdays: [2025-09-28, 2025-10-11]\n";
        assertThat(read(more)).isEqualTo(read(YEAR_1));
    }

    @Test
    void theFilesOfACalendarMakeOneInWhateverOrder() {
        HolidayCalendar calendar = cn(YEAR_2, YEAR_1);
        assertThat(calendar.knownFrom()).isEqualTo("2025-01-01");
        assertThat(calendar.knownTo()).isEqualTo("2026-12-31");
        assertThat(calendar.daysOff()).hasSize(5);
    }

    @Test
    void calendarsOfDifferentIdsStandSideBySide() {
        assertThat(read(YEAR_1, YEAR_2.replace("id: cn", "id: hk"))).containsOnlyKeys("cn", "hk");
    }

    @Test
    void aGapBetweenTwoFilesIsAFault() {
        assertThat(faults(YEAR_1, YEAR_2.replace("knownFrom: 2026-01-01", "knownFrom: 2026-01-02")))
                .containsExactly("2.yaml  calendar-gap [cn, 2025-12-31, 2026-01-02]");
    }

    @Test
    void anOverlapOfTwoFilesIsAFault() {
        assertThat(faults(YEAR_1, YEAR_2.replace("knownFrom: 2026-01-01", "knownFrom: 2025-12-31")))
                .singleElement()
                .asString()
                .contains("2.yaml  calendar-gap");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    to: 2025-10-03        | to: 2025-09-30        | 9:9  holiday-span
                    to: 2025-10-03        | to: 2025-12-03        | 9:9  holiday-span
                    from: 2025-10-01      | from: 2024-12-31      | 9:9  holiday-span
                    knownTo: 2025-12-31   | knownTo: 2024-12-31   | 1.yaml  calendar-span
                    knownTo: 2025-12-31   | knownTo: 2025-02-29   | 3:10 /knownTo not-a-date
                    knownFrom: 2025-01-01 | known: 2025-01-01     | 2:1 /known unknown-member
                    zh-CN: 国庆节          | zh: 国庆节             | 7:13 /holidays/0/name/zh unknown-member
                    id: cn                | id: c_n               | 1:5 /id text-not-of-form
                    """)
    void aCalendarThatCannotBeIsAFault(String good, String bad, String fault) {
        assertThat(YEAR_1).contains(good);
        assertThat(faults(YEAR_1.replace(good, bad))).anyMatch(line -> line.startsWith(fault));
    }

    @Test
    void theFaultsOfAllFilesAreSaidAtOnce() {
        assertThat(faults(YEAR_1.replace("id: cn", ""), YEAR_2.replace("title: t", "")))
                .hasSize(2);
    }

    private static HolidayCalendar cn(String... texts) {
        return Objects.requireNonNull(read(texts).get("cn"));
    }

    private static Map<String, HolidayCalendar> read(String... texts) {
        Faults faults = new Faults();
        Map<String, HolidayCalendar> calendars = CalendarReader.read(files(texts), faults);
        assertThat(lines(faults)).isEmpty();
        return calendars;
    }

    private static List<String> faults(String... texts) {
        Faults faults = new Faults();
        CalendarReader.read(files(texts), faults);
        return lines(faults);
    }

    private static List<SourceFile> files(String... texts) {
        return Arrays.stream(texts)
                .map(text -> file((Arrays.asList(texts).indexOf(text) + 1) + ".yaml", text))
                .toList();
    }

    private static String calendar(String id, String knownFrom, String knownTo, String from, String to) {
        return """
                id: %s
                knownFrom: %s
                knownTo: %s
                source:
                  { title: t, publishedOn: 2024-11-01 }
                holidays:
                  - name: { zh-CN: 国庆节, en: National Day }
                    from: %s
                    to: %s
                """.formatted(id, knownFrom, knownTo, from, to);
    }
}
