package io.quanyi.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineLimitTests {

    private final SetClock clock = new SetClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final LineLimit limit = new LineLimit(2, Duration.ofSeconds(1), clock);

    @Test
    void soManyPassInAPeriodAndTheOthersAreCounted() {
        assertThat(limit.admits()).isTrue();
        assertThat(limit.admits()).isTrue();
        assertThat(limit.admits()).isFalse();
        clock.advance(Duration.ofMillis(999));
        assertThat(limit.admits()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(limit.admits()).isTrue();
        assertThat(limit.omitted()).isEqualTo(2);
        assertThat(limit.takeOmitted()).isEqualTo(2);
        assertThat(limit.takeOmitted()).isZero();
    }

    @Test
    void aClockThatIsSetBackDoesNotStopIt() {
        limit.admits();
        limit.admits();
        clock.advance(Duration.ofHours(-1));
        assertThat(limit.admits()).isTrue();
    }
}
