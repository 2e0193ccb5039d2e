package io.quanyi.console.calendar;

import io.quanyi.release.impact.ImpactReports;
import io.quanyi.release.publish.CalendarPublication;
import io.quanyi.release.publish.CalendarPublication.ProgrammePublication;
import io.quanyi.release.publish.Publication.PublicationImpact;
import io.quanyi.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
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
     * @param impact its impact; null if it follows no release
     */
    record NewRelease(
            String programme, int number, @Nullable ImpactReports impact) {}

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
                    reports(one.publication().impact(), cancellation)));
        }
        return new HolidayImpacts(releases);
    }

    private static @Nullable ImpactReports reports(@Nullable PublicationImpact impact, Cancellation cancellation) {
        return impact == null
                ? null
                : ImpactReports.of(impact.impact(), impact.before(), impact.after(), null, null, cancellation);
    }
}
