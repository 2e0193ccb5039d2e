package io.quanyi.impact;

import io.quanyi.catalogue.Catalogue.OpeningHours;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.value.ValueLabel;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.Schedule;
import io.quanyi.servicetime.Session;
import io.quanyi.servicetime.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changed definitions that no core of an answer shows, because a core names a window or a channel by its id only.
 *
 * @param differences the changes, sorted by name
 */
public record DefinitionChanges(List<DefinitionChange> differences) {

    /** Keeps a copy. */
    public DefinitionChanges {
        differences = List.copyOf(differences);
    }

    /**
     * A definition that differs between the releases.
     *
     * @param what the name of the definition, such as {@code window 5x8}, {@code window 5x8 2026-10-01} or {@code channel phone}
     * @param before the definition of the earlier release; null if it has none
     * @param after the definition of the later release; null if it has none
     */
    public record DefinitionChange(
            String what,
            @Nullable ValueLabel before,
            @Nullable ValueLabel after) {}

    static DefinitionChanges between(ProgrammeRelease before, ProgrammeRelease after) {
        Map<String, ValueLabel> one = definitions(before);
        Map<String, ValueLabel> other = definitions(after);
        Set<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        List<DefinitionChange> differences = new ArrayList<>();
        for (String what : all) {
            DefinitionChange difference = new DefinitionChange(what, one.get(what), other.get(what));
            if (!Objects.equals(difference.before(), difference.after())) {
                differences.add(difference);
            }
        }
        return new DefinitionChanges(differences);
    }

    private static Map<String, ValueLabel> definitions(ProgrammeRelease release) {
        Map<String, ValueLabel> all = new TreeMap<>();
        release.catalogue().windows().forEach((id, hours) -> all.put("window " + id, hours(hours)));
        release.hours().forEach((id, hours) -> {
            days(all, "window " + id + " ", hours.open(), "definition.day-off");
            days(all, "window " + id + " ", hours.closed(), "definition.day-off-unless-announced");
        });
        release.catalogue()
                .channels()
                .forEach((id, channel) -> all.put(
                        "channel " + id,
                        ValueLabel.of("definition.channel", orNone(channel.contact()), orNone(channel.window()))));
        return all;
    }

    /** The days off of a schedule that none before it has. */
    private static void days(Map<String, ValueLabel> all, String window, Schedule schedule, String code) {
        HolidayCalendar calendar = schedule.calendar();
        if (calendar != null) {
            all.put(window + "known", ValueLabel.of("definition.known", calendar.knownFrom(), calendar.knownTo()));
            calendar.daysOff()
                    .forEach((day, name) ->
                            all.putIfAbsent(window + day, ValueLabel.of(code, name.chinese(), name.english())));
            calendar.halfDays()
                    .forEach((day, half) -> all.putIfAbsent(
                            window + day,
                            ValueLabel.of(
                                    code.replace("day-off", "half-day"),
                                    half.name().chinese(),
                                    half.name().english(),
                                    half.closed())));
        }
    }

    private static ValueLabel hours(OpeningHours hours) {
        Window window = hours.window();
        return window == null
                ? ValueLabel.of("definition.unstated")
                : ValueLabel.of(
                        "definition.hours",
                        window.zone(),
                        week(window),
                        orNone(hours.calendar()),
                        orNone(hours.announcements()),
                        window.workingDay().equals(Window.USUAL_DAY) ? "" : window.workingDayHours());
    }

    /** The sessions of each day, such as {@code 1=08:30-12:00,13:00-17:30;2=…}, Monday being 1. */
    private static String week(Window window) {
        return window.week().entrySet().stream()
                .map(day -> day.getKey().getValue() + "="
                        + day.getValue().stream().map(Session::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether all definitions are equal. */
    boolean isNone() {
        return differences.isEmpty();
    }
}
