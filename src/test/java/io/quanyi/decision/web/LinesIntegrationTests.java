package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.quanyi.LineTalk;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions without end: how they come, how long each may be, how long the next may take. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"quanyi.http.max-line=1KB", "quanyi.http.max-body=2KB", "quanyi.http.body-idle=2s"})
@Timeout(120)
class LinesIntegrationTests {

    private static final String PATH = "/v1/decisions/batch";
    private static final String QUESTION =
            "{\"programme\": \"kingdee-galaxy-public\", \"subscription\": {\"plan\": \"basic\"},"
                    + " \"question\": {\"service\": \"community\", \"at\": \"2026-11-20T16:00:00+08:00\"}}";

    private static final String DECISIONS = "io.quanyi.decisions";

    @LocalServerPort
    private int port;

    @Test
    void anAnswerComesWhileTheRequestIsStillBeingSent() throws IOException {
        try (LineTalk talk = new LineTalk(port, PATH)) {
            assertThat(talk.head()).startsWith("HTTP/1.1 200").contains("application/x-ndjson");
            for (int i = 0; i < 3; i++) {
                talk.send(QUESTION + "\n");
                assertThat(status(talk)).isEqualTo(200);
            }
            talk.end();
            assertThat(talk.line()).isNull();
        }
    }

    @Test
    void linesThatCameTogetherAreAnsweredBeforeMoreIsWaitedFor() throws IOException {
        try (LineTalk talk = new LineTalk(port, PATH)) {
            talk.head();
            for (String after : List.of("", "\n", " \r\n\t\n", "{\"programme\":")) {
                talk.send((QUESTION + "\n").repeat(3) + after);
                assertThat(status(talk)).isEqualTo(200);
                assertThat(status(talk)).isEqualTo(200);
                assertThat(status(talk)).isEqualTo(200);
            }
            talk.end();
            assertThat(error(talk)).isEqualTo("400 malformed json-syntax");
            assertThat(talk.line()).isNull();
        }
    }

    @Test
    void aFileOfTheSameRequestsHasTheSameAnswers(@TempDir Path folder) throws IOException {
        List<String> requests = List.of(QUESTION, QUESTION.replace("basic", "unheard-of"), "{");
        Path file = Files.write(folder.resolve("requests.ndjson"), requests);
        CommandLineRun run = CommandLineRun.in(
                Locale.CHINA, "decide", "kingdee-galaxy-public", file, "--rules", "rules", "--release", 1);
        try (LineTalk talk = new LineTalk(port, PATH)) {
            talk.head();
            talk.send(String.join("\n", requests));
            talk.end();
            for (int row = 1; row <= requests.size(); row++) {
                String line = run.out().lines().skip(row).findFirst().orElse("");
                assertThat(line.replace("\"row\":" + row + ",", "")).isEqualTo(utf8(talk.line()));
            }
        }
    }

    private static String utf8(@Nullable String line) {
        return new String(Objects.requireNonNull(line).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Test
    void aLineMayComeInPieces() throws IOException, InterruptedException {
        try (LineTalk talk = new LineTalk(port, PATH)) {
            talk.head();
            String two = QUESTION + "\r\n\n  \n" + QUESTION;
            for (int from = 0; from < two.length(); from += 50) {
                talk.send(two.substring(from, Math.min(from + 50, two.length())));
                Thread.sleep(100);
            }
            assertThat(status(talk)).isEqualTo(200);
            talk.end();
            assertThat(status(talk)).as("the last line needs no end").isEqualTo(200);
            assertThat(talk.line()).isNull();
        }
    }

    @Test
    void aBrokenLineIsAnsweredAndTheNextOneToo() throws IOException {
        try (LineTalk talk = new LineTalk(port, PATH)) {
            talk.head();
            talk.send("{\"programme\": \n" + "nonsense\n" + QUESTION + QUESTION + "\n" + "[]\n" + QUESTION + "\n");
            assertThat(error(talk)).isEqualTo("400 malformed json-syntax");
            assertThat(error(talk)).isEqualTo("400 malformed json-syntax");
            assertThat(error(talk)).isEqualTo("400 malformed json-trailing");
            assertThat(error(talk)).isEqualTo("400 malformed not-an-object");
            assertThat(status(talk)).isEqualTo(200);
            talk.end();
            assertThat(talk.line()).isNull();
        }
    }

    @Test
    void aLineThatIsTooLongIsAnsweredAtOnceAndLeftOut() throws IOException {
        try (LineTalk talk = new LineTalk(port, PATH)) {
            talk.head();
            talk.send("x".repeat(1025));
            assertThat(error(talk)).isEqualTo("413 body-too-large line-too-long");
            for (int i = 0; i < 100; i++) {
                talk.send("x".repeat(10_000));
            }
            talk.send("\n" + QUESTION + " ".repeat(1024 - QUESTION.length()) + "\n" + QUESTION + "\n");
            assertThat(status(talk)).isEqualTo(200);
            assertThat(status(talk)).isEqualTo(200);
            talk.end();
            assertThat(talk.line()).isNull();
        }
    }

    @Test
    void twentyThousandLinesTakeNoMoreMemoryThanAFew() throws IOException {
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel(DECISIONS, LogLevel.WARN);
        try (LineTalk talk = new LineTalk(port, PATH)) {
            talk.head();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 200; i++) {
                    talk.send((QUESTION + "\n").repeat(100));
                }
                talk.end();
            });
            answers(talk, 2_000);
            long few = usedAfterCollection();
            answers(talk, 17_900);
            long many = usedAfterCollection();
            answers(talk, 100);
            assertThat(talk.line()).isNull();
            sending.join();
            assertThat(many - few).isLessThan(8L << 20);
        } finally {
            logging.setLogLevel(DECISIONS, null);
        }
    }

    @Test
    void whoSendsNothingForAWhileIsCutOff() throws IOException {
        try (LineTalk talk = new LineTalk(port, PATH)) {
            talk.head();
            talk.send(QUESTION + "\n" + QUESTION);
            assertThat(status(talk)).isEqualTo(200);
            long start = System.nanoTime();
            assertThatIOException().isThrownBy(talk::line).withMessage("broken off");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        }
    }

    @Test
    void whoLeavesEndsItAndNobodyElse() throws IOException {
        try (LineTalk stays = new LineTalk(port, PATH)) {
            stays.head();
            try (LineTalk leaves = new LineTalk(port, PATH)) {
                leaves.head();
                leaves.send((QUESTION + "\n").repeat(50));
                assertThat(status(leaves)).isEqualTo(200);
            }
            stays.send(QUESTION + "\n");
            assertThat(status(stays)).isEqualTo(200);
        }
    }

    private static void answers(LineTalk talk, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String line = talk.line();
            if (line == null || !line.startsWith("{\"kind\":\"decision\",\"status\":200,")) {
                throw new IOException("answer " + i + ": " + line);
            }
        }
    }

    private static int status(LineTalk talk) throws IOException {
        return answer(talk).path("status").asInt();
    }

    private static String error(LineTalk talk) throws IOException {
        JsonNode problem = answer(talk).path("problem");
        return problem.path("status").asInt() + " " + problem.path("code").asString() + " "
                + problem.at("/errors/0/code").asString();
    }

    private static JsonNode answer(LineTalk talk) throws IOException {
        return JsonMapper.shared().readTree(Objects.requireNonNull(talk.line(), "an answer"));
    }

    private static long usedAfterCollection() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
