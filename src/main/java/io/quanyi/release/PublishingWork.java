package io.quanyi.release;

import io.quanyi.work.WorkQueue;
import org.springframework.context.SmartLifecycle;

/** Ends the checks and comparisons of publications when the service stops: before it waits for requests to be answered. */
final class PublishingWork implements SmartLifecycle {

    private final WorkQueue queue;

    PublishingWork(WorkQueue queue) {
        this.queue = queue;
    }

    @Override
    public void start() {
        queue.start();
    }

    @Override
    public void stop() {
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return !queue.isStopped();
    }
}
