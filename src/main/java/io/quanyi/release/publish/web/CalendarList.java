package io.quanyi.release.publish.web;

import io.quanyi.release.RulesTree;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.ServedState;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of the calendars.
 *
 * @param revision the revision of the store
 * @param versions the versions, the oldest first
 */
record CalendarList(String revision, List<CalendarUse> versions) {

    /**
     * A version of the calendars.
     *
     * @param version its name
     * @param releases the releases that name it; none for a version that is not published
     */
    record CalendarUse(String version, List<CalendarRelease> releases) {}

    /** A release that names a version. */
    record CalendarRelease(String programme, int number) {}

    static CalendarList of(ServedState served) {
        List<CalendarUse> versions = RulesTree.calendars(served.snapshot().tree()).stream()
                .map(version -> new CalendarUse(version, releases(served, version)))
                .toList();
        return new CalendarList(served.snapshot().revision(), versions);
    }

    private static List<CalendarRelease> releases(ServedState served, String version) {
        List<CalendarRelease> releases = new ArrayList<>();
        for (Timeline timeline : served.releases().timelines()) {
            timeline.entries().stream()
                    .filter(entry -> entry.calendars().equals(version))
                    .forEach(entry -> releases.add(
                            new CalendarRelease(timeline.programme().id(), entry.number())));
        }
        return releases;
    }
}
