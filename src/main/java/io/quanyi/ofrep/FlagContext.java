package io.quanyi.ofrep;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.FaultsFound;
import io.quanyi.wire.JsonReader;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The evaluation context of OpenFeature as a request of the interface. The members of a subscription and of a question stand side by side,
 * or in {@code subscription} and {@code question}; no two of them have one name. A context is made for many flags, so members that no
 * request has are passed over.
 */
final class FlagContext {

    static final String PROGRAMME = "programme";

    private static final String SUBSCRIPTION = "subscription";
    private static final String QUESTION = "question";
    private static final String AT = "at";
    private static final String CUSTOMER = "customerId";
    private static final Set<String> OF_SUBSCRIPTION = names(Subscription.class);
    private static final Set<String> OF_QUESTION = names(AskedQuestion.class);
    private static final Set<String> OF_REQUEST = Set.of("release", "knownAt");

    /** Numbers keep all their digits. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, Object> members;

    private FlagContext(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Reads the body of a request for flags.
     *
     * @throws FlagFailure if it is no JSON, or has no context with a targeting key
     */
    static FlagContext of(byte[] body) {
        try {
            JsonReader.read(body);
        } catch (FaultsFound faults) {
            throw FlagFailure.parseError(faults.faults());
        }
        Map<String, Object> whole = object(JSON.readValue(body, Object.class));
        Map<String, Object> context = whole == null ? null : object(whole.get("context"));
        if (context == null) {
            throw FlagFailure.invalidContext("the body has no object \"context\"");
        }
        if (!(context.get("targetingKey") instanceof String key) || key.isBlank()) {
            throw FlagFailure.targetingKeyMissing();
        }
        return new FlagContext(context);
    }

    /** The programme that the context names; null if it names none. */
    @Nullable String programme() {
        return members.get(PROGRAMME) instanceof String programme ? programme : null;
    }

    /** Whether the context states the instant of the question, so that the same context always has the same due times. */
    boolean hasInstant() {
        return question().containsKey(AT);
    }

    /** The request about a service. */
    byte[] request(String programme, String service) {
        Map<String, Object> question = question();
        question.put("service", service);
        return request(programme, question);
    }

    /** The request about every service. */
    byte[] request(String programme) {
        return request(programme, question());
    }

    private byte[] request(String programme, Map<String, Object> question) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put(PROGRAMME, programme);
        request.putAll(part(OF_REQUEST));
        request.put(SUBSCRIPTION, subscription());
        request.put(QUESTION, question);
        return JSON.writeValueAsBytes(request);
    }

    private Map<String, Object> subscription() {
        Map<String, Object> subscription = part(OF_SUBSCRIPTION);
        subscription.putAll(nested(SUBSCRIPTION));
        subscription.putIfAbsent(CUSTOMER, members.get("targetingKey"));
        return subscription;
    }

    private Map<String, Object> question() {
        Map<String, Object> question = part(OF_QUESTION);
        Object time = members.get("time");
        if (time != null) {
            question.putIfAbsent(AT, time);
        }
        question.putAll(nested(QUESTION));
        return question;
    }

    private Map<String, Object> part(Set<String> names) {
        Map<String, Object> part = new LinkedHashMap<>(members);
        part.keySet().retainAll(names);
        return part;
    }

    private Map<String, Object> nested(String name) {
        Map<String, Object> nested = object(members.get(name));
        return nested == null ? Map.of() : nested;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }

    private static Set<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
