package io.quanyi.web.load;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits how many requests do one thing at once, in all and for each caller. */
final class CallerLimit {

    private final int most;
    private final int maxPerCaller;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentMap<String, Integer> takenBy = new ConcurrentHashMap<>();

    CallerLimit(int most, int maxPerCaller) {
        this.most = most;
        this.maxPerCaller = maxPerCaller;
    }

    /**
     * Counts one more.
     *
     * @throws RequestShed if there are too many, of this caller or in all
     */
    void enter(String caller) {
        if (takenBy.merge(caller, 1, Integer::sum) > maxPerCaller) {
            forget(caller);
            throw RequestShed.ofCaller();
        }
        if (taken.incrementAndGet() > most) {
            leave(caller);
            throw RequestShed.ofAll();
        }
    }

    /** Counts one less. */
    void leave(String caller) {
        taken.decrementAndGet();
        forget(caller);
    }

    /** Whether any is of this caller. */
    boolean has(String caller) {
        return takenBy.containsKey(caller);
    }

    boolean isFull() {
        return taken.get() >= most;
    }

    private void forget(String caller) {
        takenBy.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
    }
}
