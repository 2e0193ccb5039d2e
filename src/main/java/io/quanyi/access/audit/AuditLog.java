package io.quanyi.access.audit;

import io.quanyi.access.audit.OpenAttempts.Attempt;
import io.quanyi.log.LineLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of the changes that callers make or attempt, refused attempts included: a line for each event, on the disk before the event takes
 * effect. A call gets a second line when it ends; if its process ends first, the second line says that the outcome is unknown.
 */
public final class AuditLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.quanyi.audit");
    private static final Logger ERRORS = LoggerFactory.getLogger(AuditLog.class);
    private static final String REQUEST_ID = "requestId";
    private static final String HAS_LINE = AuditLog.class.getName();
    private static final int MAX_CHARACTERS = 200;
    private static final int MAX_REFUSALS = 60;

    /** Some thousand lines: attempts that began before them have long ended. */
    private static final int LOOKED_AT_BYTES = 1 << 20;

    /** Writes a line as JSON, with all characters that are not ASCII escaped, so that callers cannot forge lines. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final @Nullable AuditFile file;
    private final Clock clock;
    private final LineLimit limit;
    private final OpenAttempts open = new OpenAttempts();

    AuditLog(@Nullable AuditFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.limit = new LineLimit(MAX_REFUSALS, Duration.ofMinutes(1), clock);
    }

    /**
     * Writes an event. Events that every caller can cause without credentials are limited to a number in a minute; the next line states
     * how many were left out.
     *
     * @throws AuditFailed if it cannot be written; the action that it is about must then not be carried out
     */
    public void record(AuditEvent event) {
        markRequest();
        record(event, MDC.get(REQUEST_ID));
    }

    /** Whether a line about a request was written. */
    static boolean hasLineOf(HttpServletRequest request) {
        return request.getAttribute(HAS_LINE) != null;
    }

    private static void markRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(HAS_LINE, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Writes an event of something that has happened already: a failure to write is only logged, and changes nothing else. */
    public void recordIfPossible(AuditEvent event) {
        try {
            record(event);
        } catch (AuditFailed e) {
            ERRORS.error("the audit log cannot be written: {}", event, e);
        }
    }

    private synchronized void record(AuditEvent event, @Nullable String requestId) {
        if (event.isUpToAnybody() && !limit.admits()) {
            return;
        }
        String line = MAPPER.writeValueAsString(members(event, requestId));
        LOG.info("{}", line);
        if (file != null) {
            file.add(line);
        }
        limit.takeOmitted();
        open.add(new Attempt(requestId, event.caller(), event.action(), event.programme()), event.outcome());
    }

    /**
     * Ends the attempts that an earlier process began and did not end, as far as the last lines of the file tell.
     *
     * @throws AuditFailed if the file cannot be read or written
     */
    void endWhatIsLeft() {
        if (file != null) {
            OpenAttempts left = new OpenAttempts();
            file.lastLines(LOOKED_AT_BYTES).forEach(left::add);
            left.all().forEach(this::recordUnknown);
        }
    }

    /** Ends the open attempts as unknown, because this process will not see their end. */
    @Override
    public synchronized void close() {
        open.all().forEach(this::recordUnknown);
    }

    private void recordUnknown(Attempt attempt) {
        AuditEvent unknown = AuditEvent.unknown(attempt.caller(), attempt.action(), attempt.programme());
        record(unknown, attempt.requestId());
    }

    private Map<String, Object> members(AuditEvent event, @Nullable String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "at", clock.instant().toString());
        put(members, REQUEST_ID, requestId);
        put(members, "principal", event.caller().principal());
        put(members, "address", event.caller().address());
        put(members, "action", event.action().word());
        put(members, "programme", event.programme());
        put(members, "path", event.path());
        put(members, "outcome", event.outcome().word());
        put(members, "status", event.status());
        put(members, "code", event.code());
        put(members, "release", event.release());
        put(members, "digest", event.digest());
        put(members, "accept", event.accept());
        put(members, "omitted", limit.omitted() == 0 ? null : limit.omitted());
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value instanceof String text) {
            members.put(name, text.substring(0, Math.min(text.length(), MAX_CHARACTERS)));
        } else if (value != null) {
            members.put(name, value);
        }
    }
}
