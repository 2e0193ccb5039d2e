package io.quanyi.ofrep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of an answer: a flag with its value, or the reason why it has none. */
sealed interface Flag {

    /**
     * A flag that could be evaluated.
     *
     * @param value the value; absent where a contract decides, so that the caller's own default counts
     * @param reason the code that OpenFeature has for the way to the value
     * @param variant the outcome of the decision
     * @param metadata the release, and the rule and clause on which the outcome rests first
     */
    @JsonInclude(Include.NON_NULL)
    record Evaluation(String key, @Nullable Object value, String reason, String variant, Map<String, Object> metadata)
            implements Flag {}

    /** A flag that could not be evaluated. */
    record Failure(String key, String errorCode, String errorDetails) implements Flag {}

    /**
     * The flag of a decision.
     *
     * @param answer the answer of the interface
     * @param decision the same as a tree
     * @param timed whether the metadata have due times, which belong to a stated instant
     */
    static Flag of(FlagKey key, Object answer, JsonNode decision, boolean timed) {
        String outcome = decision.path("outcome").asString();
        boolean open = decision.path("entitled").isNull();
        Object value = switch (key.part()) {
            case ENTITLED -> open ? null : decision.path("entitled").asBoolean();
            case OUTCOME -> outcome;
            case DECISION -> answer;
        };
        return new Evaluation(
                key.text(), value, open ? "UNKNOWN" : "TARGETING_MATCH", outcome, metadata(decision, timed));
    }

    /** The entry of a flag that has no value. */
    static Flag of(FlagKey key, FlagFailure failure) {
        return new Failure(key.text(), failure.code(), failure.details());
    }

    private static Map<String, Object> metadata(JsonNode decision, boolean timed) {
        Map<String, Object> metadata = new LinkedHashMap<>(release(decision.path("release")));
        JsonNode ground = decision.path("reasons").path(0);
        for (String member : new String[] {"code", "rule", "clause"}) {
            put(metadata, member, ground.path(member));
        }
        if (timed) {
            put(metadata, "responseDueAt", decision.path("response").path("dueAt"));
            put(metadata, "resolutionDueAt", decision.path("resolution").path("dueAt"));
        }
        return metadata;
    }

    /** The release as metadata. */
    static Map<String, Object> release(JsonNode release) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("release", release.path("number").asInt());
        metadata.put("digest", release.path("digest").asString());
        return metadata;
    }

    private static void put(Map<String, Object> metadata, String name, JsonNode value) {
        if (value.isString()) {
            metadata.put(name, value.asString());
        }
    }
}
