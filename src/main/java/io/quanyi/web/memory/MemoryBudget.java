package io.quanyi.web.memory;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The memory that all requests in flight may take together. Nobody waits for it: what is not there is refused. */
@Component
class MemoryBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    @Autowired
    MemoryBudget(MemoryProperties properties) {
        this(Runtime.getRuntime().maxMemory() / 100 * properties.requestsPercent());
    }

    /** A budget of so many bytes. */
    MemoryBudget(long most) {
        this.most = most;
    }

    /** Takes so many bytes; false, and nothing is taken, where so many are not left. */
    boolean take(long bytes) {
        long before = taken.get();
        while (before + bytes <= most) {
            if (taken.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Whether so many bytes could be taken just now. */
    boolean hasRoomFor(long bytes) {
        return taken.get() + bytes <= most;
    }

    /** How many bytes are taken. */
    long taken() {
        return taken.get();
    }

    /** How many bytes there are. */
    long most() {
        return most;
    }
}
