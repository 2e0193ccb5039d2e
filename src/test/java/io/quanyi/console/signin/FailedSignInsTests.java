package io.quanyi.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Checks the bound on failed sign-ins. */
class FailedSignInsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Instant now = NOON;
    private final FailedSignIns failures = new FailedSignIns(3, new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

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
        now = NOON.plus(FailedSignIns.PERIOD).minusMillis(1);
        assertThat(failures.areTooMany("10.0.0.1")).isTrue();
        now = NOON.plus(FailedSignIns.PERIOD);
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
