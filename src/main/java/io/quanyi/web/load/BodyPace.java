package io.quanyi.web.load;

import io.quanyi.source.Fault;
import io.quanyi.web.BodyTooLarge;
import io.quanyi.web.BodyTooSlow;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The pace at which a body has to arrive: whole within a time, and a number of bytes a second after a grace; of a stream, each line within a time. */
public final class BodyPace {

    private final long idleNanos;
    private final long graceNanos;
    private final long bytesPerSecond;
    private final long maxNanos;
    private final boolean isOfLines;
    private final boolean isKept;
    private final long maxDecoded;
    private long began = System.nanoTime();
    private long decoded;

    private BodyPace(
            Duration idle,
            Duration grace,
            long bytesPerSecond,
            Duration most,
            boolean isOfLines,
            boolean isKept,
            long maxDecoded) {
        this.idleNanos = idle.toNanos();
        this.graceNanos = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
        this.maxNanos = most.toNanos();
        this.isOfLines = isOfLines;
        this.isKept = isKept;
        this.maxDecoded = maxDecoded;
    }

    /** The pace of a body that has to come whole, and is kept in memory. */
    static BodyPace whole(Duration idle, LoadProperties load) {
        return new BodyPace(
                idle, load.bodyGrace(), load.bodyRate().toBytes(), load.bodyTime(), false, true, Long.MAX_VALUE);
    }

    /** The pace of a form with files, which are kept on disk. */
    static BodyPace upload(Duration idle, LoadProperties load) {
        return new BodyPace(
                idle, load.bodyGrace(), load.bodyRate().toBytes(), load.uploadTime(), false, false, Long.MAX_VALUE);
    }

    /**
     * The pace of a body of lines, whose sender may pause before each.
     *
     * @param maxDecoded the most bytes that are decoded of a compressed body before its next line is answered
     */
    static BodyPace lines(Duration idle, LoadProperties load, long maxDecoded) {
        return new BodyPace(idle, Duration.ZERO, 0, idle.plus(load.bodyTime()), true, false, maxDecoded);
    }

    boolean isOfLines() {
        return isOfLines;
    }

    boolean isKept() {
        return isKept;
    }

    /** Begins the time of the next line. */
    public void begin() {
        began = System.nanoTime();
        decoded = 0;
    }

    /**
     * Counts bytes that were decoded from a compressed body.
     *
     * @throws BodyTooLarge if more was decoded than the next line can need: blanks between lines, which are skipped, cost their sender next to
     *     nothing
     */
    void countDecoded(int bytes) {
        decoded += bytes;
        if (decoded > maxDecoded) {
            throw new BodyTooLarge(Fault.at("", "decoded-too-large", maxDecoded));
        }
    }

    /** The time left to wait for further bytes, after a number of them has come; 0 or less if none is left. */
    long patienceMillis(long received) {
        long elapsed = System.nanoTime() - began;
        long left = Math.min(idleNanos, maxNanos - elapsed);
        if (!isOfLines) {
            long due = graceNanos + received * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
            left = Math.min(left, due - elapsed);
        }
        return TimeUnit.NANOSECONDS.toMillis(left);
    }

    /** The failure of a body that is too slow: a problem for the sender, but for a body of lines the end of the connection, because a part of the answer has been sent. */
    RuntimeException tooSlow() throws IOException {
        if (isOfLines) {
            throw new SocketTimeoutException("no line within its time");
        }
        return new BodyTooSlow();
    }
}
