package io.quanyi.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The places where requests are worked on: few, because more at once would only make each slower; and the queue for them. */
final class WorkPlaces {

    private final Semaphore places;
    private final CallerLimit queue;
    private final long waitNanos;

    WorkPlaces(int places, CallerLimit queue, Duration wait) {
        this.places = new Semaphore(places, true);
        this.queue = queue;
        this.waitNanos = wait.toNanos();
    }

    /**
     * Takes a place, in the order of coming.
     *
     * @throws RequestShed if the queue is full, or none became free in time
     */
    void take(String caller) {
        if (placeWithin(0)) {
            return;
        }
        queue.enter(caller);
        try {
            if (!placeWithin(waitNanos)) {
                throw RequestShed.ofAll();
            }
        } finally {
            queue.leave(caller);
        }
    }

    /** Refuses what would find the queue full; {@link RequestShed}. */
    void requireHope() {
        if (queue.isFull()) {
            throw RequestShed.ofAll();
        }
    }

    /** Takes a place for work that has begun, however long that takes. */
    void takeAgain() {
        places.acquireUninterruptibly();
    }

    /** Gives a place back. */
    void give() {
        places.release();
    }

    private boolean placeWithin(long nanos) {
        try {
            return places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
