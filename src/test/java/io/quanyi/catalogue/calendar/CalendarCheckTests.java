package io.quanyi.catalogue.calendar;

import static io.quanyi.source.Written.file;
import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the checks whether calendars make sense. */
class CalendarCheckTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

    private static final String YEAR = """
            id: cn
            knownFrom: 2027-01-01
            knownTo: 2027-12-31
            source: { title: 通知, publishedOn: 2026-11-04 }
            holidays:
              - name: { zh-CN: 元旦, en: New Year's Day }
                from: 2027-01-01
                to: 2027-01-03
                statutory: [2027-01-01]
                makeUpWorkdays: [2027-01-09]
              - name: { zh-CN: 国庆节, en: National Day }
                from: 2027-10-01
                to: 2027-10-07
                statutory: [2027-10-01, 2027-10-02]
                makeUpWorkdays: [2027-09-26]
            """;

    @Test
    void theShippedCalendarsMakeSense() {
        Faults faults = new Faults();
        CalendarCheck.check(SourceTree.ofFolder(Path.of("rules")).under("calendars/2026-01-01/"), TODAY, faults);
        assertThat(lines(faults)).isEmpty();
    }

    @Test
    void aYearOfANoticeMakesSense() {
        assertThat(faults(YEAR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: cn                  | id: hk                  | 1:5  calendar-folder [hk, cn]
            knownFrom: 2027-01-01   | knownFrom: 2026-12-31   | 2:12  calendar-year [2026-12-31, 2027]
            knownTo: 2027-12-31     | knownTo: 2028-01-31     | 3:10  calendar-year [2028-01-31, 2027]
            from: 2027-01-01        | from: 2026-12-30        | 7:11  calendar-year [2026-12-30, 2027]
            [2027-01-09]            | [2026-12-27]            | 10:22  calendar-year [2026-12-27, 2027]
            publishedOn: 2026-11-04 | publishedOn: 2026-11-30 | 4:35  calendar-published-later [2026-11-30]
            [2027-01-01]            | [2027-01-04]            | 9:17  statutory-outside [2027-01-04, 2027-01-01, 2027-01-03]
            [2027-01-09]            | [2027-01-09, 2027-09-26]| 15:22  make-up-twice
            [2027-01-09]            | [2027-10-02]            | 10:22  make-up-on-holiday
            """)
    void aSlipIsAFaultAtItsPlace(String good, String slip, String fault) {
        assertThat(YEAR).contains(good);
        assertThat(faults(YEAR.replace(good, slip)))
                .anySatisfy(line -> assertThat(line).startsWith(fault));
    }

    @Test
    void aDayThatIsNoneInACommonYearIsRefusedByTheReader() {
        Faults faults = new Faults();
        CalendarReader.read(files(YEAR.replace("to: 2027-01-03", "to: 2027-02-29")), faults);
        assertThat(lines(faults)).containsExactly("8:9 /holidays/0/to not-a-date [2027-02-29]");
    }

    @ParameterizedTest
    @CsvSource({"2027-01-04, Mon 2027-01-04", "2027-01-06, Wed 2027-01-06", "2027-01-08, Fri 2027-01-08"})
    void aWeekdayIsNoMakeUpDay(String day, String words) {
        assertThat(messages(YEAR.replace("[2027-01-09]", "[" + day + "]")))
                .containsExactly(words + " makes up for no day off: it is neither a Saturday nor a Sunday");
    }

    @Test
    void holidaysThatOverlapAreNamed() {
        String overlapping = YEAR.replace("from: 2027-10-01", "from: 2027-01-03")
                .replace("to: 2027-10-07", "to: 2027-01-05")
                .replace("[2027-10-01, 2027-10-02]", "[2027-01-04]");
        assertThat(messages(overlapping))
                .containsExactly("\"New Year's Day\" and \"National Day\" overlap: 2027-01-03 belongs to both");
    }

    @Test
    void aHolidayListedTwiceIsNamed() {
        String twice = YEAR.replace("国庆节, en: National Day", "元旦, en: New Year's Day")
                .replace("from: 2027-10-01", "from: 2027-01-02")
                .replace("to: 2027-10-07", "to: 2027-01-02")
                .replace("    statutory: [2027-10-01, 2027-10-02]\n", "");
        assertThat(messages(twice))
                .containsExactly("\"New Year's Day\" is listed twice: 2027-01-02 belongs to both entries");
    }

    @Test
    void aYearWithoutStatutoryDaysIsNotKnown() {
        String none = YEAR.replace("    statutory: [2027-01-01]\n", "")
                .replace("    statutory: [2027-10-01, 2027-10-02]\n", "");
        assertThat(messages(none))
                .containsExactly("2027 has no statutory day off; state the statutory days of its holidays, or let"
                        + " knownTo end before that year");
        assertThat(faults(none.replace("id: cn", "id: kingdee"), "kingdee/2027.yaml"))
                .isEmpty();
        assertThat(faults(none.replace("id: cn", "id: se"), "se/2027.yaml")).isEmpty();
    }

    @Test
    void whatIsKnownEndsWithTheYearOfTheLastHoliday() {
        String beyond = YEAR.replace("knownTo: 2027-12-31", "knownTo: 2028-02-01");
        assertThat(faults(beyond, "cn/notice.yaml"))
                .containsExactly("3:10  calendar-known-beyond [2028-02-01, 2027-10-07]");
    }

    @Test
    void theFilesOfACalendarAreComparedWithEachOther() {
        String other = YEAR.replace("knownFrom: 2027-01-01", "knownFrom: 2026-01-01")
                .replace("knownTo: 2027-12-31", "knownTo: 2026-12-31");
        Faults faults = new Faults();
        CalendarCheck.check(
                List.of(file("calendars/1/cn/2027.yaml", YEAR), file("calendars/1/cn/more.yaml", other)),
                TODAY,
                faults);
        assertThat(lines(faults)).anyMatch(line -> line.startsWith("7:11  holiday-twice"));
    }

    @Test
    void aFileThatCannotBeReadIsLeftToTheReader() {
        assertThat(faults("id: cn")).isEmpty();
    }

    private static List<SourceFile> files(String text) {
        return List.of(file("calendars/1/cn/2027.yaml", text));
    }

    private static List<String> faults(String text) {
        return faults(text, "cn/2027.yaml");
    }

    private static List<String> faults(String text, String path) {
        Faults faults = new Faults();
        CalendarCheck.check(List.of(file("calendars/1/" + path, text)), TODAY, faults);
        return lines(faults);
    }

    private static List<String> messages(String text) {
        Faults faults = new Faults();
        CalendarCheck.check(files(text), TODAY, faults);
        return Stream.of(faults)
                .flatMap(found -> found.sorted().stream())
                .map((Fault fault) -> fault.message(Language.ENGLISH))
                .toList();
    }
}
