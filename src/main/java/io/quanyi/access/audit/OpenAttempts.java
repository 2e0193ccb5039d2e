package io.quanyi.access.audit;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditEvent.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The publishing calls that have begun and not ended, according to the lines of the audit log. Not thread-safe. */
final class OpenAttempts {

    /**
     * The members that the first and the second line of an attempt have in common.
     *
     * @param requestId of the call; callers may use one for several calls
     */
    record Attempt(
            @Nullable String requestId,
            Caller caller,
            Action action,
            @Nullable String programme) {}

    private static final Map<String, Action> ACTIONS =
            Arrays.stream(Action.values()).collect(Collectors.toMap(Action::word, Function.identity()));

    private final Map<Attempt, Integer> counts = new LinkedHashMap<>();

    /** Takes in one event. */
    void add(Attempt attempt, Outcome outcome) {
        if (outcome == Outcome.BEGUN) {
            counts.merge(attempt, 1, Integer::sum);
        } else {
            counts.computeIfPresent(attempt, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Adds one line; a torn line, or one without an event, is skipped. */
    void add(String line) {
        JsonNode event;
        try {
            event = JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            return;
        }
        Action action = ACTIONS.get(event.path("action").asString(""));
        if (action != null) {
            Caller caller = new Caller(
                    event.path("principal").asString(""), event.path("address").asString(""));
            Attempt attempt = new Attempt(text(event, "requestId"), caller, action, text(event, "programme"));
            boolean begun = event.path("outcome").asString("").equals(Outcome.BEGUN.word());
            add(attempt, begun ? Outcome.BEGUN : Outcome.UNKNOWN);
        }
    }

    /** The open attempts, in the order in which they began. */
    List<Attempt> all() {
        return counts.entrySet().stream()
                .flatMap(open -> IntStream.range(0, open.getValue()).mapToObj(each -> open.getKey()))
                .toList();
    }

    private static @Nullable String text(JsonNode event, String member) {
        return event.has(member) ? event.path(member).asString("") : null;
    }
}
