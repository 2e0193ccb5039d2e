package io.quanyi.console.calendar;

import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.calendar.HolidayImpacts.NewRelease;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.release.Timeline;
import io.quanyi.release.impact.ImpactReports;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of a review before calendars are published: the holidays as they will be, and what changes in each programme. */
record HolidayReview(Language language, List<Timeline> timelines) {

    /** The holidays of the year. */
    List<Map<String, Object>> holidays(CalendarDocument year) {
        return year.holidays().stream()
                .map(holiday -> Map.<String, Object>of(
                        "name",
                        holiday.name().in(language),
                        "days",
                        dates().days(holiday.from(), holiday.to()),
                        "closed",
                        Objects.requireNonNullElse(holiday.closed(), ""),
                        "statutory",
                        days(holiday.statutoryOrNone()),
                        "worked",
                        days(holiday.workedOrNone())))
                .toList();
    }

    private String days(List<LocalDate> days) {
        return Punctuation.of(language).list(days.stream().map(dates()::day).toList());
    }

    private DateTexts dates() {
        return new DateTexts(language);
    }

    /** The new releases, with the answers that change. */
    List<Map<String, Object>> programmes(HolidayImpacts impacts) {
        return impacts.releases().stream().map(this::programme).toList();
    }

    private Map<String, Object> programme(NewRelease release) {
        ImpactReports reports = release.impact();
        return Map.of(
                "name",
                name(release.programme()),
                "release",
                new ConsoleTexts(language).of("holidays-release", release.number()),
                "impacts",
                reports == null ? List.of() : List.of(impact(reports.in(language))));
    }

    private String name(String programme) {
        return timelines.stream()
                .filter(timeline -> timeline.programme().id().equals(programme))
                .map(timeline -> timeline.programme().names().in(language))
                .findFirst()
                .orElse(programme);
    }

    private Map<String, Object> impact(ImpactReport report) {
        return Map.of(
                "none",
                report.none(),
                "counted",
                new ConsoleTexts(language)
                        .of("holidays-definitions", report.definitions().size()),
                "definitions",
                report.definitions().stream().map(this::definition).toList(),
                "sentences",
                report.sentences().stream()
                        .map(line -> change(line.text(), words(line.before()), words(line.after())))
                        .toList(),
                "notCompared",
                report.withoutComparison());
    }

    private static Map<String, Object> change(String text, List<String> before, List<String> after) {
        return Map.of("text", text, "sides", List.of(Map.of("before", before, "after", after)));
    }

    private Map<String, Object> definition(DefinitionLine line) {
        String nothing = new ConsoleTexts(language).of("impact-nothing");
        return Map.of(
                "text", line.name(),
                "before", Objects.requireNonNullElse(line.before(), nothing),
                "after", Objects.requireNonNullElse(line.after(), nothing));
    }

    private static List<String> words(List<StatementLine> statements) {
        return statements.stream().map(StatementLine::text).toList();
    }
}
