package bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Waits, within bounds, until what was used is given back. */
final class Settled {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The pools of the server grow to their bounds once: on Java 17 connections have threads that are kept. */
    private static final long SPARE_THREADS = 220;

    private static final long SPARE_HANDLES = 60;

    private Settled() {}

    static List<String> threads(Service service, long before) throws Exception {
        return below(before + SPARE_THREADS, service::threads, "threads");
    }

    static List<String> handles(Service service, long before) throws Exception {
        return below(before + SPARE_HANDLES, service::handles, "handles");
    }

    private static List<String> below(long most, Count count, String what) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count.now() > most && System.nanoTime() < deadline) {
            Thread.sleep(500);
        }
        long now = count.now();
        return now > most ? List.of("it has " + now + " " + what + ", of " + most + " at most") : List.of();
    }

    /** A number that can be read again. */
    interface Count {
        long now() throws IOException;
    }
}
