package io.quanyi.release.draft.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.release.draft.Draft;
import io.quanyi.release.draft.SampleDrafts;
import io.quanyi.release.draft.job.JobResult.Tested;
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
    private static final Draft DRAFT = SampleDrafts.of("one", "// one");

    @Test
    void anEndedJobIsKeptForAnHour() {
        DraftJob job = ended();
        assertThat(found(job, KeptJobs.MAX_AGE)).isTrue();
        assertThat(found(job, KeptJobs.MAX_AGE.plusMillis(1))).isFalse();
        assertThat(found(job(), KeptJobs.MAX_AGE.multipliedBy(9))).isTrue();
    }

    @Test
    void theOldestThatEndedMakesRoomAndOneThatHasNotEndedStays() {
        KeptJobs jobs = new KeptJobs(at(NOON));
        DraftJob open = job();
        DraftJob first = ended();
        DraftJob second = ended();
        List.of(open, first, second).forEach(jobs::add);
        for (int i = 3; i < KeptJobs.MAX_JOBS; i++) {
            jobs.add(ended());
        }
        assertThat(jobs.find(DRAFT, first.id())).isPresent();
        jobs.add(ended());
        assertThat(jobs.find(DRAFT, first.id())).isEmpty();
        assertThat(jobs.find(DRAFT, second.id())).isPresent();
        assertThat(jobs.find(DRAFT, open.id())).isPresent();
    }

    @Test
    void aJobIsFoundByItsDraftOnly() {
        KeptJobs jobs = new KeptJobs(at(NOON));
        DraftJob job = job();
        jobs.add(job);
        assertThat(jobs.find(SampleDrafts.of("other", "// one"), job.id())).isEmpty();
        assertThat(jobs.find(SampleDrafts.of("one", "// edited"), job.id())).contains(job);
        assertThat(jobs.open(DRAFT, JobTask.Kind.TEST)).containsExactly(job);
        assertThat(jobs.open(DRAFT, JobTask.Kind.IMPACT)).isEmpty();
        job.cancel();
        assertThat(jobs.open(DRAFT, JobTask.Kind.TEST)).isEmpty();
    }

    private static boolean found(DraftJob job, Duration later) {
        KeptJobs jobs = new KeptJobs(at(NOON.plus(later)));
        jobs.add(job);
        return jobs.find(DRAFT, job.id()).isPresent();
    }

    private static DraftJob ended() {
        DraftJob job = job();
        job.run(new Cancellation());
        return job;
    }

    private static DraftJob job() {
        return new DraftJob(
                DRAFT,
                JobTask.test(),
                (cancellation, progress) -> new Tested(0, 0, List.of(), List.of(), List.of()),
                at(NOON));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
