package bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A normal caller and a probe, who ask several times a second while something else goes on, and look at what they get. */
final class Witness implements AutoCloseable {

    /** Longer than anything may take on a busy machine, and shorter than anybody waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Service service;
    private final Thread caller = new Thread(() -> loop(this::ask), "normal caller");
    private final Thread probe = new Thread(() -> loop(this::probe), "probe");
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger shed = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Map<String, Integer> wrong = new ConcurrentSkipListMap<>();
    private volatile boolean done;

    Witness(Service service) {
        this.service = service;
        caller.start();
        probe.start();
    }

    private void loop(Step step) {
        while (!done) {
            try {
                step.run();
                Thread.sleep(150);
            } catch (IOException e) {
                note(step + ": " + e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void ask() throws IOException {
        long start = System.nanoTime();
        Answer answer = Call.ask("/v1/decisions", Inputs.QUESTION).to(service, PATIENCE);
        slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
        if (answer.status() == 200 && answer.text().contains("\"ENTITLED\"")) {
            answered.incrementAndGet();
        } else if (answer.isShed()) {
            shed.incrementAndGet();
        } else {
            note("the normal caller got " + answer.status());
        }
    }

    private void probe() throws IOException {
        for (String kind : List.of("liveness", "readiness")) {
            int status = Call.get("/actuator/health/" + kind).to(service, PATIENCE).status();
            if (status != 200) {
                note(kind + " said " + status);
            }
        }
    }

    private void note(String fault) {
        if (!done) {
            wrong.merge(fault.replaceAll("bench\\.load\\.Witness.*?: ", "asking: "), 1, Integer::sum);
        }
    }

    /** What was wrong; empty if the caller was answered and the probe too. */
    List<String> faults() throws InterruptedException {
        done = true;
        caller.join(PATIENCE.toMillis() + 1000);
        probe.join(PATIENCE.toMillis() + 1000);
        List<String> faults = new ArrayList<>();
        wrong.forEach((fault, times) -> faults.add(fault + " (" + times + " times)"));
        if (answered.get() == 0) {
            faults.add("the normal caller was never answered");
        }
        return faults;
    }

    @Override
    public String toString() {
        return "normal caller: " + answered + " answers, " + shed + " put off, slowest " + slowest.get() / 1_000_000 + " ms";
    }

    @Override
    public void close() {
        done = true;
    }

    /** Something that may fail to reach the service. */
    private interface Step {
        void run() throws IOException;
    }
}
