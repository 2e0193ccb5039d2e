package io.quanyi.console.calendar;

import io.quanyi.console.ScreenReleases;
import io.quanyi.console.calendar.HolidayJob.Wish;
import io.quanyi.release.job.JobLane;
import io.quanyi.release.job.KeptJobs;
import io.quanyi.source.NothingAtPath;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Begins, finds and cancels reviews of holidays. A person has one that has not ended. One ends without a result once the store has
 * changed, or nobody looks at its page any more.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class HolidayJobs {

    private final ScreenReleases releases;
    private final JobLane lane;
    private final Clock clock;
    private final KeptJobs<HolidayJob> jobs;

    HolidayJobs(ScreenReleases releases, JobLane lane, Clock clock) {
        this.releases = releases;
        this.lane = lane;
        this.clock = clock;
        this.jobs = new KeptJobs<>(clock);
    }

    /**
     * Begins a review, or finds the equal one that has not ended. Another one of the same person is cancelled.
     *
     * @throws io.quanyi.work.WorkQueueFull if too many jobs wait
     */
    HolidayJob begin(Wish wish, HolidayTrial trial) {
        HolidayJob job = new HolidayJob(wish, trial, clock);
        return jobs.begin(
                lane,
                job,
                other -> other.wish().person().equals(wish.person()),
                other -> other.wish().equals(wish),
                () -> job.isLeft() || isStale(job));
    }

    /**
     * A review, whose page is looked at.
     *
     * @throws NothingAtPath if there is none
     */
    HolidayJob find(String id) {
        HolidayJob job = jobs.find(id).orElseThrow(() -> new NothingAtPath("unknown-holiday-review", id, List.of()));
        job.lookAt();
        if (isStale(job)) {
            lane.cancel(job);
        }
        return job;
    }

    /** Whether the store has changed since the review began. */
    boolean isStale(HolidayJob job) {
        return !releases.revision().equals(job.wish().revision());
    }

    /** Cancels a review. One that has ended stays as it is. */
    void cancel(HolidayJob job) {
        lane.cancel(job);
    }
}
