package io.quanyi.console.rule;

import io.quanyi.servicetime.Session;
import io.quanyi.servicetime.Window;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * The hours of a window in words, for a choice among windows. Days that follow each other and have the same hours are said together; closed
 * days are left out.
 *
 * @param language the language of the reader
 */
record WeekWords(Language language) {

    String of(Window window) {
        List<String> said = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int i = 0; i < days.length; i++) {
            List<Session> sessions = sessions(window, days[i]);
            int first = i;
            while (i + 1 < days.length && sessions(window, days[i + 1]).equals(sessions)) {
                i++;
            }
            if (!sessions.isEmpty()) {
                said.add(span(days[first], days[i]) + " "
                        + punctuation()
                                .list(sessions.stream().map(Session::toString).toList()));
            }
        }
        return punctuation().sequence(said);
    }

    private static List<Session> sessions(Window window, DayOfWeek day) {
        return window.week().getOrDefault(day, List.of());
    }

    private String span(DayOfWeek first, DayOfWeek last) {
        return first == last
                ? name(first)
                : Texts.of(language, "label.definition.days", List.of(name(first), name(last)));
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, language.locale());
    }

    private Punctuation punctuation() {
        return Punctuation.of(language);
    }
}
