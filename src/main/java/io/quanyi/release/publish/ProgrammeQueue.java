package io.quanyi.release.publish;

import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkCancelled;
import io.quanyi.work.WorkQueue;
import io.quanyi.work.WorkQueueFull;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Runs publishing calls: those of one programme one after another, in the order of their arrival, and those of
 * different programmes at once, up to the number of threads for long work.
 */
final class ProgrammeQueue {

    private final LiveReleases releases;
    private final WorkQueue queue;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    ProgrammeQueue(LiveReleases releases, WorkQueue queue) {
        this.releases = releases;
        this.queue = queue;
    }

    /**
     * Runs work while no other publishing call of the programme runs. A waiting call occupies no thread of the queue.
     *
     * @param abandoned whether the caller has gone
     * @throws PublishRefused if there is no such programme
     * @throws WorkQueueFull if the call waits longer than the queue's patience
     * @throws WorkCancelled if it was ended
     */
    <T> T alone(String programme, BooleanSupplier abandoned, Function<Cancellation, T> work) {
        return alone(List.of(programme), abandoned, work);
    }

    /** The same for several programmes: no other call of any of them runs. */
    <T> T alone(Collection<String> programmes, BooleanSupplier abandoned, Function<Cancellation, T> work) {
        Deque<ReentrantLock> locked = new ArrayDeque<>();
        try {
            // Always in the same order, so that two calls never wait for each other
            new TreeSet<>(programmes).forEach(programme -> locked.push(locked(programme)));
            return queue.run(abandoned, work);
        } finally {
            locked.forEach(ReentrantLock::unlock);
        }
    }

    private ReentrantLock locked(String programme) {
        ReentrantLock lock = lock(programme);
        try {
            if (lock.tryLock(queue.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return lock;
            }
            throw new WorkQueueFull();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishRefused(Reason.ENDED, List.of());
        }
    }

    /** The lock of a programme. It exists for served programmes only, so that invented ids cannot fill the memory. */
    private ReentrantLock lock(String programme) {
        if (releases.current().releases().timeline(programme).isEmpty()) {
            throw new PublishRefused(Reason.NO_PROGRAMME, List.of());
        }
        return locks.computeIfAbsent(programme, any -> new ReentrantLock(true));
    }

    /**
     * Runs work at the same time as publishing calls of the programme.
     *
     * @throws WorkQueueFull if there is no thread for too long
     * @throws WorkCancelled if it was ended
     */
    <T> T alongside(BooleanSupplier abandoned, Function<Cancellation, T> work) {
        return queue.run(abandoned, work);
    }
}
