package bench.http;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * What the threads of requests of this process have done so far: processor time in nanoseconds, and bytes that they allocated. Unlike the
 * time of a request, neither depends much on what else the machine does, and neither counts the compiler and the collector.
 *
 * @param nanos processor time
 * @param bytes allocated
 */
public record RequestWork(long nanos, long bytes) {

    /** Where a server of the benchmark says it. */
    public static final String PATH = "/bench/work";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The work of this process. */
    public static RequestWork now() {
        long nanos = 0;
        long bytes = 0;
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo thread = THREADS.getThreadInfo(id);
            String name = thread == null ? "" : thread.getThreadName();
            if (name.contains("-exec-") || name.contains("-request-")) {
                nanos += THREADS.getThreadCpuTime(id);
                bytes += THREADS.getThreadAllocatedBytes(id);
            }
        }
        return new RequestWork(nanos, bytes);
    }

    /** As it is sent. */
    public String written() {
        return nanos + " " + bytes;
    }

    static RequestWork of(String written) {
        String[] parts = written.strip().split(" ", 2);
        return new RequestWork(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    RequestWork since(RequestWork before) {
        return new RequestWork(nanos - before.nanos, bytes - before.bytes);
    }
}
