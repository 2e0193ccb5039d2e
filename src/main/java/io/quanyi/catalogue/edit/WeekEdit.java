package io.quanyi.catalogue.edit;

import io.quanyi.servicetime.Session;
import io.quanyi.source.Tree;
import io.quanyi.text.EnumCode;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the week of a window: {@code monday-friday: [08:30-12:00, 13:00-17:30]}. */
final class WeekEdit {

    private WeekEdit() {}

    /** The week; days without hours are not in it. */
    static Tree written(Map<DayOfWeek, List<Session>> week) {
        Map<String, Tree> spans = new LinkedHashMap<>();
        int first = 1;
        while (first <= DayOfWeek.values().length) {
            List<Session> sessions = sessions(week, first);
            int last = first;
            while (last < DayOfWeek.values().length && sessions(week, last + 1).equals(sessions)) {
                last++;
            }
            if (!sessions.isEmpty()) {
                spans.put(
                        first == last ? name(first) : name(first) + "-" + name(last),
                        EntryEdit.list(sessions.stream()
                                .map(session -> EntryEdit.text(session.toString()))
                                .toList()));
            }
            first = last + 1;
        }
        return new Tree.Obj(spans);
    }

    private static List<Session> sessions(Map<DayOfWeek, List<Session>> week, int day) {
        return week.getOrDefault(DayOfWeek.of(day), List.of());
    }

    private static String name(int day) {
        return EnumCode.of(DayOfWeek.of(day));
    }
}
