package io.quanyi.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.RawAnswers;
import io.quanyi.RawAnswers.RawAnswer;
import io.quanyi.access.credentials.ApiKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Callers who are slow, silent or gone keep nobody else from being answered, and are let go of. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.tomcat.max-connections=600",
            "server.tomcat.connection-timeout=4s",
            "quanyi.http.body-idle=4s",
            "quanyi.load.deciding=2",
            "quanyi.load.reading=1",
            "quanyi.load.reading-time=20s",
            "quanyi.load.queue=16",
            "quanyi.load.queue-per-caller=16",
            "quanyi.load.queue-time=20s",
            "quanyi.load.connections-per-caller=400",
            "quanyi.load.head-time=4s",
            "quanyi.load.bodies=300",
            "quanyi.load.bodies-per-caller=240",
            "quanyi.load.body-grace=3s",
            "quanyi.load.body-time=8s",
            "quanyi.load.write-time=10s",
            "quanyi.load.streams=4",
            "quanyi.load.streams-per-caller=3"
        })
@Timeout(300)
class SlowCallersIntegrationTests {

    private static final ApiKey KEY = ApiKey.make("caller", new SecureRandom());
    private static final int MANY = 240;
    private static final String QUESTION =
            "{\"programme\": \"kingdee-galaxy-public\", \"subscription\": {\"plan\": \"basic\"},"
                    + " \"question\": {\"service\": \"community\", \"at\": \"2026-11-20T16:00:00+08:00\"}}";
    private static final String LONG = "Content-Length: 900000";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @LocalServerPort
    private int port;

    @Autowired
    private WebServerApplicationContext context;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("quanyi.access.keys[0].id", () -> "caller");
        registry.add("quanyi.access.keys[0].hash", KEY::hash);
        registry.add("quanyi.access.keys[0].roles", () -> "decider,reader");
    }

    @ParameterizedTest
    @CsvSource({
        "a body, POST /v1/decisions, localhost, true, application/json, " + LONG + ", 408",
        "chunks, POST /v1/decisions, localhost, true, application/json, " + CHUNKED + ", 408",
        "a body of a GET, GET /v1/programmes, localhost, true, application/json, " + LONG + ", 200",
        "a stranger, POST /v1/decisions, localhost, false, application/json, " + LONG + ", 401",
        "a stranger's chunks, POST /v1/decisions, localhost, false, application/json, " + CHUNKED + ", 401",
        "no path, POST /nowhere, localhost, true, application/json, " + LONG + ", 404",
        "another host, POST /v1/decisions, evil.example, true, application/json, " + LONG + ", 421",
        "another type, POST /v1/decisions, localhost, true, text/plain, " + LONG + ", 415",
        "another method, PUT /v1/decisions, localhost, true, application/x-www-form-urlencoded, " + LONG + ", 405",
        "a form, POST /v1/decisions, localhost, true, multipart/form-data; boundary=x, " + LONG + ", 415",
        "too large, POST /v1/decisions, localhost, true, application/json, Content-Length: 9000000, 413",
        "no request, POST /v1/%zz, localhost, true, application/json, " + LONG + ", 400",
        "health, GET /actuator/health, localhost, true, application/json, " + LONG + ", 200"
    })
    void slowBodiesKeepNobodyOut(
            String name, String line, String host, boolean known, String type, String length, int status)
            throws IOException {
        String head = head(line, host, known, "Content-Type: " + type, length);
        boolean chunked = length.equals(CHUNKED);
        try (SlowCallers slow =
                new SlowCallers(port, MANY, head + (chunked ? "1\r\n{\r\n" : "{"), chunked ? "1\r\n \r\n" : " ")) {
            othersAreAnswered();
            assertThat(slow.answers())
                    .hasSize(MANY)
                    .allSatisfy(answer -> assertThat(answer).matches("(?s)HTTP/1.1 (" + status + "|429) .*"))
                    .filteredOn(answer -> answer.startsWith("HTTP/1.1 " + status))
                    .hasSizeGreaterThan(type.startsWith("multipart") ? 0 : MANY - 16)
                    .allSatisfy(answer -> assertThat(answer).contains("Connection: close"));
        }
    }

    @Test
    void requestsAreTakenInByFewThreadsOnEveryVersionOfJava() {
        assertThat(context.getWebServer())
                .isInstanceOfSatisfying(
                        TomcatWebServer.class,
                        server -> assertThat(server.getTomcat()
                                        .getConnector()
                                        .getProtocolHandler()
                                        .getExecutor())
                                .isInstanceOf(RequestThreads.class));
    }

    @Test
    void slowStreamsKeepNobodyOut() throws IOException {
        String head =
                head("POST /v1/decisions/batch", "localhost", true, "Content-Type: application/x-ndjson", CHUNKED);
        try (SlowCallers slow = new SlowCallers(port, MANY, head + "1\r\n{\r\n", "1\r\n\n\r\n")) {
            othersAreAnswered();
            assertThat(slow.answers())
                    .hasSize(MANY)
                    .filteredOn(answer -> answer.startsWith("HTTP/1.1 429"))
                    .hasSize(MANY - 3);
        }
    }

    @Test
    void slowHeadsKeepNobodyOut() throws IOException {
        try (SlowCallers slow = new SlowCallers(port, 700, "GET /v1/programmes HTTP/1.1\r\nHost: loc", "a")) {
            othersAreAnswered();
            assertThat(slow.answers()).hasSize(700);
        }
    }

    @Test
    void silentConnectionsMakeRoomForNewOnes() throws IOException {
        try (SlowCallers silent = new SlowCallers(port, 700, "", "")) {
            othersAreAnswered();
            assertThat(silent.answers()).hasSize(700).isSubsetOf("", "(reset)");
        }
    }

    @Test
    void whoeverNeverReadsHoldsNoPlaceAndIsLetGoOf() throws IOException {
        String asked = head("GET /v1/programmes/kingdee-galaxy-public/matrix", "localhost", true)
                .repeat(200);
        CompletableFuture<?>[] ended = new CompletableFuture<?>[3];
        for (int i = 0; i < ended.length; i++) {
            ended[i] = CompletableFuture.runAsync(() -> sendUntilClosed(asked));
        }
        othersAreAnswered();
        CompletableFuture.allOf(ended).orTimeout(120, TimeUnit.SECONDS).join();
    }

    @Test
    void aStreamThatIsNeverReadIsLetGoOf() {
        String line = QUESTION + "\n";
        String chunk = Integer.toHexString(line.length()) + "\r\n" + line + "\r\n";
        String head =
                head("POST /v1/decisions/batch", "localhost", true, "Content-Type: application/x-ndjson", CHUNKED);
        CompletableFuture.runAsync(() -> sendUntilClosed(head + chunk.repeat(20_000)))
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aBodyThatComesSteadilyIsAwaitedLongerThanTheGrace() throws IOException, InterruptedException {
        String body = QUESTION + " ".repeat(10_000);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            send(
                    socket,
                    head(
                            "POST /v1/decisions",
                            "localhost",
                            true,
                            "Content-Type: application/json",
                            "Content-Length: " + body.length(),
                            "Connection: close"));
            for (int from = 0; from < body.length(); from += 2_500) {
                send(socket, body.substring(from, Math.min(body.length(), from + 2_500)));
                Thread.sleep(1_000);
            }
            assertThat(read(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void streamsAreLimitedForEachCallerAndInAll() throws IOException, InterruptedException {
        try (Socket one = stream("127.0.0.1");
                Socket two = stream("127.0.0.1");
                Socket three = stream("127.0.0.1");
                Socket other = stream("127.0.0.2")) {
            assertThat(List.of(status(one), status(two), status(three), status(other)))
                    .containsOnly(200);
            try (Socket fourth = stream("127.0.0.1");
                    Socket fifth = stream("127.0.0.2")) {
                assertThat(read(fourth)).startsWith("HTTP/1.1 429").contains("Retry-After: 1", "too-many-requests");
                assertThat(read(fifth))
                        .startsWith("HTTP/1.1 503")
                        .contains("Retry-After: 1", "overloaded", "Connection: close");
            }
        }
        int status = 0;
        for (int i = 0; i < 100 && status != 200; i++) {
            Thread.sleep(200);
            try (Socket again = stream("127.0.0.1")) {
                status = status(again);
            }
        }
        assertThat(status).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST /nowhere, 404",
        "POST /v1/decisions, 400",
        "GET /v1/programmes/kingdee-galaxy-public/matrix?at=never, 400",
        "HEAD /v1/programmes/kingdee-galaxy-public/matrix?at=never, 400"
    })
    void aRefusedRequestThatIsThereLeavesTheConnectionOpen(String line, int status) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            for (int i = 0; i < 3; i++) {
                send(
                        socket,
                        head(line, "localhost", true, "Content-Type: application/json", "Content-Length: 2") + "{}");
                RawAnswer answer = line.startsWith("HEAD")
                        ? RawAnswers.readHead(socket.getInputStream())
                        : RawAnswers.read(socket.getInputStream());
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.header("Connection")).isEmpty();
            }
            send(socket, head("POST /v1/decisions", "localhost", true, "Connection: close", "Content-Length: 0"));
            assertThat(read(socket)).startsWith("HTTP/1.1 4").contains("Connection: close");
        }
    }

    @Test
    void aServiceThatIsNotReadyLeavesTheConnectionOpen() throws IOException {
        String asked = head("GET /actuator/health/readiness", "localhost", false);
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            for (int i = 0; i < 3; i++) {
                send(socket, asked);
                RawAnswer answer = RawAnswers.read(socket.getInputStream());
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(answer.header("Connection")).isEmpty();
            }
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
            send(socket, asked);
            assertThat(RawAnswers.read(socket.getInputStream()).status()).isEqualTo(200);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void aRefusalAnnouncesThatTheConnectionEndsWhileLinesAreOutstanding() throws IOException {
        String line = "GET /v1/programmes/kingdee-galaxy-public/matrix?at=never";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            send(socket, head(line, "localhost", true, "Content-Type: application/x-ndjson", CHUNKED) + "1\r\n{\r\n");
            assertThat(read(socket)).startsWith("HTTP/1.1 400").contains("Connection: close");
        }
    }

    private void othersAreAnswered() throws IOException {
        assertThat(exchange(head("GET /actuator/health/liveness", "localhost", false, "Connection: close")))
                .startsWith("HTTP/1.1 200");
        assertThat(exchange(head("GET /actuator/health/readiness", "localhost", false, "Connection: close")))
                .startsWith("HTTP/1.1 200");
        assertThat(exchange(head("GET /v1/programmes", "localhost", true, "Connection: close")))
                .startsWith("HTTP/1.1 200");
        assertThat(exchange(head(
                                "POST /v1/decisions",
                                "localhost",
                                true,
                                "Content-Type: application/json",
                                "Connection: close",
                                "Content-Length: " + QUESTION.length())
                        + QUESTION))
                .startsWith("HTTP/1.1 200");
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            send(socket, request);
            return read(socket);
        }
    }

    private void sendUntilClosed(String text) {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            while (true) {
                send(socket, text);
            }
        } catch (IOException e) {
            // Closed by the server
        }
    }

    private Socket stream(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(20_000);
        send(
                socket,
                head("POST /v1/decisions/batch", "localhost", true, "Content-Type: application/x-ndjson", CHUNKED));
        return socket;
    }

    private static String head(String line, String host, boolean known, String... headers) {
        return line + " HTTP/1.1\r\nHost: " + host + "\r\n" + (known ? "X-API-Key: " + KEY.text() + "\r\n" : "")
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    private static int status(Socket socket) throws IOException {
        byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return Integer.parseInt(new String(line, StandardCharsets.ISO_8859_1).substring(9));
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
