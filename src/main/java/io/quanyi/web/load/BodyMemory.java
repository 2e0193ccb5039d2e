package io.quanyi.web.load;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of bodies that are kept in memory while they come and are worked on, up to a part of the heap. */
final class BodyMemory {

    private static final int PART_OF_HEAP = 8;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory() {
        this(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    BodyMemory(long most) {
        this.most = most;
    }

    /**
     * Counts bytes that have come.
     *
     * @throws RequestShed if there are too many in all; they are counted until they are given back nevertheless
     */
    void take(long bytes) {
        if (taken.addAndGet(bytes) > most) {
            throw RequestShed.ofAll();
        }
    }

    /** Counts them no longer. */
    void give(long bytes) {
        taken.addAndGet(-bytes);
    }
}
