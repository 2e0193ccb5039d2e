package io.quanyi.console.calendar;

import io.quanyi.impact.ProgressListener;
import io.quanyi.release.job.JobWork;
import io.quanyi.release.publish.CalendarPublisher;
import io.quanyi.release.publish.CalendarPublisher.CalendarSubmission;
import io.quanyi.release.publish.PublishRefused;
import io.quanyi.source.FaultsFound;
import io.quanyi.work.Cancellation;

/**
 * The trial of a publication of holidays in all programmes.
 *
 * @param sent a dry run
 */
record HolidayTrial(CalendarPublisher publisher, CalendarSubmission sent) implements JobWork<HolidayImpacts> {

    @Override
    public HolidayImpacts run(Cancellation cancellation, ProgressListener progress) {
        try {
            return HolidayImpacts.of(publisher.review(sent, progress, cancellation), cancellation);
        } catch (PublishRefused refused) {
            throw refused.faults().isEmpty() ? refused : new FaultsFound(refused.faults());
        }
    }
}
