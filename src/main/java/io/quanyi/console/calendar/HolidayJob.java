package io.quanyi.console.calendar;

import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.release.job.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The review of a form of holidays: the job that finds their impacts. It is for the person who has sent the form. */
final class HolidayJob extends Job<HolidayImpacts> {

    /** How long a review goes on after its page was last looked at. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Wish wish;
    private final Clock clock;
    private volatile Instant lookedAt;

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
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    Wish wish() {
        return wish;
    }

    /** Notes that its page is looked at. */
    void lookAt() {
        lookedAt = clock.instant();
    }

    /** Whether its page was not looked at for long. */
    boolean isLeft() {
        return clock.instant().isAfter(lookedAt.plus(PATIENCE));
    }
}
