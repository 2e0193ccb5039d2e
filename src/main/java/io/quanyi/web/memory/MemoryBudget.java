package io.quanyi.web.memory;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The memory, in bytes, that all requests in flight may take together. A request that it has no room for is refused, and does not wait. */
@Component
class MemoryBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    @Autowired
    MemoryBudget(MemoryProperties properties) {
        this(Runtime.getRuntime().maxMemory() / 100 * properties.requestsPercent());
    }

    /** A budget of a number of bytes. */
    MemoryBudget(long most) {
        this.most = most;
    }

    /** Takes bytes; false if fewer are left, and then none are taken. */
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

    /** Whether a number of bytes could be taken now. */
    boolean hasRoomFor(long bytes) {
        return taken.get() + bytes <= most;
    }

    /** Bytes taken. */
    long taken() {
        return taken.get();
    }

    /** Bytes in all. */
    long most() {
        return most;
    }
}
