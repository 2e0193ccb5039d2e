package io.quanyi.release.publish;

import io.quanyi.work.WorkQueue;
import org.springframework.context.SmartLifecycle;

/** Ends checks and comparisons of publications when the service stops, before it waits for open requests. */
final class PublishingLifecycle implements SmartLifecycle {

    private final WorkQueue queue;

    PublishingLifecycle(WorkQueue queue) {
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
