package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.RawAnswers.RawAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that is told to stop answers everything that it has taken. */
@Tag("slow")
@Timeout(300)
class StopTests {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String BODY =
            "{\"programme\": \"kingdee-galaxy-public\", \"subscription\": {\"plan\": \"basic\"},"
                    + " \"question\": {\"service\": \"community\", \"at\": \"2026-11-20T16:00:00+08:00\"}}";
    private static final String REQUEST = "POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n";

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger closing = new AtomicInteger();
    private final List<Throwable> lost = java.util.Collections.synchronizedList(new ArrayList<>());

    @Test
    void nothingThatWasTakenIsLost() throws Exception {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.quanyi.QuanyiApplication",
                        "--server.port=0",
                        "--quanyi.load.drain=3s",
                        "--quanyi.load.queue-time=1m",
                        "--logging.level.io.quanyi.decisions=warn")
                .redirectErrorStream(true)
                .start();
        try {
            BufferedReader log = service.inputReader(StandardCharsets.UTF_8);
            int port = port(log);
            CompletableFuture<Void> reading = onThread(() -> log.lines().forEach(line -> {}));
            await(() -> readiness(port) == 200);
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                callers.add(onThread(() -> askUntilRefused(port, false)));
                callers.add(onThread(() -> askUntilRefused(port, true)));
            }
            await(() -> answered.get() > 50);
            // The process itself would close what its log is read from
            service.toHandle().destroy();
            await(() -> readiness(port) == 503);
            callers.forEach(caller -> caller.orTimeout(120, TimeUnit.SECONDS).join());
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
            reading.join();
            assertThat(lost).isEmpty();
            assertThat(closing).as("answers with Connection: close").hasPositiveValue();
        } finally {
            service.destroyForcibly();
        }
    }

    /** Has work wait on a thread of its own: the common pool may have only one. */
    private static CompletableFuture<Void> onThread(Runnable work) {
        return CompletableFuture.runAsync(work, command -> new Thread(command).start());
    }

    /** Asks again and again, on one connection for as long as that is kept or on a new one each, until none is taken any more. */
    private void askUntilRefused(int port, boolean keep) {
        boolean isFirst = true;
        try {
            while (true) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.setSoTimeout(60_000);
                    isFirst = true;
                    while (ask(socket, keep) && keep) {
                        isFirst = false;
                        Thread.sleep(5);
                    }
                }
                Thread.sleep(5);
            }
        } catch (ConnectException e) {
            // Refused: the service is gone
        } catch (IOException e) {
            if (!isFirst || !isClosed(port)) {
                lost.add(e);
            }
        } catch (InterruptedException e) {
            lost.add(e);
        }
    }

    /** The kernel resets a new connection that it had completed, but the service had not accepted, when the port closes. */
    private static boolean isClosed(int port) {
        try (Socket again = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !again.isConnected();
        } catch (IOException e) {
            return e instanceof ConnectException;
        }
    }

    /** Whether the connection is kept. */
    private boolean ask(Socket socket, boolean keep) throws IOException {
        String request = REQUEST + (keep ? "\r\n" : "Connection: close\r\n\r\n") + BODY;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        RawAnswer answer = RawAnswers.read(socket.getInputStream());
        if (answer.status() != 200 || !answer.body().endsWith("}")) {
            throw new IOException("answered: " + answer);
        }
        answered.incrementAndGet();
        boolean closes = answer.header("Connection").equals("close");
        if (closes && keep) {
            closing.incrementAndGet();
        }
        return !closes;
    }

    /** The status; 0 where nobody answers. */
    private static int readiness(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            return 0;
        }
    }

    private static int port(BufferedReader log) throws IOException {
        while (true) {
            Matcher started = STARTED.matcher(Objects.requireNonNull(log.readLine(), "a service that starts"));
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
