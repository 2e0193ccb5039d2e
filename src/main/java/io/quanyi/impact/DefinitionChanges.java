package io.quanyi.impact;

import io.quanyi.catalogue.Catalogue.OpeningHours;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
            String what, @Nullable String before, @Nullable String after) {}

    static DefinitionChanges between(ProgrammeRelease before, ProgrammeRelease after) {
        Map<String, String> one = definitions(before);
        Map<String, String> other = definitions(after);
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

    private static Map<String, String> definitions(ProgrammeRelease release) {
        Map<String, String> all = new TreeMap<>();
        release.catalogue().windows().forEach((id, hours) -> all.put("window " + id, shown(hours)));
        release.hours().forEach((id, hours) -> {
            days(all, "window " + id + " ", hours.open(), "");
            days(all, "window " + id + " ", hours.closed(), " unless announced");
        });
        release.catalogue()
                .channels()
                .forEach((id, channel) -> all.put("channel " + id, channel.contact() + " " + channel.window()));
        return all;
    }

    /** Adds the days off of a schedule that are not yet listed. */
    private static void days(Map<String, String> all, String window, Schedule schedule, String unless) {
        HolidayCalendar calendar = schedule.calendar();
        if (calendar != null) {
            all.put(window + "known", calendar.knownFrom() + " " + calendar.knownTo());
            calendar.daysOff().forEach((day, name) -> all.putIfAbsent(window + day, name + unless));
        }
    }

    private static String shown(OpeningHours hours) {
        return hours.window() == null
                ? "not stated"
                : hours.window().zone() + " " + hours.window().week() + " " + hours.calendar() + " "
                        + hours.announcements();
    }

    /** Whether all definitions are equal. */
    public boolean isNone() {
        return differences.isEmpty();
    }
}
