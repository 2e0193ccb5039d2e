package io.quanyi.access.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An audit log over the file of a test, by a clock that the test sets. */
record TrialAudit(Path path, AdvancedClock clock, AuditLog log) {

    TrialAudit(Path path) {
        this(path, new AdvancedClock());
    }

    private TrialAudit(Path path, AdvancedClock clock) {
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

    /** A clock that stands still until a test advances it. */
    static final class AdvancedClock extends Clock {

        private Instant now = Instant.parse("2026-11-20T08:00:00Z");

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
