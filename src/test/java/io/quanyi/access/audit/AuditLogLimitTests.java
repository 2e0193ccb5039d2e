package io.quanyi.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.access.audit.AuditEvent.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many lines callers who are not known can cause. */
class AuditLogLimitTests {

    private static final Caller CI = new Caller("key:ci", "10.0.0.7");
    private static final Caller ANYBODY = new Caller("anonymous", "10.0.0.8");

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
    void whoIsNotKnownFillsNoDisk() throws IOException {
        refusedTimes(60);
        assertThat(audit.lines()).hasSize(60).noneMatch(line -> line.has("omitted"));
        refusedTimes(40);
        audit.clock().advance(Duration.ofMillis(59_999));
        refusedTimes(1);
        assertThat(audit.lines()).hasSize(60);
        audit.clock().advance(Duration.ofMillis(1));
        refusedTimes(2);
        assertThat(audit.lines().subList(60, 62))
                .extracting(line -> line.path("omitted").asInt())
                .containsExactly(41, 0);
    }

    @Test
    void howManyWereLeftOutStandsInTheNextLineWhoeverCausedIt() throws IOException {
        refusedTimes(65);
        log.record(AuditEvent.begun(CI, Action.PUBLISH, "tiny"));
        assertThat(audit.lines().get(60).path("omitted").asInt()).isEqualTo(5);
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
        assertThat(audit.lines().get(0).path("omitted").asInt()).isEqualTo(3);
    }

    @Test
    void whoIsKnownIsWrittenDownEveryTime() throws IOException {
        for (int i = 0; i < 100; i++) {
            log.record(AuditEvent.refused(CI, Action.REFRESH, null, 403, "forbidden"));
        }
        assertThat(audit.lines()).hasSize(100);
    }

    @Test
    void aClockThatGoesBackStartsAnew() throws IOException {
        refusedTimes(61);
        audit.clock().advance(Duration.ofHours(-1));
        refusedTimes(1);
        assertThat(audit.lines()).hasSize(61);
    }

    private void refusedTimes(int times) {
        for (int i = 0; i < times; i++) {
            log.record(AuditEvent.refused(ANYBODY, Action.PUBLISH, "tiny", 401, "unauthenticated"));
        }
    }
}
