package io.quanyi.access.audit;

import io.quanyi.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An audit log over the file of a test, by a clock that the test sets. */
record TrialAudit(Path path, SetClock clock, AuditLog log) {

    TrialAudit(Path path) {
        this(path, new SetClock(Instant.parse("2026-11-20T08:00:00Z")));
    }

    private TrialAudit(Path path, SetClock clock) {
        this(path, clock, new AuditLog(new AuditFile(path), clock));
    }

    /** A log over the same file, as after a restart. */
    AuditLog opened() {
        return new AuditLog(new AuditFile(path), clock);
    }

    List<JsonNode> lines() throws IOException {
        return Files.readAllLines(path).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
