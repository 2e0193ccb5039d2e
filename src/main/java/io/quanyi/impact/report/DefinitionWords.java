package io.quanyi.impact.report;

import io.quanyi.facts.Domain;
import io.quanyi.impact.DefinitionChanges.DefinitionChange;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.value.ValueLabel;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of changed definitions, in one language.
 *
 * @param words the names of windows and channels
 */
record DefinitionWords(SentenceWords words) {

    DefinitionLine line(DefinitionChange difference) {
        return new DefinitionLine(
                difference.what(), name(difference.what()), said(difference.before()), said(difference.after()));
    }

    /** The name of a definition, such as {@code window 5x8}, {@code window 5x8 known}, {@code window 5x8 2026-10-01} or {@code channel phone}. */
    private String name(String what) {
        String[] parts = what.split(" ", 3);
        if (parts[0].equals("channel")) {
            return words.text("definition.channel", words.name(Domain.CHANNEL, parts[1]));
        }
        String window = words.name(Domain.WINDOW, parts[1]);
        if (parts.length == 2) {
            return words.text("definition.window", window);
        }
        return parts[2].equals("known")
                ? words.text("definition.window.known", window)
                : words.text("definition.window.day", window, dates().day(LocalDate.parse(parts[2])));
    }

    private @Nullable String said(@Nullable ValueLabel label) {
        if (label == null) {
            return null;
        }
        List<String> said = label.words();
        return switch (label.code()) {
            case "definition.hours" -> hours(said);
            case "definition.channel" -> channel(said);
            case "definition.known" -> dates().days(LocalDate.parse(said.get(0)), LocalDate.parse(said.get(1)));
            case "definition.day-off", "definition.day-off-unless-announced" ->
                words.text("label." + label.code(), said.get(isChinese() ? 0 : 1));
            case "definition.half-day", "definition.half-day-unless-announced" ->
                words.text("label." + label.code(), said.get(isChinese() ? 0 : 1), said.get(2));
            default -> words.text("label." + label.code());
        };
    }

    private String hours(List<String> said) {
        List<String> parts = new ArrayList<>(List.of(week(said.get(1)), dates().zone(ZoneId.of(said.get(0)))));
        if (!said.get(2).isEmpty()) {
            parts.add(words.text("label.definition.calendar", dates().calendar(said.get(2))));
        }
        if (!said.get(3).isEmpty()) {
            parts.add(words.text("label.definition.announcements", said.get(3)));
        }
        if (!said.get(4).isEmpty()) {
            parts.add(words.text("label.definition.working-day", said.get(4)));
        }
        return punctuation().sequence(parts);
    }

    private String channel(List<String> said) {
        List<String> parts = new ArrayList<>();
        if (!said.get(0).isEmpty()) {
            parts.add(said.get(0));
        }
        if (!said.get(1).isEmpty()) {
            parts.add(words.text("statement.window", words.name(Domain.WINDOW, said.get(1))));
        }
        return parts.isEmpty() ? words.text("list.nothing") : punctuation().sequence(parts);
    }

    /** Days that follow each other and have the same sessions are said together. */
    private String week(String week) {
        List<String> said = new ArrayList<>();
        String[] days = week.split(";", -1);
        for (int i = 0; i < days.length; i++) {
            int first = i;
            String sessions = days[i].split("=", -1)[1];
            while (i + 1 < days.length && days[i + 1].equals((day(days[i]) + 1) + "=" + sessions)) {
                i++;
            }
            said.add(span(day(days[first]), day(days[i])) + " " + punctuation().list(List.of(sessions.split(",", -1))));
        }
        return punctuation().sequence(said);
    }

    private static int day(String written) {
        return Integer.parseInt(written.substring(0, 1));
    }

    private String span(int first, int last) {
        return first == last ? name(first) : words.text("label.definition.days", name(first), name(last));
    }

    private String name(int day) {
        return DayOfWeek.of(day)
                .getDisplayName(TextStyle.SHORT, words.language().locale());
    }

    private boolean isChinese() {
        return words.language() == Language.CHINESE;
    }

    private DateTexts dates() {
        return new DateTexts(words.language());
    }

    private Punctuation punctuation() {
        return words.punctuation();
    }
}
