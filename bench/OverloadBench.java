import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Offers the packaged service requests at a fixed rate, whatever it answers: first as much as it can answer, then twice as much.
 * Arguments: connections (256), seconds of each phase (10), questions a request (20), processors of the service (1 of 2).
 *
 * <p>A request is a batch, so that the work of the service outweighs that of the bench, which runs beside it. Each request has an
 * instant at which it is due; its time is counted from there, also if no connection was free to send it.
 */
class OverloadBench {

    private static final String QUESTION = "{\"programme\":\"kingdee-galaxy-public\",\"subscription\":{\"plan\":\"preferred\","
            + "\"serviceStart\":\"2026-01-01\",\"serviceEnd\":\"2026-12-31\"},\"question\":{\"service\":\"issue-feedback\","
            + "\"severity\":\"normal\",\"at\":\"2026-11-20T16:00:00+08:00\"}}";

    private static final int CALLERS = 8;

    /** Questions that are asked before the peak is known. */
    private static final double WARM = 200_000;

    private final int port;
    private final int connections;
    private final byte[] request;

    private OverloadBench(int port, int connections, int questions) {
        this.port = port;
        this.connections = connections;
        String body = "[" + String.join(",", java.util.Collections.nCopies(questions, QUESTION)) + "]";
        this.request = ("POST /v1/decisions/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    public static void main(String[] arguments) throws Exception {
        int connections = argument(arguments, 0, 256);
        int seconds = argument(arguments, 1, 10);
        int questions = argument(arguments, 2, 20);
        int processors = argument(arguments, 3, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path jar;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            jar = files.filter(file -> file.getFileName().toString().matches("quanyi-.*(?<!sources)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            command.addAll(List.of("taskset", "-c", "0-" + (processors - 1)));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:ActiveProcessorCount=" + processors, "-jar", jar.toString(),
                "--server.port=" + port, "--logging.level.io.quanyi.decisions=warn", "--quanyi.load.drain=0s"));
        Process service = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader log = service.inputReader(StandardCharsets.UTF_8)) {
            while (!String.valueOf(log.readLine()).contains("Started QuanyiApplication")) {
                if (!service.isAlive()) {
                    throw new IOException("the service did not start");
                }
            }
            Thread drained = new Thread(() -> log.lines().forEach(line -> {}));
            drained.setDaemon(true);
            drained.start();
            new OverloadBench(port, connections, questions).run(seconds, processors, questions);
        } finally {
            service.toHandle().destroy();
            service.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private void run(int seconds, int processors, int questions) throws Exception {
        System.out.printf("Java %s, %d of %d processors for the service; %d connections, %d questions a request%n",
                System.getProperty("java.version"), processors, Runtime.getRuntime().availableProcessors(), connections, questions);
        // Until the code is compiled, which takes long on one processor: some requests, and twice without growth
        double peak = 0;
        double warm = 0;
        for (int i = 0, flat = 0; i < 60 && (flat < 2 || warm < WARM / questions); i++) {
            double now = atMost(seconds);
            flat = now > 1.05 * peak ? 0 : flat + 1;
            peak = Math.max(peak, now);
            warm += now * seconds;
        }
        System.out.printf("peak: %.0f requests a second, by %d callers as fast as they can%n", peak, CALLERS);
        // The code that refuses is compiled too before it is measured
        new Phase(peak * 2, 2 * seconds).run();
        phase("at 0.5 × the peak", peak * 0.5, seconds, peak);
        phase("at 1 × the peak", peak, seconds, peak);
        Phase over = phase("at 2 × the peak", peak * 2, 2 * seconds, peak);
        recovery(peak * 0.5, over);
    }

    /** Requests a second of a few callers, each of which asks as soon as it is answered. */
    private double atMost(int seconds) throws Exception {
        AtomicLong answered = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(() -> {
                try (Connection connection = new Connection()) {
                    while (System.nanoTime() < end) {
                        if (connection.ask() == 200) {
                            answered.incrementAndGet();
                        }
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            callers.add(caller);
            caller.start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        return answered.get() / (double) seconds;
    }

    private Phase phase(String name, double rate, int seconds, double peak) throws Exception {
        Phase phase = new Phase(rate, seconds);
        phase.run();
        long[] accepted = phase.millisOf(200);
        System.out.printf("%s (%.0f a second): goodput %.2f × peak, accepted p50 %d ms p99 %d ms, refused %.0f %% (429: %d, 503: %d,"
                        + " p99 %d ms), failed %d, offered %.0f %% of the rate%n",
                name, rate, phase.acceptedInTime() / (double) seconds / peak, at(accepted, 50), at(accepted, 99),
                100.0 * (phase.count(429) + phase.count(503)) / Math.max(1, phase.sent()), phase.count(429), phase.count(503),
                at(phase.millisOf(429, 503), 99), phase.count(0), 100.0 * phase.sent() / (rate * seconds));
        return phase;
    }

    /** Back to half the peak at once: until when is anything refused or slower than a quarter of a second? */
    private void recovery(double rate, Phase over) throws Exception {
        Phase phase = new Phase(rate, 10);
        phase.run();
        System.out.printf("recovery at 0.5 × the peak: the last answer that was refused or took more than 250 ms after %.1f s%n",
                phase.lastBad() / 1000.0);
    }

    /** A fixed rate for some seconds: connections take the next due request as they are free. */
    private final class Phase {

        private final int requests;
        private final double nanosBetween;
        private final int[] status;
        private final long[] millis;

        Phase(double rate, int seconds) {
            this.requests = (int) (rate * seconds);
            this.nanosBetween = 1e9 / rate;
            this.status = new int[requests];
            this.millis = new long[requests];
            Arrays.fill(status, -1);
        }

        void run() throws Exception {
            AtomicInteger next = new AtomicInteger();
            CountDownLatch done = new CountDownLatch(connections);
            long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
            for (int i = 0; i < connections; i++) {
                Thread caller = new Thread(() -> {
                    try (Connection connection = new Connection()) {
                        for (int mine = next.getAndIncrement(); mine < requests; mine = next.getAndIncrement()) {
                            long due = start + (long) (mine * nanosBetween);
                            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                                LockSupport.parkNanos(left);
                            }
                            try {
                                status[mine] = connection.ask();
                            } catch (IOException e) {
                                status[mine] = 0;
                                connection.close();
                            }
                            millis[mine] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due);
                        }
                    } finally {
                        done.countDown();
                    }
                });
                caller.setDaemon(true);
                caller.start();
            }
            done.await();
        }

        /** How many were decided before the phase was over: requests that could be sent late only are no goodput of it. */
        long acceptedInTime() {
            double end = requests * nanosBetween / 1e6;
            return java.util.stream.IntStream.range(0, requests)
                    .filter(i -> status[i] == 200 && i * nanosBetween / 1e6 + millis[i] <= end)
                    .count();
        }

        long sent() {
            return Arrays.stream(status).filter(one -> one >= 0).count();
        }

        long count(int wanted) {
            return Arrays.stream(status).filter(one -> one == wanted).count();
        }

        long[] millisOf(int... wanted) {
            return java.util.stream.IntStream.range(0, requests)
                    .filter(i -> Arrays.stream(wanted).anyMatch(one -> one == status[i]))
                    .mapToLong(i -> millis[i])
                    .sorted()
                    .toArray();
        }

        /** Milliseconds from the beginning until the last bad answer came. */
        double lastBad() {
            double last = 0;
            for (int i = 0; i < requests; i++) {
                if (status[i] != 200 || millis[i] > 250) {
                    last = i * nanosBetween / 1e6 + millis[i];
                }
            }
            return last;
        }
    }

    private static long at(long[] sorted, int percent) {
        return sorted.length == 0 ? -1 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    /** One connection, opened anew when the service closed it. */
    private final class Connection implements AutoCloseable {

        private final byte[] buffer = new byte[1 << 16];
        private Socket socket;

        int ask() throws IOException {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(30_000);
            }
            OutputStream output = socket.getOutputStream();
            output.write(request);
            InputStream input = socket.getInputStream();
            int length = 0;
            StringBuilder head = new StringBuilder();
            boolean ends = false;
            int status = 0;
            boolean closes = false;
            while (!ends) {
                int read = input.read(buffer);
                if (read < 0) {
                    throw new IOException("ended");
                }
                if (status == 0) {
                    head.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                    int end = head.indexOf("\r\n\r\n");
                    if (end < 0) {
                        continue;
                    }
                    status = Integer.parseInt(head.substring(9, 12));
                    String lower = head.substring(0, end).toLowerCase();
                    closes = lower.contains("connection: close");
                    int at = lower.indexOf("content-length: ");
                    length = at < 0 ? -1 : Integer.parseInt(lower.substring(at + 16).split("\r", 2)[0]) + end + 4;
                    ends = length < 0 ? head.indexOf("\r\n0\r\n\r\n", end) >= 0 : head.length() >= length;
                } else if (length < 0) {
                    // A chunk of length 0 ends it: in the last bytes, or split between this part and the one before
                    head.setLength(0);
                    head.append(new String(buffer, Math.max(0, read - 7), Math.min(7, read), StandardCharsets.ISO_8859_1));
                    tail = (tail + head).substring(Math.max(0, (tail + head).length() - 7));
                    ends = tail.equals("\r\n0\r\n\r\n");
                } else {
                    length -= read;
                    ends = length <= head.length();
                }
                if (status != 0 && length < 0 && !ends) {
                    tail = tail.isEmpty() ? head.substring(Math.max(0, head.length() - 7)) : tail;
                }
            }
            tail = "";
            if (closes) {
                close();
            }
            return status;
        }

        private String tail = "";

        @Override
        public void close() {
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            socket = null;
        }
    }
}
