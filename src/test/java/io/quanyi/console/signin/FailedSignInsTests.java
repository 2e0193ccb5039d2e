package io.quanyi.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.SetClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Checks the bound on failed sign-ins. */
class FailedSignInsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SetClock clock = new SetClock(NOON);
    private final FailedSignIns failures = new FailedSignIns(3, clock);

    @Test
    void anAddressWaitsWhenItHasFailedOften() {
        fail("10.0.0.1", 2);
        assertThat(failures.areTooMany("10.0.0.1")).isFalse();
        fail("10.0.0.1", 1);
        assertThat(failures.areTooMany("10.0.0.1")).isTrue();
        assertThat(failures.areTooMany("10.0.0.2")).isFalse();
    }

    @Test
    void aMinuteAfterTheFirstItMayTryAgain() {
        fail("10.0.0.1", 3);
        clock.set(NOON.plus(FailedSignIns.PERIOD).minusMillis(1));
        assertThat(failures.areTooMany("10.0.0.1")).isTrue();
        clock.set(NOON.plus(FailedSignIns.PERIOD));
        assertThat(failures.areTooMany("10.0.0.1")).isFalse();
    }

    @Test
    void manyAddressesTakeNoMoreMemory() {
        fail("10.0.0.1", 3);
        for (int i = 0; i < 1000; i++) {
            fail("address-" + i, 1);
        }
        assertThat(failures.areTooMany("10.0.0.1")).isFalse();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            failures.add(address);
        }
    }
}
