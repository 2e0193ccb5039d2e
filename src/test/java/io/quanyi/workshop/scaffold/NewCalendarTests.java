package io.quanyi.workshop.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of calendars that are made from notices of holidays. */
class NewCalendarTests {

    /** Marks of several publishers: brackets, a bar, the words after the name, and a property. */
    private static final String ICS = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261231
            DTEND;VALUE=DATE:20270104
            SUMMARY:元旦 假期 第1天/共4天
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270206
            DTEND;VALUE=DATE:20270211
            SUMMARY:春
             节（休）
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270211
            SUMMARY:休｜春节
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270220
            SUMMARY:[补班]春节
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270403
            DTEND;VALUE=DATE:20270406
            SUMMARY:清明节假期
            CATEGORIES:假期
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20270410
            SUMMARY:清明调休
            CATEGORIES:上班
            END:VEVENT
            END:VCALENDAR
            """;

    private static final String CSV = """
            名称,英文名,开始,结束,类型,法定,放假时段
            元旦,,2027-01-01,2027-01-03,放假,2027-01-01,
            除夕下午,"Eve, from noon",2027-02-05,,,,12:00-24:00
            春节,Spring Festival,2027-02-06,2027-02-11,休,2027-02-06 2027-02-07,
            春节,,2027-02-20,,上班,,
            """;

    @TempDir
    private Path temp;

    private Path folder = Path.of("");

    @BeforeEach
    void write() {
        folder = TinyRules.sealed().twice().write(temp.resolve("rules"));
    }

    @Test
    void aCalendarOfEventsBecomesAVersionThatPassesItsChecks() throws IOException {
        CommandLineRun run = make(
                "notice.ics",
                ICS,
                "--statutory",
                "2027-01-01,2027-02-06",
                "--name",
                "春节=Spring Festival",
                "--name",
                "清明节=Tomb-Sweeping Day");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("./quanyi publish --calendars");
        assertThat(read("2027-01-01/cn/2027.yaml")).isEqualTo("""
                id: cn
                knownFrom: 2027-01-01
                knownTo: 2027-12-31
                source:
                  title: '通知'
                  publishedOn: 2026-11-04
                holidays:
                  - name: { zh-CN: '元旦', en: 'New Year''s Day' }
                    from: 2027-01-01
                    to: 2027-01-03
                    statutory: [2027-01-01]
                    makeUpWorkdays: []
                  - name: { zh-CN: '春节', en: 'Spring Festival' }
                    from: 2027-02-06
                    to: 2027-02-11
                    statutory: [2027-02-06]
                    makeUpWorkdays: [2027-02-20]
                  - name: { zh-CN: '清明节', en: 'Tomb-Sweeping Day' }
                    from: 2027-04-03
                    to: 2027-04-05
                    statutory: []
                    makeUpWorkdays: [2027-04-10]
                """);
        assertThat(read("2027-01-01/cn/2026.yaml"))
                .startsWith(read("2026-01-01/cn/2026.yaml").stripTrailing())
                .contains("from: 2026-12-31\n    to: 2026-12-31");
        assertThat(CommandLineRun.of("check", "--rules", folder).status()).isZero();
    }

    @Test
    void aTableBecomesAVersionWithHalfDays() throws IOException {
        CommandLineRun run = make("notice.csv", CSV, "--number", "国办发明电〔2026〕9号");
        assertThat(run.err()).isEmpty();
        assertThat(read("2027-01-01/cn/2027.yaml"))
                .contains("  number: '国办发明电〔2026〕9号'\n")
                .contains("""
                          - name: { zh-CN: '除夕下午', en: 'Eve, from noon' }
                            from: 2027-02-05
                            to: 2027-02-05
                            closed: 12:00-24:00
                        """)
                .contains("statutory: [2027-02-06, 2027-02-07]\n    makeUpWorkdays: [2027-02-20]");
    }

    @Test
    void aCalendarFileIsTakenAsItIsAndACorrectionReplacesTheYear() throws IOException {
        String corrected = read("2026-01-01/cn/2026.yaml").replace("to: 2026-01-03", "to: 2026-01-04");
        Files.writeString(temp.resolve("correction.yaml"), corrected);
        CommandLineRun run =
                CommandLineRun.of("new", "calendar", "--rules", folder, "--from", temp.resolve("correction.yaml"));
        assertThat(run.err()).isEmpty();
        assertThat(read("2026-01-01.2/cn/2026.yaml")).isEqualTo(corrected);
    }

    @Test
    void aDraftIsChangedAsItIs() throws IOException {
        make("notice.csv", CSV);
        CommandLineRun again = make("notice.csv", CSV.replace("2027-01-03", "2027-01-02"));
        assertThat(again.err()).isEmpty();
        assertThat(read("2027-01-01/cn/2027.yaml")).contains("to: 2027-01-02");
        assertThat(make("notice.csv", CSV, "--calendars", "2027-02-01").err())
                .contains("calendars 2027-01-01 are a draft and can be changed as they are");
    }

    @Test
    void aFileOfSeveralYearsNeedsTheYear() {
        String two = CSV + "元旦,,2026-01-01,2026-01-02,放假,2026-01-01,\n";
        assertThat(make("notice.csv", two).err())
                .contains("holidays of several years (2026, 2027): name one with --year");
        assertThat(make("notice.csv", two, "--year", "2027").err()).isEmpty();
        assertThat(folder.resolve("calendars/2027-01-01/cn/2027.yaml")).exists();
        assertThat(make("notice.csv", two, "--year", "2030").err()).contains("the notice has no holiday in 2030");
    }

    @Test
    void whereDaysAreMarkedByTheirPropertyOtherEventsAreFestivals() throws IOException {
        String marked = ICS.replace("SUMMARY:清明节假期", "SUMMARY:清明节")
                .replace("CATEGORIES:假期\n", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY\n");
        assertThat(make("notice.ics", marked, "--statutory", "2027-04-05", "--name", "清明节=Tomb-Sweeping Day")
                        .err())
                .isEmpty();
        assertThat(read("2027-01-01/cn/2027.yaml")).contains("清明节").doesNotContain("春节");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTEND;VALUE=DATE:20270211 | DTEND;VALUE=DATE:20270206  | "春节（休）" ends before it begins on 2027-02-06
            :20270206                 | :20270229                  | "春节（休）": "20270229" is not a whole day that exists
            DATE:20270206             | DATE:20270206T080000       | "20270206T080000" is not a whole day that exists
            CATEGORIES:上班             | LOCATION:上班               | "清明调休" does not say whether its days are off or worked
            [补班]春节                   | [补班]                      | an entry has no name of a holiday ("[补班]")
            [补班]春节                   | [补班]端午                    | 2027-02-20 is worked for "端午", and the notice has no holiday of that name
            DTSTART:20270410          | RRULE:FREQ=YEARLY          | "" is not a whole day that exists
            20270220                  | 20270217                   | Wed 2027-02-17 makes up for no day off
            20270220                  | 20260221                   | 2026-02-21, worked for "春节", is in another year
            """)
    void aSlipInEventsIsRefusedAtItsPlace(String good, String slip, String message) {
        assertThat(ICS).contains(good);
        CommandLineRun run = make(
                "notice.ics",
                ICS.replace(good, slip),
                "--statutory",
                "2027-01-01",
                "--name",
                "春节=Spring Festival",
                "--name",
                "清明节=Tomb-Sweeping Day");
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve("calendars/2027-01-01")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            名称,英文名      | 名称,备注       | "备注" is no column, or there twice; the columns are name, en, from, to, kind, statutory, closed
            英文名,开始      | 英文名,到        | the first row names no column "from"
            2027-02-05,,,, | 2027-02-30,,,, | "除夕下午": "2027-02-30" is not a whole day that exists
            12:00-24:00    | 下午            | "下午"
            休,2027-02-06   | 班休,2027-02-06 | "班休" does not say whether the days are off or worked
            Spring Festival | ' '            | "春节" has no English name: add --name 春节=ENGLISH
            2027-02-20,,上班,, | 2027-02-20,,上班,,,, | the row has 9 cells, but the first row names 7 columns
            """)
    void aSlipInATableIsRefusedAtItsPlace(String good, String slip, String message) {
        assertThat(CSV).contains(good);
        CommandLineRun run = make("notice.csv", CSV.replace(good, slip));
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve("calendars/2027-01-01")).doesNotExist();
    }

    @Test
    void aYearWithoutStatutoryDaysIsRefused() {
        assertThat(make("notice.csv", CSV.replace(",2027-01-01,\n", ",,\n").replace(",2027-02-06 2027-02-07,", ",,"))
                        .err())
                .contains("2027 has no statutory day off");
        assertThat(make("notice.csv", CSV, "--statutory", "2027-05-01").err())
                .contains("the statutory day 2027-05-01 is in no holiday of the notice");
    }

    @Test
    void aCalendarThatACatalogueNamesIsMadeThoughItIsNotThereYet() throws IOException {
        missing("se", "fi");
        String swedish = "name,from\nNew Year's Day,2027-01-01\nMidsummer Eve,2027-06-25\n";
        CommandLineRun open = make("se.csv", swedish);
        assertThat(open.status()).isEqualTo(2);
        assertThat(open.err()).contains("add --country ID", "fi, se");
        CommandLineRun one = make("se.csv", swedish, "--country", "se");
        assertThat(one.err()).isEmpty();
        assertThat(one.out()).contains("and still have");
        assertThat(read("2027-01-01/se/2027.yaml"))
                .contains("name: { zh-CN: 'New Year''s Day', en: 'New Year''s Day' }");
        assertThat(make("fi.csv", swedish, "--country", "fi").err()).isEmpty();
        assertThat(CommandLineRun.of("check", "--rules", folder).err()).isEmpty();
    }

    @Test
    void aTableNeedsNoCalendar() throws IOException {
        missing("se", "fi");
        Files.writeString(temp.resolve("t.csv"), "plan,response,clause\nlow,4 hours,二\nhigh,2 hours,二\n");
        CommandLineRun table = CommandLineRun.of(
                "new", "table", "tiny", "sp-more", "--policy", "2", "--from", temp.resolve("t.csv"), "--rules", folder);
        assertThat(table.err()).isEmpty();
        assertThat(folder.resolve("tiny/policy/2/sp-more-targets.drl")).exists();
        assertThat(folder.resolve("calendars/2026-01-01/se")).doesNotExist();
    }

    /** New versions of the catalogues that name calendars which do not exist. */
    private void missing(String tiny, String twin) throws IOException {
        for (List<String> one : List.of(List.of("tiny", tiny), List.of("twin", twin))) {
            Path catalogues = folder.resolve(one.get(0)).resolve("catalogue");
            String text = Files.readString(catalogues.resolve("2026-01-01.yaml"));
            Files.writeString(
                    catalogues.resolve("2026-02-01.yaml"), text.replace("calendar: cn", "calendar: " + one.get(1)));
        }
    }

    @Test
    void whatTheCallLeavesOutIsAsked() {
        assertThat(CommandLineRun.of("new", "calendar", "--rules", folder, "--from", temp.resolve("no.csv"))
                        .status())
                .isEqualTo(2);
        assertThat(file("a.csv", CSV).err()).contains("add --title and --published-on");
        assertThat(file("a.txt", CSV).err()).contains("name a file that ends in .ics, .csv or .yaml");
        assertThat(file("a.yaml", "id: cn", "--title", "x").err()).contains("leave out --title");
        assertThat(make("a.csv", CSV, "--published-on", "2026-13-01").err())
                .contains("expected: a date, such as 2026-11-04");
    }

    private CommandLineRun make(String name, String text, String... more) {
        List<String> all = new ArrayList<>(List.of("--title", "通知"));
        if (!List.of(more).contains("--published-on")) {
            all.addAll(List.of("--published-on", "2026-11-04"));
        }
        all.addAll(List.of(more));
        return file(name, text, all.toArray(String[]::new));
    }

    private CommandLineRun file(String name, String text, String... more) {
        try {
            Files.writeString(temp.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<Object> call =
                new ArrayList<>(List.of("new", "calendar", "--rules", folder, "--from", temp.resolve(name)));
        call.addAll(List.of(more));
        return CommandLineRun.of(call.toArray());
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve("calendars").resolve(path));
    }
}
