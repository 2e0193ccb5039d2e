import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures the packaged service from outside, as ratios within one run. Arguments: swaps (1000), starts of each kind (5). */
class ReleasesBench {

    private static final String GALAXY = "kingdee-galaxy-public";
    private static final int RELEASES = 10;
    private static final String NOTE = "\"note\":{\"zh-CN\":\"测量\",\"en\":\"Measured\"}";
    private static final String QUESTION = "{\"programme\":\"" + GALAXY + "\",%s\"subscription\":{\"plan\":\"preferred\","
            + "\"serviceStart\":\"2026-01-01\",\"serviceEnd\":\"2026-12-31\"},\"question\":{\"service\":\"issue-feedback\","
            + "\"severity\":\"normal\",\"at\":\"2026-11-20T16:00:00+08:00\"}}";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path work;
    private final String key;
    private final String hash;

    private ReleasesBench(Path work) throws Exception {
        this.work = work;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = "qk_bench_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        this.hash = "sha256:" + HexFormat.of().formatHex(digest);
    }

    public static void main(String[] arguments) throws Exception {
        int swaps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int starts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path work = Files.createTempDirectory("quanyi-bench");
        try {
            new ReleasesBench(work).run(swaps, starts);
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private void run(int swaps, int starts) throws Exception {
        System.out.printf("Java %s, %d processors%n", System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        publishMany();
        startManyTimes(starts);
        try (Service service = new Service("--quanyi.store.kind=folder", "--quanyi.store.folder=" + work.resolve("data"))) {
            answerWhileSwapping(service, 100);
            swapOften(service, swaps);
        }
    }

    /** Six programmes, ten releases each: nine of them published here, one after the other. */
    private void publishMany() throws Exception {
        List<Long> millis = new ArrayList<>();
        try (Service service = new Service("--quanyi.store.kind=folder", "--quanyi.store.folder=" + work.resolve("data"))) {
            for (String programme : service.programmes()) {
                Path catalogue;
                try (Stream<Path> files = Files.list(Path.of("rules", programme, "catalogue"))) {
                    catalogue = files.findFirst().orElseThrow();
                }
                for (int i = 2; i <= RELEASES; i++) {
                    String meta = "{\"effectiveFrom\":\"2026-01-%02dT00:00:00+08:00\",%s}".formatted(i, NOTE);
                    String text = Files.readString(catalogue) + "# release " + i + "\n";
                    long start = System.nanoTime();
                    HttpResponse<String> answer = service.publish(programme, meta, text);
                    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                    expect(201, answer);
                }
            }
        }
        millis.sort(null);
        System.out.printf("publish to live, %d times: median %d ms, 95%% %d ms, longest %d ms%n", millis.size(),
                millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100), millis.get(millis.size() - 1));
    }

    private void startManyTimes(int starts) throws Exception {
        Path empty = Files.createDirectories(work.resolve("empty"));
        Files.copy(Path.of("rules/readings.yaml"), empty.resolve("readings.yaml"));
        Map<String, List<Long>> millis = new TreeMap<>();
        for (int i = 0; i < starts; i++) {
            try (Service service = new Service("--quanyi.rules=" + empty)) {
                millis.computeIfAbsent("no rules", any -> new ArrayList<>()).add(service.millisToReady);
            }
            try (Service service = new Service()) {
                millis.computeIfAbsent("packed, 6 × 1", any -> new ArrayList<>()).add(service.millisToReady);
            }
            try (Service service = new Service("--quanyi.store.kind=folder", "--quanyi.store.folder=" + work.resolve("data"))) {
                millis.computeIfAbsent("folder, 6 × 10", any -> new ArrayList<>()).add(service.millisToReady);
            }
        }
        double base = median(millis.get("no rules"));
        millis.forEach((what, times) -> System.out.printf("start to ready, %s: median %.0f ms, %.2f × no rules%n",
                what, median(times), median(times) / base));
    }

    private void answerWhileSwapping(Service service, int swaps) throws Exception {
        String core = service.decide(QUESTION.formatted("\"release\":1,")).headers().firstValue("Quanyi-Core").orElseThrow();
        Callable<Double> quietly = () -> {
            Thread.sleep(10_000);
            return 10.0;
        };
        for (int i = 0; i < 4; i++) {
            load(service, core, quietly);   // Until the code is compiled
        }
        double quiet = load(service, core, quietly);
        double busy = load(service, core, () -> {
            long start = System.nanoTime();
            for (int i = 0; i < swaps; i++) {
                expect(201, service.rollBack(i % 2 == 0 ? 1 : RELEASES));
            }
            return (System.nanoTime() - start) / 1e9;
        });
        System.out.printf("answers a second while swapping: %.2f × those without%n", busy / quiet);
    }

    /** Two callers ask as fast as they can, pinned and not, and look at every answer. */
    private double load(Service service, String core, Callable<Double> meanwhile) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong right = new AtomicLong();
        AtomicLong wrong = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        ExecutorService callers = Executors.newFixedThreadPool(2);
        List<Future<?>> asking = new ArrayList<>();
        for (String pin : List.of("\"release\":1,", "")) {
            asking.add(callers.submit(() -> {
                while (!done.get()) {
                    try {
                        HttpResponse<String> answer = service.decide(QUESTION.formatted(pin));
                        boolean same = answer.headers().firstValue("Quanyi-Core").orElse("").equals(core);
                        (answer.statusCode() != 200 ? failed : same ? right : wrong).incrementAndGet();
                    } catch (IOException e) {
                        failed.incrementAndGet();
                    }
                }
                return null;
            }));
        }
        double seconds = meanwhile.call();
        done.set(true);
        for (Future<?> each : asking) {
            each.get();
        }
        callers.shutdown();
        System.out.printf("%.1f s: %d right answers, %d wrong, %d failed%n", seconds, right.get(), wrong.get(), failed.get());
        return right.get() / seconds;
    }

    private void swapOften(Service service, int swaps) throws Exception {
        System.out.printf("%8s %12s %14s %8s%n", "swaps", "heap, KB", "metaspace, KB", "classes");
        for (int i = 0; i <= swaps; i++) {
            if (i % Math.max(1, swaps / 4) == 0) {
                service.collect();
                System.out.printf("%8d %12.0f %14.0f %8.0f%n", i, service.metric("jvm_memory_used_bytes{area=\"heap\"") / 1024,
                        service.metric("jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\"") / 1024,
                        service.metric("jvm_classes_loaded_classes"));
            }
            if (i < swaps) {
                expect(201, service.rollBack(i % 2 == 0 ? 1 : RELEASES));
            }
        }
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** The packaged service in a process of its own. */
    private final class Service implements AutoCloseable {

        private final Process process;
        private final String base;
        private final long millisToReady;

        Service(String... settings) throws Exception {
            Path jar;
            try (Stream<Path> files = Files.list(Path.of("target"))) {
                jar = files.filter(file -> file.getFileName().toString().matches("quanyi-.*\\.jar")).findFirst().orElseThrow();
            }
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            base = "http://127.0.0.1:" + port;
            List<String> command = new ArrayList<>(List.of(java("java"), "-Xmx512m", "-jar", jar.toString(), "--server.port=" + port,
                    "--quanyi.store.poll=1h", "--logging.level.root=error", "--logging.level.io.quanyi.decisions=error",
                    "--quanyi.access.keys[0].id=bench", "--quanyi.access.keys[0].hash=" + hash,
                    "--quanyi.access.keys[0].roles=decider,reader,publisher"));
            command.addAll(Arrays.asList(settings));
            long start = System.nanoTime();
            process = new ProcessBuilder(command).inheritIO().start();
            long deadline = start + TimeUnit.SECONDS.toNanos(120);
            while (!ready()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IllegalStateException("did not start");
                }
                Thread.sleep(10);
            }
            millisToReady = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }

        private boolean ready() throws Exception {
            try {
                // Without programmes the service is up and out of service: an answer of any kind is what counts
                return HTTP.send(request("/actuator/health/liveness").build(), BodyHandlers.ofString()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        }

        List<String> programmes() throws Exception {
            Matcher ids = Pattern.compile("\"id\":\"([a-z-]+)\"").matcher(get("/v1/programmes").body());
            return ids.results().map(id -> id.group(1)).filter(id -> Files.isDirectory(Path.of("rules", id))).toList();
        }

        HttpResponse<String> decide(String question) throws IOException, InterruptedException {
            return HTTP.send(request("/v1/decisions").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(question)).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> publish(String programme, String meta, String catalogue) throws Exception {
            String body = Stream.of(Map.entry("meta", meta), Map.entry("catalogue", catalogue))
                    .map(part -> "--part\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\"; filename=\"f\"\r\n\r\n"
                            + part.getValue() + "\r\n")
                    .reduce("", String::concat) + "--part--\r\n";
            return HTTP.send(request("/v1/programmes/" + programme + "/releases").header("If-Match", "*")
                    .header("Content-Type", "multipart/form-data; boundary=part").POST(BodyPublishers.ofString(body)).build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> rollBack(int release) throws Exception {
            String body = "{\"release\":" + release + ",\"effectiveFrom\":\"2026-02-01T00:00:00+08:00\"," + NOTE + "}";
            return HTTP.send(request("/v1/programmes/" + GALAXY + "/rollbacks").header("If-Match", "*")
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        }

        double metric(String name) throws Exception {
            return get("/actuator/prometheus").body().lines().filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
        }

        void collect() throws Exception {
            for (int i = 0; i < 2; i++) {
                new ProcessBuilder(java("jcmd"), String.valueOf(process.pid()), "GC.run")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            }
        }

        private HttpResponse<String> get(String path) throws Exception {
            return HTTP.send(request(path).build(), BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(base + path)).header("X-API-Key", key);
        }

        private static String java(String tool) {
            return Path.of(System.getProperty("java.home"), "bin", tool).toString();
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
