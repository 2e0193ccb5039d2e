package io.quanyi.release.publish;

import java.util.List;

/**
 * The result of a call that publishes calendars in all programmes.
 *
 * @param calendars the version of the calendars
 * @param revision the revision of the store after the call
 * @param releases the new releases, by programme, each in the order in which they are in force
 * @param outcome whether they are published now, were published before, or were only tried
 */
public record CalendarPublication(
        String calendars, String revision, List<ProgrammePublication> releases, Publication.Outcome outcome) {

    /** Keeps a copy. */
    public CalendarPublication {
        releases = List.copyOf(releases);
    }

    /** The new release of a programme. A programme has one for each release that the calendars change. */
    public record ProgrammePublication(String programme, Publication publication) {}
}
