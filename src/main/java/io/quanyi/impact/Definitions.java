package io.quanyi.impact;

import io.quanyi.catalogue.Catalogue.OpeningHours;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two releases define otherwise and no core tells, since a core names a window by its id.
 *
 * @param differences each of them, by what is defined
 */
public record Definitions(List<Difference> differences) {

    /** Keeps a copy. */
    public Definitions {
        differences = List.copyOf(differences);
    }

    /**
     * Something that is defined otherwise.
     *
     * @param what what is defined: {@code window 5x8}, {@code window 5x8 2026-10-01}, {@code channel phone}
     * @param before as the one release defines it; null where it does not
     * @param after the same of the other
     */
    public record Difference(
            String what, @Nullable String before, @Nullable String after) {}

    static Definitions between(ProgrammeRelease before, ProgrammeRelease after) {
        Map<String, String> one = definitions(before);
        Map<String, String> other = definitions(after);
        Set<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String what : all) {
            Difference difference = new Difference(what, one.get(what), other.get(what));
            if (!java.util.Objects.equals(difference.before(), difference.after())) {
                differences.add(difference);
            }
        }
        return new Definitions(differences);
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

    /** The days off of a schedule that none before it has. */
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

    /** Whether nothing is. */
    public boolean isNone() {
        return differences.isEmpty();
    }
}
