package io.quanyi.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.access.audit.AuditEvent.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditLogTests {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Caller CI = new Caller("key:ci", "10.0.0.7");
    private static final Caller ANYBODY = new Caller("anonymous", "10.0.0.8");

    @TempDir
    private Path folder;

    private Path path;
    private Watch watch;
    private AuditLog log;

    @BeforeEach
    void open() {
        path = folder.resolve("audit.ndjson");
        watch = new Watch();
        log = new AuditLog(new AuditFile(path), watch);
    }

    @Test
    void anEventIsALineAndWhatIsAbsentIsLeftOut() throws IOException {
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        MDC.put("requestId", "r-1");
        try {
            log.record(AuditEvent.accepted(CI, Action.PUBLISH, "tiny", 201).ofRelease(2, "sha256:ab"));
        } finally {
            MDC.remove("requestId");
        }
        log.record(AuditEvent.refused(CI, Action.REFRESH, null, 503, "unavailable"));
        assertThat(Files.readString(path)).isEqualTo("""
                        {"at":"2026-11-20T08:00:00Z","principal":"key:ci","address":"10.0.0.7","action":"publish",\
                        "programme":"tiny","outcome":"begun"}
                        {"at":"2026-11-20T08:00:00Z","requestId":"r-1","principal":"key:ci","address":"10.0.0.7",\
                        "action":"publish","programme":"tiny","outcome":"accepted","status":201,"release":2,\
                        "digest":"sha256:ab"}
                        {"at":"2026-11-20T08:00:00Z","principal":"key:ci","address":"10.0.0.7","action":"refresh",\
                        "outcome":"refused","status":503,"code":"unavailable"}
                        """);
    }

    static Stream<String> odd() {
        return Stream.of(
                "a\nb", "a\r\nb", "\"}", "\\", "\u0000\u001b[2J", "\u2028\u2029\u0085", "权益", "\ud83d", "\u202e", "😀");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void whateverACallerChoseALineStaysALine(String text) throws IOException {
        log.record(AuditEvent.begun(new Caller("jwt:" + text, text), Action.ROLLBACK, text));
        byte[] bytes = Files.readAllBytes(path);
        assertThat(new String(bytes, StandardCharsets.US_ASCII)).containsPattern("\\A[ -~]+\n\\z");
        JsonNode line = lines().get(0);
        assertThat(line.path("principal").asString()).isEqualTo("jwt:" + text);
        assertThat(line.path("programme").asString()).isEqualTo(text);
    }

    @Test
    void aTextIsCutAtTwoHundredCharacters() throws IOException {
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "p".repeat(200)));
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "p".repeat(201)));
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "p".repeat(199) + "😀"));
        assertThat(lines())
                .extracting(line -> line.path("programme").asString().length())
                .containsExactly(200, 200, 200);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileIsItsOwnersAlone() throws IOException {
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        assertThat(Files.getPosixFilePermissions(path))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void whatIsThereStays() throws IOException {
        Files.writeString(path, "{\"at\":\"earlier\"}\n");
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aLineThatWasNotWrittenWholeSpoilsNoOther() throws IOException {
        Files.writeString(path, "{\"at\":\"earl");
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        assertThat(Files.readAllLines(path))
                .satisfiesExactly(
                        torn -> assertThat(torn).isEqualTo("{\"at\":\"earl"),
                        line -> assertThat(line).startsWith("{\"at\":\"2026").endsWith("}"));
    }

    @Test
    void theFileMayBeMovedAwayAtAnyTime() throws IOException {
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "one"));
        Files.move(path, folder.resolve("audit.1"));
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "two"));
        assertThat(lines())
                .extracting(line -> line.path("programme").asString())
                .containsExactly("two");
    }

    @Test
    void whatCannotBeWrittenDownMustNotHappen() throws IOException {
        Files.createDirectory(path);
        assertThatThrownBy(() -> log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")))
                .isInstanceOf(AuditFailed.class)
                .hasMessageContaining(path.toString());
        AuditLog nowhere = new AuditLog(new AuditFile(folder.resolve("missing").resolve("audit.ndjson")), watch);
        assertThatThrownBy(() -> nowhere.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")))
                .isInstanceOf(AuditFailed.class);
    }

    @Test
    void withoutAFileNothingFails() {
        new AuditLog(null, watch).record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        assertThat(path).doesNotExist();
    }

    @Test
    void whatAnEarlierProcessBeganAndDidNotEndIsEndedAtTheStart() throws IOException {
        as("r-1", () -> log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")));
        as("r-1", () -> log.record(AuditEvent.accepted(CI, Action.PUBLISH, "tiny", 201)));
        as("r-2", () -> log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")));
        log.record(AuditEvent.begun(CI, Action.ROLLBACK, "tiny"));
        as("r-2", () -> log.record(AuditEvent.refused(CI, Action.PUBLISH, "other", 422, "release-refused")));
        Files.writeString(path, Files.readString(path) + "no line\n[]\n{\"action\":\"odd\"}\n{\"at\":\"tor");
        restarted().endWhatIsLeft();
        assertThat(Files.readAllLines(path).subList(9, 11)).containsExactly("""
                        {"at":"2026-11-20T08:00:00Z","requestId":"r-2","principal":"key:ci","address":"10.0.0.7",\
                        "action":"publish","programme":"tiny","outcome":"unknown"}\
                        """, """
                        {"at":"2026-11-20T08:00:00Z","principal":"key:ci","address":"10.0.0.7","action":"rollback",\
                        "programme":"tiny","outcome":"unknown"}\
                        """);
        restarted().endWhatIsLeft();
        assertThat(Files.readAllLines(path)).hasSize(11);
    }

    @Test
    void callsOfOneIdAreCounted() throws IOException {
        for (int i = 0; i < 3; i++) {
            as("same", () -> log.record(AuditEvent.begun(CI, Action.DRY_RUN, "tiny")));
        }
        as("same", () -> log.record(AuditEvent.failed(CI, Action.DRY_RUN, "tiny", 500, "internal-error")));
        restarted().endWhatIsLeft();
        assertThat(outcomes()).containsExactly("begun", "begun", "begun", "failed", "unknown", "unknown");
    }

    @Test
    void aLongFileIsNotReadFromItsBeginning() throws IOException {
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "old"));
        Files.writeString(path, Files.readString(path) + "x".repeat(1 << 20) + "\n");
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "new"));
        restarted().endWhatIsLeft();
        List<String> lines = Files.readAllLines(path);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(3)).contains("\"new\"", "\"unknown\"");
    }

    @Test
    void whereThereIsNoFileNothingIsLeft() {
        restarted().endWhatIsLeft();
        new AuditLog(null, watch).endWhatIsLeft();
        assertThat(path).doesNotExist();
    }

    @Test
    void whatIsGoingOnWhenTheServiceStopsIsEnded() throws IOException {
        as("r-1", () -> log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")));
        as("r-2", () -> log.record(AuditEvent.begun(CI, Action.DRY_RUN, "tiny")));
        as("r-2", () -> log.record(AuditEvent.accepted(CI, Action.DRY_RUN, "tiny", 200)));
        log.close();
        log.close();
        assertThat(outcomes()).containsExactly("begun", "begun", "accepted", "unknown");
        assertThat(lines().get(3).path("requestId").asString()).isEqualTo("r-1");
    }

    private AuditLog restarted() {
        return new AuditLog(new AuditFile(path), watch);
    }

    private List<String> outcomes() throws IOException {
        return lines().stream().map(line -> line.path("outcome").asString()).toList();
    }

    private static void as(String requestId, Runnable call) {
        try (MDC.MDCCloseable id = MDC.putCloseable("requestId", requestId)) {
            assertThat(id).isNotNull();
            call.run();
        }
    }

    @Test
    void whoIsNotKnownFillsNoDisk() throws IOException {
        refusedTimes(60);
        assertThat(lines()).hasSize(60).noneMatch(line -> line.has("omitted"));
        refusedTimes(40);
        watch.advance(Duration.ofMillis(59_999));
        refusedTimes(1);
        assertThat(lines()).hasSize(60);
        watch.advance(Duration.ofMillis(1));
        refusedTimes(2);
        assertThat(lines().subList(60, 62))
                .extracting(line -> line.path("omitted").asInt())
                .containsExactly(41, 0);
    }

    @Test
    void howManyWereLeftOutStandsInTheNextLineWhoeverCausedIt() throws IOException {
        refusedTimes(65);
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        assertThat(lines().get(60).path("omitted").asInt()).isEqualTo(5);
    }

    @Test
    void howManyWereLeftOutIsNotForgottenWhileNothingCanBeWritten() throws IOException {
        refusedTimes(63);
        Files.delete(path);
        Files.createDirectory(path);
        assertThatThrownBy(() -> log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")))
                .isInstanceOf(AuditFailed.class);
        Files.delete(path);
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        assertThat(lines().get(0).path("omitted").asInt()).isEqualTo(3);
    }

    @Test
    void whoIsKnownIsWrittenDownEveryTime() throws IOException {
        for (int i = 0; i < 100; i++) {
            log.record(AuditEvent.refused(CI, Action.REFRESH, null, 403, "forbidden"));
        }
        assertThat(lines()).hasSize(100);
    }

    @Test
    void aClockThatGoesBackStartsAnew() throws IOException {
        refusedTimes(61);
        watch.advance(Duration.ofHours(-1));
        refusedTimes(1);
        assertThat(lines()).hasSize(61);
    }

    @Test
    void linesOfManyAtOnceStayApart() throws InterruptedException, IOException {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 200; i++) {
            String programme = "p" + i;
            pool.execute(() -> log.record(AuditEvent.begun(CI, Action.PUBLISH, programme)));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lines())
                .extracting(line -> line.path("programme").asString())
                .doesNotHaveDuplicates()
                .hasSize(200);
    }

    private void refusedTimes(int times) {
        for (int i = 0; i < times; i++) {
            log.record(AuditEvent.refused(ANYBODY, Action.PUBLISH, "tiny", 401, "unauthenticated"));
        }
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(path).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    /** A clock that is set by hand. */
    private static final class Watch extends Clock {

        private Instant now = START;

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
