package io.quanyi.catalogue.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.catalogue.calendar.CalendarDocument.Holiday;
import io.quanyi.catalogue.calendar.CalendarDocument.Notice;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.text.BilingualText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendar files that are written anew, or corrected in place. */
class CalendarEditTests {

    private static final String YEAR = """
            # The notice of the year.
            id: cn
            knownFrom: 2027-01-01
            knownTo: 2027-12-31
            source:
              title: 国务院办公厅关于2027年部分节假日安排的通知 # as printed
              publishedOn: 2026-11-04
            holidays:
              # One day only this year.
              - name: { zh-CN: 元旦, en: New Year's Day }
                from: 2027-01-01
                to: 2027-01-01 # a Friday
              - { name: { zh-CN: 春节, en: Spring Festival }, from: 2027-02-05, to: 2027-02-11, makeUpWorkdays: [2027-02-14] }
            """;

    @Test
    void aCorrectionChangesOnlyWhatDiffers() {
        CalendarDocument before = read(YEAR);
        List<Holiday> holidays = new ArrayList<>(before.holidays());
        holidays.set(1, holiday("春节", "Spring Festival", "2027-02-05", "2027-02-12", null, List.of("2027-02-14")));
        assertThat(changed(with(before, holidays))).isEqualTo(YEAR.replace("02-11, ", "02-12, statutory: [], "));
    }

    @Test
    void aHolidayIsAddedAndRemovedBetweenTheLinesOfTheOthers() {
        CalendarDocument before = read(YEAR);
        List<Holiday> holidays = new ArrayList<>(before.holidays());
        holidays.add(1, holiday("小年", "Little New Year", "2027-01-30", "2027-01-30", "12:00-24:00", List.of()));
        String added = changed(with(before, holidays));
        assertThat(added).contains("# One day only", "# a Friday", "12:00-24:00", "02-11, makeUp");
        assertThat(read(added).holidays()).hasSize(3).element(1).isEqualTo(holidays.get(1));
        holidays.remove(0);
        assertThat(changed(with(before, holidays)))
                .contains("# The notice of the year.", "小年")
                .doesNotContain("元旦");
    }

    @Test
    void anotherNoticeIsWrittenInPlace() {
        CalendarDocument before = read(YEAR);
        Notice source = new Notice(before.source().title(), LocalDate.parse("2026-11-05"), "国办发明电〔2026〕9号");
        CalendarDocument wanted = CalendarDocument.ofYear("cn", 2027, source, before.holidays());
        assertThat(changed(wanted))
                .isEqualTo(YEAR.replace("publishedOn: 2026-11-04", "publishedOn: 2026-11-05\n  number: 国办发明电〔2026〕9号"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025", "2026"})
    void aShippedFileWithTheSameContentStaysAsItIs(String year) throws IOException {
        String text = Files.readString(Path.of("rules/calendars/2026-01-01/cn/" + year + ".yaml"));
        assertThat(new String(CalendarEdit.changed(file(text), read(text)).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void aNewFileSaysWhatWasWanted() {
        Notice source = new Notice("It's: a notice", LocalDate.parse("2026-11-04"), "# 7");
        CalendarDocument wanted = CalendarDocument.ofYear(
                "se",
                2027,
                source,
                List.of(
                        holiday("元旦", "New Year's Day", "2027-01-01", "2027-01-01", null, List.of()),
                        holiday("半天", "Half: a day", "2027-01-05", "2027-01-05", "12:00-24:00", List.of()),
                        holiday("其他", "Other", "2027-01-06", "2027-01-06", "noon]", List.of("2027-01-09"))));
        String text = CalendarEdit.text(wanted);
        assertThat(text).contains("title: 'It''s: a notice'", "closed: 12:00-24:00\n", "closed: 'noon]'\n");
        assertThat(read(text)).isEqualTo(wanted);
    }

    @Test
    void aFileThatIsNoYamlIsRefused() {
        CalendarDocument wanted = read(YEAR);
        assertThatThrownBy(() -> CalendarEdit.changed(file("id: ["), wanted)).isInstanceOf(FaultsFound.class);
        assertThat(CalendarDocument.read(file("id: ["))).isEmpty();
        assertThat(CalendarDocument.read(file("id: cn"))).isEmpty();
    }

    private static String changed(CalendarDocument wanted) {
        return new String(CalendarEdit.changed(file(YEAR), wanted).bytes(), StandardCharsets.UTF_8);
    }

    private static CalendarDocument with(CalendarDocument before, List<Holiday> holidays) {
        return CalendarDocument.ofYear(before.id(), 2027, before.source(), holidays);
    }

    private static Holiday holiday(
            String chinese, String english, String from, String to, @Nullable String closed, List<String> worked) {
        return new Holiday(
                new BilingualText(Map.of("zh-CN", chinese, "en", english)),
                LocalDate.parse(from),
                LocalDate.parse(to),
                closed,
                List.of(),
                worked.stream().map(LocalDate::parse).toList());
    }

    private static CalendarDocument read(String text) {
        return CalendarDocument.read(file(text)).orElseThrow();
    }

    private static SourceFile file(String text) {
        return new SourceFile("calendars/2027-01-01/cn/2027.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
