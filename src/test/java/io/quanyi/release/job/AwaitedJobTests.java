package io.quanyi.release.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests of a job that is left once nobody looks at its page. */
class AwaitedJobTests {

    private final SetClock clock = new SetClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final AwaitedJob<String> job = new AwaitedJob<>((cancellation, progress) -> "done", clock);

    @Test
    void aJobIsLeftOnceNobodyLooksAtItsPageForLong() {
        clock.advance(AwaitedJob.PATIENCE);
        assertThat(job.isLeft()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(job.isLeft()).isTrue();
        job.lookAt();
        assertThat(job.isLeft()).isFalse();
        clock.advance(AwaitedJob.PATIENCE.plusSeconds(1));
        assertThat(job.isLeft()).isTrue();
    }
}
