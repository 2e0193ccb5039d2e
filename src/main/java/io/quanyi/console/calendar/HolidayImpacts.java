package io.quanyi.console.calendar;

import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.release.publish.CalendarPublication;
import io.quanyi.release.publish.CalendarPublication.ProgrammePublication;
import io.quanyi.release.publish.Publication.PublicationImpact;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The impacts that the publication of holidays would have.
 *
 * @param releases the releases that it would make
 */
record HolidayImpacts(List<NewRelease> releases) {

    /** Keeps a copy. */
    HolidayImpacts {
        releases = List.copyOf(releases);
    }

    /**
     * A release that would be made.
     *
     * @param programme the id of its programme
     * @param number its number
     * @param impacts its impact in each language, so that the compared releases need not be kept; empty if it follows no release
     */
    record NewRelease(String programme, int number, Map<Language, ImpactReport> impacts) {

        /** Keeps a copy. */
        NewRelease {
            impacts = Map.copyOf(impacts);
        }
    }

    /**
     * The impacts in words.
     *
     * @param tried a publication that was tried
     */
    static HolidayImpacts of(CalendarPublication tried, Cancellation cancellation) {
        List<NewRelease> releases = new ArrayList<>();
        for (ProgrammePublication one : tried.releases()) {
            cancellation.check();
            releases.add(new NewRelease(
                    one.programme(),
                    one.publication().entry().number(),
                    reports(one.publication().impact())));
        }
        return new HolidayImpacts(releases);
    }

    private static Map<Language, ImpactReport> reports(@Nullable PublicationImpact impact) {
        Map<Language, ImpactReport> reports = new EnumMap<>(Language.class);
        if (impact != null) {
            for (Language language : Language.values()) {
                reports.put(
                        language,
                        ImpactReportWriter.of(
                                impact.impact(), impact.before(), impact.after(), true, null, null, language));
            }
        }
        return reports;
    }
}
