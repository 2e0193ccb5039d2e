package io.quanyi.web.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A number of places where requests are worked on, with a queue: few, because more work at once would make all of it slower. Work that has
 * begun gets a place before work that has not, so that the queue does not overtake work that is half done.
 */
final class WorkPlaces {

    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freeForBegun = lock.newCondition();
    private final Condition freeForNew = lock.newCondition();
    private final CallerLimit queue;
    private final long waitNanos;
    private int free;
    private int waitingBegun;
    private int waitingNew;

    /**
     * Places that are all free.
     *
     * @param queue bounds the requests that wait to begin
     * @param wait how long a request waits to begin before it is refused
     */
    WorkPlaces(int places, CallerLimit queue, Duration wait) {
        this.free = places;
        this.queue = queue;
        this.waitNanos = wait.toNanos();
    }

    /**
     * Takes a place to begin with, in the order of coming.
     *
     * @throws RequestShed if the queue is full, or no place became free in time
     */
    void take(String caller) {
        if (takeAtOnce()) {
            return;
        }
        queue.enter(caller);
        try {
            // As long as places become free soon, few threads wait for them, and requests wait where they need no
            // thread
            long soon = Math.min(SOON_NANOS, waitNanos);
            if (!takeWithin(soon)) {
                RequestThreads.makeWay();
                if (!takeWithin(waitNanos - soon)) {
                    throw RequestShed.ofAll();
                }
            }
        } finally {
            queue.leave(caller);
        }
    }

    /** Throws {@link RequestShed} if the queue is full now. */
    void refuseIfQueueIsFull() {
        if (queue.isFull()) {
            throw RequestShed.ofAll();
        }
    }

    /** Takes a place for the next of many pieces of work, in the order of coming, however long that takes. */
    void takeInTurn() {
        lock.lock();
        waitingNew++;
        try {
            while (free == 0 || waitingBegun > 0) {
                freeForNew.awaitUninterruptibly();
            }
            free--;
        } finally {
            waitingNew--;
            wakeNext();
            lock.unlock();
        }
    }

    /** Takes a place for work that had begun, before all that has not. */
    void takeAgain() {
        lock.lock();
        waitingBegun++;
        try {
            while (free == 0) {
                freeForBegun.awaitUninterruptibly();
            }
            free--;
        } finally {
            waitingBegun--;
            wakeNext();
            lock.unlock();
        }
    }

    /** Gives a place back. */
    void give() {
        lock.lock();
        try {
            free++;
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    private boolean takeAtOnce() {
        lock.lock();
        try {
            boolean taken = free > 0 && waitingBegun == 0 && waitingNew == 0;
            free -= taken ? 1 : 0;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private boolean takeWithin(long nanos) {
        lock.lock();
        waitingNew++;
        try {
            long left = nanos;
            while (free == 0 || waitingBegun > 0) {
                if (left <= 0) {
                    return false;
                }
                left = freeForNew.awaitNanos(left);
            }
            free--;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waitingNew--;
            wakeNext();
            lock.unlock();
        }
    }

    /** Wakes one that can go on, if there is a place for it. */
    private void wakeNext() {
        if (free > 0) {
            (waitingBegun > 0 ? freeForBegun : freeForNew).signal();
        }
    }
}
