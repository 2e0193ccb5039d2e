package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue.OpeningHours;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.servicetime.InvalidTime;
import io.quanyi.servicetime.Session;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.text.BilingualText;
import io.quanyi.text.EnumCode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names a window, and states its hours on each day of the week. Where the document does not state hours, only the names can be changed. */
final class WindowForm implements CatalogueForm {

    @Override
    public String name() {
        return "window";
    }

    @Override
    public List<String> ids(DraftCatalogue draft) {
        return List.copyOf(draft.catalogue().windows().keySet());
    }

    @Override
    public Map<String, String> stored(DraftCatalogue draft, String id) {
        OpeningHours hours = hours(draft, id);
        Map<String, String> values = new HashMap<>(NameFields.values(hours.names()));
        week(hours).forEach((day, sessions) -> values.put(field(day), written(sessions)));
        return values;
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        List<FormField> fields = new ArrayList<>(NameFields.fields(draft, values, texts));
        if (hours(draft, values.getOrDefault("id", "")).window() != null) {
            for (DayOfWeek day : DayOfWeek.values()) {
                fields.add(FormField.line(
                        field(day),
                        day.getDisplayName(TextStyle.FULL, draft.language().locale()),
                        day == DayOfWeek.MONDAY ? texts.of("catalogue-hours-hint") : "",
                        values.getOrDefault(field(day), ""),
                        false));
            }
        }
        return fields;
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        String id = values.getOrDefault("id", "");
        Faults faults = new Faults();
        BilingualText names = NameFields.of(draft, values);
        Map<DayOfWeek, List<Session>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Session> sessions = sessions(day, values.getOrDefault(field(day), ""), faults);
            if (!sessions.isEmpty()) {
                week.put(day, sessions);
            }
        }
        faults.throwIfAny();
        CatalogueEdit edit = CatalogueEdit.of(draft.file()).names("windows", id, names);
        OpeningHours before = hours(draft, id);
        return before.window() == null || week(before).equals(week) ? edit : edit.hours(id, week);
    }

    private static List<Session> sessions(DayOfWeek day, String written, Faults faults) {
        List<Session> sessions = new ArrayList<>();
        for (String part : written.strip().split("[\\s,，、;；]+", -1)) {
            try {
                if (!part.isEmpty()) {
                    sessions.add(Session.parse(part.replace('：', ':').replace('–', '-')));
                }
            } catch (InvalidTime e) {
                faults.add(Fault.at("/" + field(day), e.code(), e.arguments()));
            }
        }
        return sessions;
    }

    private static OpeningHours hours(DraftCatalogue draft, String id) {
        return Objects.requireNonNull(draft.catalogue().windows().get(id), id);
    }

    private static Map<DayOfWeek, List<Session>> week(OpeningHours hours) {
        return hours.window() == null ? Map.of() : hours.window().week();
    }

    private static String written(List<Session> sessions) {
        return sessions.stream().map(Session::toString).collect(Collectors.joining(", "));
    }

    private static String field(DayOfWeek day) {
        return EnumCode.of(day);
    }

    /** The hours of a week in short, such as {@code Mon–Fri 08:30-12:00}. */
    static List<String> inShort(OpeningHours hours, Locale locale) {
        Map<DayOfWeek, List<Session>> week = week(hours);
        return Arrays.stream(DayOfWeek.values())
                .filter(week::containsKey)
                .collect(Collectors.groupingBy(
                        day -> written(Objects.requireNonNull(week.get(day))), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(span -> days(span.getValue(), locale) + " " + span.getKey())
                .toList();
    }

    /** Days in short; those that follow each other by the first and the last. */
    private static String days(List<DayOfWeek> days, Locale locale) {
        DayOfWeek first = days.get(0);
        DayOfWeek last = days.get(days.size() - 1);
        boolean together = days.size() > 2 && last.getValue() - first.getValue() == days.size() - 1;
        return (together ? Stream.of(first, last) : days.stream())
                .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                .collect(Collectors.joining(together ? "–" : " "));
    }
}
