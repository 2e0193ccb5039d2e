package io.quanyi.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.access.audit.AuditEvent.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** Attempts that have begun and not ended when the service starts or stops. */
class AuditLogStopTests {

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
    void whatAnEarlierProcessBeganAndDidNotEndIsEndedAtTheStart() throws IOException {
        as("r-1", () -> log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")));
        as("r-1", () -> log.record(AuditEvent.accepted(CI, Action.PUBLISH, "tiny", 201)));
        as("r-2", () -> log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny")));
        log.record(AuditEvent.begun(CI, Action.ROLLBACK, "tiny"));
        as("r-2", () -> log.record(AuditEvent.refused(CI, Action.PUBLISH, "other", 422, "release-refused")));
        Files.writeString(path, Files.readString(path) + "no line\n[]\n{\"action\":\"odd\"}\n{\"at\":\"tor");
        audit.opened().endWhatIsLeft();
        assertThat(Files.readAllLines(path).subList(9, 11)).containsExactly("""
                        {"at":"2026-11-20T08:00:00Z","requestId":"r-2","principal":"key:ci","address":"10.0.0.7",\
                        "action":"publish","programme":"tiny","outcome":"unknown"}\
                        """, """
                        {"at":"2026-11-20T08:00:00Z","principal":"key:ci","address":"10.0.0.7","action":"rollback",\
                        "programme":"tiny","outcome":"unknown"}\
                        """);
        audit.opened().endWhatIsLeft();
        assertThat(Files.readAllLines(path)).hasSize(11);
    }

    @Test
    void callsOfOneIdAreCounted() throws IOException {
        for (int i = 0; i < 3; i++) {
            as("same", () -> log.record(AuditEvent.begun(CI, Action.DRY_RUN, "tiny")));
        }
        as("same", () -> log.record(AuditEvent.failed(CI, Action.DRY_RUN, "tiny", 500, "internal-error")));
        audit.opened().endWhatIsLeft();
        assertThat(outcomes()).containsExactly("begun", "begun", "begun", "failed", "unknown", "unknown");
    }

    @Test
    void aLongFileIsNotReadFromItsBeginning() throws IOException {
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "old"));
        Files.writeString(path, Files.readString(path) + "x".repeat(1 << 20) + "\n");
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "new"));
        audit.opened().endWhatIsLeft();
        List<String> lines = Files.readAllLines(path);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(3)).contains("\"new\"", "\"unknown\"");
    }

    @Test
    void whereThereIsNoFileNothingIsLeft() {
        audit.opened().endWhatIsLeft();
        new AuditLog(null, audit.clock()).endWhatIsLeft();
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
        assertThat(audit.lines().get(3).path("requestId").asString()).isEqualTo("r-1");
    }

    private List<String> outcomes() throws IOException {
        return audit.lines().stream()
                .map(line -> line.path("outcome").asString())
                .toList();
    }

    private static void as(String requestId, Runnable call) {
        try (MDC.MDCCloseable id = MDC.putCloseable("requestId", requestId)) {
            assertThat(id).isNotNull();
            call.run();
        }
    }
}
