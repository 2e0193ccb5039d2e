package io.quanyi.console.calendar;

import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.release.job.AwaitedJob;
import java.time.Clock;

/** The review of a form of holidays: the job that finds their impacts. It is for the person who has sent the form. */
final class HolidayJob extends AwaitedJob<HolidayImpacts> {

    private final Wish wish;

    /**
     * What is reviewed.
     *
     * @param person who has sent the form
     * @param form the form
     * @param year the year that it states
     * @param revision the revision of the store with which the year is compared
     */
    record Wish(String person, HolidayForm form, CalendarDocument year, String revision) {}

    HolidayJob(Wish wish, HolidayTrial trial, Clock clock) {
        super(trial, clock);
        this.wish = wish;
    }

    Wish wish() {
        return wish;
    }
}
