package io.quanyi.release.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.work.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of how long and how many jobs are kept. */
class KeptJobsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Test
    void anEndedJobIsKeptForAnHour() {
        Job<String> job = ended();
        assertThat(found(job, KeptJobs.MAX_AGE)).isTrue();
        assertThat(found(job, KeptJobs.MAX_AGE.plusMillis(1))).isFalse();
        assertThat(found(job(), KeptJobs.MAX_AGE.multipliedBy(9))).isTrue();
    }

    @Test
    void theOldestThatEndedMakesRoomAndOneThatHasNotEndedStays() {
        KeptJobs<Job<String>> jobs = new KeptJobs<>(at(NOON));
        Job<String> open = job();
        Job<String> first = ended();
        Job<String> second = ended();
        List.of(open, first, second).forEach(jobs::add);
        for (int i = 3; i < KeptJobs.MAX_JOBS; i++) {
            jobs.add(ended());
        }
        assertThat(jobs.find(first.id())).isPresent();
        jobs.add(ended());
        assertThat(jobs.find(first.id())).isEmpty();
        assertThat(jobs.find(second.id())).isPresent();
        assertThat(jobs.find(open.id())).isPresent();
    }

    @Test
    void theNewestAndTheOpenJobsOfAKindAreFound() {
        KeptJobs<Job<String>> jobs = new KeptJobs<>(at(NOON));
        Job<String> first = job();
        Job<String> second = job();
        List.of(first, second).forEach(jobs::add);
        assertThat(jobs.newest(job -> true)).contains(second);
        assertThat(jobs.newest(job -> job == first)).contains(first);
        assertThat(jobs.open(job -> job != second)).containsExactly(first);
        first.cancel();
        assertThat(jobs.open(job -> true)).containsExactly(second);
        assertThat(jobs.newest(job -> job == first)).contains(first);
        assertThat(jobs.find("another")).isEmpty();
    }

    private static boolean found(Job<String> job, Duration later) {
        KeptJobs<Job<String>> jobs = new KeptJobs<>(at(NOON.plus(later)));
        jobs.add(job);
        return jobs.find(job.id()).isPresent();
    }

    private static Job<String> ended() {
        Job<String> job = job();
        job.run(new Cancellation());
        return job;
    }

    private static Job<String> job() {
        return new Job<>((cancellation, progress) -> "result", at(NOON));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
