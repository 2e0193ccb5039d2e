package io.quanyi.release.publish.web;

import io.quanyi.release.publish.CalendarPublication;
import io.quanyi.release.publish.CalendarPublication.ProgrammePublication;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.text.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The result of a call that publishes calendars, or of a dry run.
 *
 * @param published whether the releases are in the ledgers
 * @param repeated whether they were there before, from the same call
 * @param calendars the version of the calendars
 * @param revision the revision of the store after the call
 * @param programmes the new releases of each programme
 */
record CalendarPublicationAnswer(
        boolean published, boolean repeated, String calendars, String revision, List<CalendarProgramme> programmes) {

    /**
     * The new releases of a programme.
     *
     * @param programme the id of the programme
     * @param releases one for each release that is in force when the calendars are, or later
     */
    record CalendarProgramme(String programme, List<PublicationAnswer> releases) {}

    /** @param zone the time zone of a programme */
    static CalendarPublicationAnswer of(
            CalendarPublication publication, Function<String, ZoneId> zone, Language language) {
        Map<String, List<PublicationAnswer>> releases = new LinkedHashMap<>();
        for (ProgrammePublication one : publication.releases()) {
            releases.computeIfAbsent(one.programme(), any -> new ArrayList<>())
                    .add(PublicationAnswer.of(one.publication(), zone.apply(one.programme()), language));
        }
        return new CalendarPublicationAnswer(
                publication.outcome() != Outcome.TRIED,
                publication.outcome() == Outcome.REPEATED,
                publication.calendars(),
                publication.revision(),
                releases.entrySet().stream()
                        .map(one -> new CalendarProgramme(one.getKey(), one.getValue()))
                        .toList());
    }
}
