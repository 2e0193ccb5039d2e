package io.quanyi.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quanyi.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Traces as a receiver of OpenTelemetry gets them. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.opentelemetry.tracing.export.schedule-delay=20ms",
            "management.opentelemetry.tracing.export.max-queue-size=16",
            "management.opentelemetry.tracing.export.max-batch-size=8"
        })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class TracesIntegrationTests {

    private static final String QUESTION = """
            {"programme": "kingdee-galaxy-public",
             "subscription": {"customerId": "CUSTOMER-1001", "plan": "preferred", "product": "kingdee-cloud-galaxy",
                              "deployment": "public-cloud", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
             "question": {"service": "issue-feedback", "at": "2026-11-20T16:00:00+08:00"}}""";

    private static final Receiver RECEIVER = new Receiver();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void receiver(DynamicPropertyRegistry properties) {
        properties.add(TracingSwitch.ENDPOINT, RECEIVER::address);
    }

    @AfterAll
    static void stop() {
        RECEIVER.close();
    }

    @Test
    void aDecisionArrivesInTheTraceOfItsCallerWithoutAWordOfIt() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String sent = "00-" + trace + "-00f067aa0ba902b7-01";
        assertThat(new ApiClient(port)
                        .decide(QUESTION, "traceparent", sent, "baggage", "customer=BAGGAGE-1001")
                        .header("traceparent"))
                .isEqualTo(sent);
        new ApiClient(port).get("/v1/programmes/PATH-1001?question=QUERY-1001", "traceparent", sent);
        String arrived = RECEIVER.until(trace, "/v1/programmes/{programme}", "decision");
        assertThat(arrived)
                .contains(
                        "service.name",
                        "quanyi",
                        "http post /v1/decisions",
                        "quanyi.programme",
                        "kingdee-galaxy-public")
                .contains("quanyi.release", "quanyi.service", "issue-feedback", "quanyi.outcome", "ENTITLED")
                .doesNotContain(
                        "CUSTOMER-1001", "BAGGAGE-1001", "PATH-1001", "QUERY-1001", "preferred", "spring.security");
    }

    @Test
    void aCallerWhoDoesNotSampleIsNotTraced() {
        String untraced = "5bf92f3577b34da6a3ce929d0e0e4737";
        String traced = "6bf92f3577b34da6a3ce929d0e0e4738";
        new ApiClient(port).decide(QUESTION, "traceparent", "00-" + untraced + "-00f067aa0ba902b7-00");
        new ApiClient(port).decide(QUESTION, "traceparent", "00-" + traced + "-00f067aa0ba902b7-01");
        assertThat(RECEIVER.until(traced, "http post /v1/decisions")).doesNotContain(Receiver.bytes(untraced));
    }

    @Test
    void linesOfTheLogShowTheTraceAlsoWhereTheCallerNamesNone(CapturedOutput output) {
        String trace = "7bf92f3577b34da6a3ce929d0e0e4739";
        new ApiClient(port)
                .decide(QUESTION, "X-Request-ID", "traced-2", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        new ApiClient(port).decide(QUESTION, "X-Request-ID", "untraced-2");
        assertThat(output.getOut()).contains("[traced-2 " + trace + "]").containsPattern("\\[untraced-2 [0-9a-f]{32}]");
    }

    @Test
    void aReceiverThatHangsAndThenFailsKeepsNoDecisionWaiting() {
        String trace = "8bf92f3577b34da6a3ce929d0e0e473a";
        String batch = IntStream.range(0, 100).mapToObj(number -> QUESTION).collect(Collectors.joining(",", "[", "]"));
        CountDownLatch hanging = RECEIVER.hang();
        for (int i = 0; i < 3; i++) {
            var answer = new ApiClient(port)
                    .post(
                            "/v1/decisions/batch",
                            "application/json",
                            batch,
                            "traceparent",
                            "00-" + trace + "-00f067aa0ba902b7-01");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
        hanging.countDown();
        assertThat(new ApiClient(port).decide(QUESTION).status()).isEqualTo(200);
    }

    /** A receiver on loopback, which keeps what it gets and may hang. */
    private static final class Receiver {

        private static final int LONGEST_SECONDS = 60;

        private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        private final HttpServer server;
        private volatile CountDownLatch answering = new CountDownLatch(0);

        Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/v1/traces", this::take);
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
        }

        /** Bytes of hexadecimal digits as {@link #until} reads them. */
        static String bytes(String digits) {
            return new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1);
        }

        CountDownLatch hang() {
            answering = new CountDownLatch(1);
            return answering;
        }

        /** Everything that has arrived by the time a trace and all texts have. */
        String until(String trace, String... texts) {
            List<String> wanted = new ArrayList<>(List.of(texts));
            wanted.add(bytes(trace));
            StringBuilder all = new StringBuilder();
            while (!wanted.stream().allMatch(text -> all.indexOf(text) >= 0)) {
                all.append(next());
            }
            return all.toString();
        }

        private String next() {
            try {
                String body = bodies.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
                assertThat(body).as("traces that arrived").isNotNull();
                return body;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void close() {
            answering.countDown();
            server.stop(0);
        }

        private void take(HttpExchange exchange) throws IOException {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                answering.await();
                exchange.sendResponseHeaders(200, -1);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
