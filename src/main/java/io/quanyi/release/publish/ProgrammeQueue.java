package io.quanyi.release.publish;

import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkCancelled;
import io.quanyi.work.WorkQueue;
import io.quanyi.work.WorkQueueFull;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Lets the calls that publish have their turn: of each programme one after another, in the order in which they come, and of all
 * programmes as many at once as there are threads for long work.
 */
final class ProgrammeQueue {

    private final LiveReleases releases;
    private final WorkQueue queue;
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    ProgrammeQueue(LiveReleases releases, WorkQueue queue) {
        this.releases = releases;
        this.queue = queue;
    }

    /**
     * Does something while nobody else does for the same programme. Who waits for a programme takes no thread meanwhile.
     *
     * @param abandoned whether the caller does not wait any more
     * @throws PublishRefused if there is no such programme
     * @throws WorkQueueFull if others have their turn for too long
     * @throws WorkCancelled if it was ended
     */
    <T> T inTurn(String programme, BooleanSupplier abandoned, Function<Cancellation, T> work) {
        ReentrantLock turn = turn(programme);
        try {
            if (!turn.tryLock(queue.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WorkQueueFull();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishRefused(Reason.ENDED, List.of());
        }
        try {
            return queue.run(abandoned, work);
        } finally {
            turn.unlock();
        }
    }

    /** Only programmes that there are have a turn: nobody can make up so many that they fill the memory. */
    private ReentrantLock turn(String programme) {
        if (releases.current().releases().timeline(programme).isEmpty()) {
            throw new PublishRefused(Reason.NO_PROGRAMME, List.of());
        }
        return turns.computeIfAbsent(programme, unknown -> new ReentrantLock(true));
    }

    /**
     * Does something while others may have their turn.
     *
     * @throws WorkQueueFull if there is no thread for too long
     * @throws WorkCancelled if it was ended
     */
    <T> T beside(BooleanSupplier abandoned, Function<Cancellation, T> work) {
        return queue.run(abandoned, work);
    }
}
