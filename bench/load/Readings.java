package bench.load;

import java.util.ArrayList;
import java.util.List;

/** What the service holds at some moments of a long run: flat, or not. */
final class Readings {

    /** Heap and metaspace in megabytes, after a collection. */
    private record Reading(String moment, double heap, double metaspace, long threads, long handles) {}

    private static final double MORE_HEAP = 40;
    private static final double MORE_METASPACE = 25;
    private static final long MORE_THREADS = 250;
    private static final long MORE_HANDLES = 80;

    private final List<Reading> readings = new ArrayList<>();

    void take(String moment, Service service) throws Exception {
        Thread.sleep(2000);
        double heap = service.heapInUse() / 1e6;
        double metaspace = service.metric("jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\"") / 1e6;
        readings.add(new Reading(moment, heap, metaspace, service.threads(), service.handles()));
    }

    void print() {
        System.out.printf("%-10s %10s %14s %10s %10s%n", "", "heap, MB", "metaspace, MB", "threads", "handles");
        readings.forEach(each -> System.out.printf("%-10s %10.1f %14.1f %10d %10d%n", each.moment(), each.heap(), each.metaspace(), each.threads(), each.handles()));
    }

    /** What grew from the middle to the end; the first half warms up, and pools grow to their bounds once. */
    List<String> faults() {
        Reading middle = readings.get(readings.size() / 2);
        Reading end = readings.get(readings.size() - 1);
        List<String> faults = new ArrayList<>();
        grew(faults, "heap", end.heap() - middle.heap(), MORE_HEAP);
        grew(faults, "metaspace", end.metaspace() - middle.metaspace(), MORE_METASPACE);
        grew(faults, "threads", end.threads() - middle.threads(), MORE_THREADS);
        grew(faults, "handles", end.handles() - middle.handles(), MORE_HANDLES);
        return faults;
    }

    private static void grew(List<String> faults, String what, double more, double most) {
        if (more > most) {
            faults.add("%s grew by %.1f from the middle to the end, of %.1f at most".formatted(what, more, most));
        }
    }
}
