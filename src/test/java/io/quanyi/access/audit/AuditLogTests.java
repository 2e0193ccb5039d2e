package io.quanyi.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.access.audit.AuditEvent.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
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

class AuditLogTests {

    private static final Caller CI = new Caller("key:ci", "10.0.0.7");

    @TempDir
    private Path folder;

    private Path path;
    private AuditLog log;
    private TrialAudit audit;

    @BeforeEach
    void open() {
        audit = new TrialAudit(folder.resolve("audit.ndjson"));
        path = audit.path();
        log = audit.log();
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
    void aTextOfTheCallerCannotBreakALine(String text) throws IOException {
        log.record(AuditEvent.begun(new Caller("jwt:" + text, text), Action.ROLLBACK, text));
        byte[] bytes = Files.readAllBytes(path);
        assertThat(new String(bytes, StandardCharsets.US_ASCII)).containsPattern("\\A[ -~]+\n\\z");
        JsonNode line = audit.lines().get(0);
        assertThat(line.path("principal").asString()).isEqualTo("jwt:" + text);
        assertThat(line.path("programme").asString()).isEqualTo(text);
    }

    @Test
    void aTextIsCutAtTwoHundredCharacters() throws IOException {
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "p".repeat(200)));
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "p".repeat(201)));
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "p".repeat(199) + "😀"));
        assertThat(audit.lines())
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
        assertThat(audit.lines()).hasSize(2);
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
        assertThat(audit.lines())
                .extracting(line -> line.path("programme").asString())
                .containsExactly("two");
    }

    @Test
    void whatCannotBeWrittenDownMustNotHappen() throws IOException {
        Files.createDirectory(path);
        assertThatThrownBy(() -> log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")))
                .isInstanceOf(AuditFailed.class)
                .hasMessageContaining(path.toString());
        AuditLog nowhere =
                new AuditLog(new AuditFile(folder.resolve("missing").resolve("audit.ndjson")), audit.clock());
        assertThatThrownBy(() -> nowhere.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")))
                .isInstanceOf(AuditFailed.class);
    }

    @Test
    void withoutAFileNothingFails() {
        new AuditLog(null, audit.clock()).record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        assertThat(path).doesNotExist();
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
        assertThat(audit.lines())
                .extracting(line -> line.path("programme").asString())
                .doesNotHaveDuplicates()
                .hasSize(200);
    }
}
