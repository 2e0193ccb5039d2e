package io.quanyi.store.git.draft;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread in which drafts and branches are exchanged: at once when a caller waits for it, and a while after a change,
 * so that a person who types pushes once. A caller states how long to wait for a slow repository.
 */
final class ExchangeThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeThread.class);

    private final DraftExchange exchange;
    private final DraftBranchPace pace;
    private @Nullable Thread thread;
    private boolean closed;

    /** The numbers of the last pass that somebody wants, that has begun, and that has ended. */
    private long wanted;

    private long begun;
    private long ended;

    /** Whether something waits to be pushed; when it first did, and when it will be. */
    private boolean waits;

    private long since;
    private long due;
    private long lookedAt;

    ExchangeThread(DraftExchange exchange, DraftBranchPace pace) {
        this.exchange = exchange;
        this.pace = pace;
    }

    /** Pushes changes a while after the last one. */
    synchronized void changed() {
        long now = System.nanoTime();
        if (!waits) {
            since = now;
        }
        pushAt(Math.min(now + pace.pause().toNanos() - since, pace.longest().toNanos()) + since);
    }

    private synchronized void pushAt(long until) {
        waits = true;
        due = until;
        begin();
        notifyAll();
    }

    /** Waits for a look at the branches, unless the last one is fresh or has failed a moment ago. */
    void look() {
        if (!isFresh()) {
            pass(pace.patience());
        }
    }

    private synchronized boolean isFresh() {
        Duration age = exchange.faults().containsKey("") ? pace.retry() : pace.fresh();
        return ended > 0 && System.nanoTime() - lookedAt < age.toNanos();
    }

    /**
     * Waits for a pass that begins after this call.
     *
     * @return whether it has ended in time
     */
    synchronized boolean pass(Duration patience) {
        long number = begun + 1;
        wanted = Math.max(wanted, number);
        begin();
        notifyAll();
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (ended < number && !closed) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended >= number;
    }

    private void begin() {
        if (thread == null && !closed) {
            thread = new Thread(this::work, "draft-branches");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work() {
        try {
            while (awaitTurn()) {
                try {
                    exchange.pass();
                } catch (RuntimeException e) {
                    LOG.error("drafts were not exchanged with their branches", e);
                } finally {
                    end();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitTurn() throws InterruptedException {
        while (!closed && wanted <= begun && !(waits && System.nanoTime() - due >= 0)) {
            wait(waits ? Math.max(1, (due - System.nanoTime()) / 1_000_000) : 0);
        }
        if (closed && wanted <= begun) {
            return false;
        }
        begun++;
        waits = false;
        lookedAt = System.nanoTime();
        return true;
    }

    private synchronized void end() {
        ended = begun;
        if (!exchange.faults().isEmpty() && !waits) {
            since = System.nanoTime();
            pushAt(since + pace.retry().toNanos());
        }
        notifyAll();
    }

    /** Pushes what waits, and ends the thread. Changes that cannot be pushed now are pushed after the next start. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            running = thread;
            if (waits && !exchange.faults().containsKey("")) {
                wanted = Math.max(wanted, begun + 1);
            }
            closed = true;
            notifyAll();
        }
        try {
            if (running != null) {
                running.join(pace.end().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
