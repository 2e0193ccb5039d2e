package bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged service in a process of its own, with 512 MB, on loopback, over a git repository. */
final class Service implements AutoCloseable {

    /** A key for everything, made for this run. */
    static final String KEY = key();

    private static final Duration START = Duration.ofMinutes(10);

    final int port;
    final Path log;
    private final Path folder;
    private final List<String> command = new ArrayList<>();
    private Process process;

    /** @param folder for its copy of the repository, its log and its audit file */
    Service(Path folder, Path remote, String... settings) throws Exception {
        this.folder = Files.createDirectories(folder);
        log = folder.resolve("log");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        command.addAll(List.of(java("java"), "-Xmx512m", "-jar", jar().toString(), "--server.port=" + port,
                "--quanyi.store.kind=git", "--quanyi.store.folder=" + folder.resolve("copy"), "--quanyi.store.poll=2s",
                "--quanyi.store.git.uri=" + remote, "--quanyi.audit.file=" + folder.resolve("audit.ndjson"),
                "--quanyi.access.keys[0].id=bench", "--quanyi.access.keys[0].hash=" + hash(),
                "--quanyi.access.keys[0].roles=decider,reader,publisher"));
        command.addAll(List.of(settings));
        start();
    }

    /** Starts it, and waits until it is ready. */
    void start() throws Exception {
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        long deadline = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                kill();
                throw new IllegalStateException("did not start; its log ends with\n" + tail());
            }
            Thread.sleep(100);
        }
    }

    boolean isReady() {
        try {
            return Call.get("/actuator/health/readiness").to(this, Duration.ofSeconds(2)).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** Asks it to end, as an orchestrator does, and does not wait. */
    void terminate() {
        process.destroy();
    }

    /** Whether it ended within a time. */
    boolean ended(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One line of its metrics; the sum of all that begin so. */
    double metric(String name) throws IOException {
        return Call.get("/actuator/prometheus").with("X-API-Key", KEY).to(this, Duration.ofSeconds(20)).text().lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    /** What its heap holds after it was collected, in bytes. */
    double heapInUse() throws Exception {
        for (int i = 0; i < 2; i++) {
            new ProcessBuilder(java("jcmd"), String.valueOf(process.pid()), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }
        return metric("jvm_memory_used_bytes{area=\"heap\"");
    }

    /** How many files and sockets it has open. */
    long handles() throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return handles.count();
        }
    }

    /** How many threads it has. */
    long threads() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            return threads.count();
        }
    }

    /** How long it has used processors. */
    Duration busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    String tail() throws IOException {
        String text = Files.exists(log) ? Files.readString(log) : "";
        return text.substring(Math.max(0, text.length() - 2000));
    }

    Path folder() {
        return folder;
    }

    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("quanyi-.*\\.jar")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("build it first: mvn -q package -DskipTests"));
        }
    }

    static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static String key() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return "qk_bench_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static String hash() throws Exception {
        return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
