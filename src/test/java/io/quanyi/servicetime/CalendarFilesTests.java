package io.quanyi.servicetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The days of the State Council's notices, written down a second time: an independent check of the data. */
class CalendarFilesTests {

    private static final Path FOLDER = Path.of("rules", "calendars", "2026-01-01", "cn");
    private static final Pattern HOLIDAY = Pattern.compile("""
              - name: \\{ zh-CN: \\S+, en: .+ }
                from: (\\S+)
                to: (\\S+)
                statutory: \\[(.*)]
                makeUpWorkdays: \\[(.*)]
            """);

    record Notice(int year, String daysOff, String makeUpWorkdays) {}

    /** Month and day, or a first and last day of one or two months. */
    static Stream<Notice> notices() {
        return Stream.of(
                new Notice(
                        2025,
                        "01-01..01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
                        "01-26 02-08 04-27 09-28 10-11"),
                new Notice(
                        2026,
                        "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
                        "01-04 02-14 02-28 05-09 09-20 10-10"));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void theDaysOffAreThoseOfTheNotice(Notice notice) throws IOException {
        Set<LocalDate> expected = Stream.of(notice.daysOff().split(" "))
                .map(span -> span.split("\\.\\."))
                .flatMap(span -> days(notice.year() + "-" + span[0], notice.year() + "-" + span[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(holidays(notice.year()).stream().flatMap(holiday -> days(holiday.group(1), holiday.group(2))))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void theMakeUpWorkdaysAreThoseOfTheNoticeAndFallOnWeekends(Notice notice) throws IOException {
        List<LocalDate> makeUp = dates(notice.year(), 4);
        assertThat(makeUp)
                .extracting(day -> day.toString().substring(5))
                .containsExactlyInAnyOrder(notice.makeUpWorkdays().split(" "));
        assertThat(makeUp).extracting(LocalDate::getDayOfWeek).containsOnly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void theThirteenStatutoryDaysAreDaysOff(int year) throws IOException {
        assertThat(dates(year, 3))
                .hasSize(13)
                .isSubsetOf(holidays(year).stream()
                        .flatMap(holiday -> days(holiday.group(1), holiday.group(2)))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void theWholeYearIsKnown(int year) throws IOException {
        assertThat(text(year))
                .contains("\nid: cn\nknownFrom: %d-01-01\nknownTo: %d-12-31\nsource:\n".formatted(year, year));
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void everyLineOfAHolidayIsRead(int year) throws IOException {
        assertThat(HOLIDAY.matcher(text(year)).replaceAll("")).endsWith("\nholidays:\n");
    }

    private static List<LocalDate> dates(int year, int group) throws IOException {
        return holidays(year).stream()
                .flatMap(holiday -> Stream.of(holiday.group(group).split(", ")))
                .filter(date -> !date.isEmpty())
                .map(LocalDate::parse)
                .toList();
    }

    private static List<MatchResult> holidays(int year) throws IOException {
        return HOLIDAY.matcher(text(year)).results().toList();
    }

    private static Stream<LocalDate> days(String from, String to) {
        return LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1));
    }

    private static String text(int year) throws IOException {
        return Files.readString(FOLDER.resolve(year + ".yaml"));
    }
}
