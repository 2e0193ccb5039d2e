package bench.load;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Attacks by more than can be done. */
final class LoadAttacks {

    private LoadAttacks() {}

    private static byte[] question(Service service) {
        return Call.ask("/v1/decisions", Inputs.QUESTION).with("Connection", "keep-alive").bytes(service.port);
    }

    /** Twice what can be done. */
    static final class Overload implements Attack {

        private static final Duration TIME = Duration.ofSeconds(8);

        @Override
        public String sentence() {
            return "1,000 connections that offer twice the capacity: each request is decided, or put off and told when to come again";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            byte[] question = question(target.service());
            double peak = peak(target.service(), question);
            for (double before = 0; peak > 1.1 * before; ) {
                before = peak;
                peak = Math.max(peak, peak(target.service(), question));
            }
            OpenLoad load = new OpenLoad(target.service().port, question);
            load.run(1000, 2 * peak, TIME);
            double goodput = load.accepted() / (double) TIME.toSeconds();
            System.out.printf("         peak %.0f/s; offered %.0f/s: goodput %.0f/s (%.2f of the peak), %d put off, p50 %d ms, p99 %d ms%n", peak, 2 * peak,
                    goodput, goodput / peak, load.shed(), load.percentile(0.5), load.percentile(0.99));
            return load.broken() == 0 ? List.of() : List.of(load.broken() + " requests were neither decided nor put off");
        }

        /** Answers a second to callers that wait for each answer. */
        private static double peak(Service service, byte[] question) throws Exception {
            long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
            List<Integer> answers = Crowd.all(8, () -> {
                int count = 0;
                while (System.nanoTime() < end) {
                    try (KeptConnection connection = new KeptConnection("127.0.0.59", service.port, Duration.ofSeconds(20))) {
                        while (System.nanoTime() < end && connection.isOpen()) {
                            count += connection.ask(question).status() == 200 ? 1 : 0;
                        }
                    }
                }
                return count;
            });
            return answers.stream().mapToInt(Integer::intValue).sum() / 4.0;
        }
    }

    /** An orchestrator that stops it while callers ask. */
    static final class StopUnderLoad implements Attack {

        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();

        /** Fresh connections that the kernel had completed, but the service had not accepted, when the port closed. */
        private final AtomicInteger unaccepted = new AtomicInteger();

        @Override
        public String sentence() {
            return "SIGTERM while 16 callers ask on kept and on fresh connections: readiness falls first, no request that was taken is lost";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            List<String> faults = new ArrayList<>();
            ExecutorService callers = Executors.newFixedThreadPool(16);
            for (int i = 0; i < 16; i++) {
                boolean kept = i % 2 == 0;
                callers.submit(() -> askUntilRefused(target.service(), kept));
            }
            Thread.sleep(2000);
            CompletableFuture<Boolean> fell = CompletableFuture.supplyAsync(() -> readinessFalls(target.service()));
            target.service().terminate();
            if (!target.service().ended(Duration.ofSeconds(40))) {
                faults.add("it did not end within 40 seconds");
            }
            callers.shutdown();
            callers.awaitTermination(60, TimeUnit.SECONDS);
            if (!fell.get()) {
                faults.add("readiness did not fall before the port closed");
            }
            System.out.printf("         %d requests answered, %d lost, %d connections reset as the port closed%n", answered.get(), lost.get(), unaccepted.get());
            if (lost.get() > 0) {
                faults.add(lost + " requests that were taken were lost");
            }
            return faults;
        }

        /** Whether somebody who asks is told that it is not ready, before nobody answers. */
        private static boolean readinessFalls(Service service) {
            try {
                while (true) {
                    if (Call.get("/actuator/health/readiness").to(service, Duration.ofSeconds(20)).status() == 503) {
                        return true;
                    }
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                return false;
            }
        }

        private void askUntilRefused(Service service, boolean kept) {
            byte[] fresh = Call.ask("/v1/decisions", Inputs.QUESTION).bytes(service.port);
            byte[] request = kept ? question(service) : fresh;
            boolean isFirst = true;
            try {
                while (true) {
                    try (KeptConnection connection = new KeptConnection("127.0.0.1", service.port, Duration.ofSeconds(60))) {
                        isFirst = true;
                        do {
                            Answer answer = connection.ask(request);
                            (answer.status() == 200 || answer.isShed() ? answered : lost).incrementAndGet();
                            isFirst = false;
                            Thread.sleep(5);
                        } while (connection.isOpen() && kept);
                    }
                }
            } catch (ConnectException e) {
                // Refused: it is gone
            } catch (IOException e) {
                (isFirst && isClosed(service) ? unaccepted : lost).incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static boolean isClosed(Service service) {
            try (KeptConnection again = new KeptConnection("127.0.0.1", service.port, Duration.ofSeconds(5))) {
                return false;
            } catch (IOException e) {
                return e instanceof ConnectException;
            }
        }
    }
}
