package io.quanyi.release.draft.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.release.draft.Draft;
import io.quanyi.release.draft.SampleDrafts;
import io.quanyi.release.draft.job.JobResult.Tested;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of what a job of a draft is about, and of what it forgets. */
class DraftJobTests {

    private static final Draft DRAFT = SampleDrafts.of("one", "// one");

    @Test
    void aJobIsOfItsDraftAndAboutItsFilesAsTheyWere() {
        DraftJob job = job(JobTask.test());
        assertThat(job.isOf(DRAFT)).isTrue();
        assertThat(job.isAbout(DRAFT)).isTrue();
        Draft edited = SampleDrafts.of("one", "// edited");
        assertThat(job.isOf(edited)).isTrue();
        assertThat(job.isAbout(edited)).isFalse();
        assertThat(job.isOf(SampleDrafts.of("other", "// one"))).isFalse();
    }

    @Test
    void aJobThatHasEndedHasForgottenTheCustomers() {
        DraftJob job = job(JobTask.impact(null, null).counting(List.of()));
        assertThat(job.task().census()).isNotNull();
        job.cancel();
        assertThat(job.task().census()).isNull();
    }

    private static DraftJob job(JobTask task) {
        return new DraftJob(
                DRAFT,
                task,
                (cancellation, progress) -> new Tested(0, 0, List.of(), List.of(), List.of()),
                Clock.systemUTC());
    }
}
