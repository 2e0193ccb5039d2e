package io.quanyi.access;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what publishers did or tried: a line an event, on the disk before anything comes of it. */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.quanyi.audit");
    private static final int MOST_CHARACTERS = 200;

    /** Whatever callers chose, a line stays a line, and shows nothing that it is not. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final @Nullable AuditFile file;
    private final Clock clock;
    private final RefusalLimit limit;

    AuditLog(@Nullable AuditFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.limit = new RefusalLimit(clock);
    }

    /**
     * Writes an event down. Of those that anybody can cause without credentials only so many of a minute are; how many were
     * left out stands in the next line.
     *
     * @throws AuditFailed if it cannot be written; then what it tells of must not happen
     */
    public synchronized void record(AuditEvent event) {
        if (event.isUpToAnybody() && !limit.admits()) {
            return;
        }
        String line = MAPPER.writeValueAsString(members(event));
        LOG.info("{}", line);
        if (file != null) {
            file.add(line);
        }
        limit.told();
    }

    private Map<String, Object> members(AuditEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "at", clock.instant().toString());
        put(members, "requestId", MDC.get("requestId"));
        put(members, "principal", event.caller().principal());
        put(members, "address", event.caller().address());
        put(members, "action", event.action().word());
        put(members, "programme", event.programme());
        put(members, "outcome", event.outcome().word());
        put(members, "status", event.status());
        put(members, "code", event.code());
        put(members, "release", event.release());
        put(members, "digest", event.digest());
        put(members, "omitted", limit.omitted() == 0 ? null : limit.omitted());
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value instanceof String text) {
            members.put(name, text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        } else if (value != null) {
            members.put(name, value);
        }
    }
}
