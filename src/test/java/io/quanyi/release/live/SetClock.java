package io.quanyi.release.live;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock with an instant that a test sets. */
final class SetClock extends Clock {

    private final Instant[] now;

    /** @param now what it shows, as its only element */
    SetClock(Instant[] now) {
        this.now = now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now[0];
    }
}
