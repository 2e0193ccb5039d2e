package io.quanyi.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LineLimitTests {

    private final SetClock clock = new SetClock();
    private final LineLimit limit = new LineLimit(2, Duration.ofSeconds(1), clock);

    @Test
    void soManyPassInAPeriodAndTheOthersAreCounted() {
        assertThat(limit.admits()).isTrue();
        assertThat(limit.admits()).isTrue();
        assertThat(limit.admits()).isFalse();
        clock.now = clock.now.plusMillis(999);
        assertThat(limit.admits()).isFalse();
        clock.now = clock.now.plusMillis(1);
        assertThat(limit.admits()).isTrue();
        assertThat(limit.omitted()).isEqualTo(2);
        assertThat(limit.takeOmitted()).isEqualTo(2);
        assertThat(limit.takeOmitted()).isZero();
    }

    @Test
    void aClockThatIsSetBackDoesNotStopIt() {
        limit.admits();
        limit.admits();
        clock.now = clock.now.minusSeconds(3600);
        assertThat(limit.admits()).isTrue();
    }

    /** A clock that tests set. */
    static final class SetClock extends Clock {

        Instant now = Instant.parse("2026-11-20T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
