package io.quanyi.ofrep;

import io.quanyi.decision.request.SheetQuestion;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.wire.JsonReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation context of OpenFeature as a request of the interface. The members of a subscription and of a question stand side by side,
 * or in {@code subscription} and {@code question}, where measures always stand, since both may have them; no other two have one name. A
 * context is made for many flags, so members that no
 * request has are passed over.
 */
final class FlagContext {

    static final String PROGRAMME = "programme";

    private static final String SUBSCRIPTION = "subscription";
    private static final String QUESTION = "question";
    private static final String SERVICE = "service";
    private static final String AT = "at";
    private static final String TIME = "time";
    private static final String CUSTOMER = "customerId";
    private static final String TARGETING_KEY = "targetingKey";
    private static final Set<String> OF_SUBSCRIPTION = RecordBinder.members(Subscription.class);
    private static final Set<String> OF_QUESTION = RecordBinder.members(SheetQuestion.class);
    private static final String MEASURES = "measures";
    private static final Set<String> OF_REQUEST = Set.of("release", "knownAt");

    private static final Tree NONE = new Scalar(Position.NOWHERE, Kind.NULL, "null");

    private final Map<String, Tree> members;

    private FlagContext(Map<String, Tree> members) {
        this.members = members;
    }

    /**
     * Reads the body of a request for flags.
     *
     * @throws FlagFailure if it is no JSON, or has no context with a targeting key
     */
    static FlagContext of(byte[] body) {
        if (!(member(read(body), "context") instanceof Obj context)) {
            throw FlagFailure.invalidContext("the body has no object \"context\"");
        }
        String key = text(context.members().get(TARGETING_KEY));
        if (key == null || key.isBlank()) {
            throw FlagFailure.targetingKeyMissing();
        }
        return new FlagContext(context.members());
    }

    private static Tree read(byte[] body) {
        try {
            return JsonReader.read(body);
        } catch (FaultsFound faults) {
            throw FlagFailure.parseError(faults.faults());
        }
    }

    /** The programme that the context names; null if it names none. */
    @Nullable String programme() {
        return text(members.get(PROGRAMME));
    }

    /** Whether the context states the instant of the question, so that the same context always has the same due times. */
    boolean hasInstant() {
        return question() instanceof Obj question
                && !question.members().getOrDefault(AT, NONE).isNull();
    }

    /**
     * The request about a service.
     *
     * @throws FlagFailure if the context states a member twice, with different values
     */
    Tree request(String programme, String service) {
        Tree question = question();
        Tree stated = question instanceof Obj own ? own.members().getOrDefault(SERVICE, NONE) : NONE;
        if (!stated.isNull() && !stated.equals(scalar(service))) {
            throw FlagFailure.invalidContext("the context states another \"service\" than the key of the flag");
        }
        return request(programme, with(question, SERVICE, scalar(service)));
    }

    /**
     * The request about every service.
     *
     * @throws FlagFailure if the context states a member twice, with different values
     */
    Tree request(String programme) {
        return request(programme, question());
    }

    private Tree request(String programme, Tree question) {
        if (!members.getOrDefault(MEASURES, NONE).isNull()) {
            throw FlagFailure.invalidContext(
                    "the context states \"measures\": state them in \"subscription\" or in \"question\"");
        }
        Map<String, Tree> request = part(OF_REQUEST);
        request.put(PROGRAMME, scalar(programme));
        request.put(SUBSCRIPTION, subscription());
        request.put(QUESTION, question);
        return new Obj(request);
    }

    private Tree subscription() {
        Tree subscription = stated(part(OF_SUBSCRIPTION), SUBSCRIPTION);
        boolean named = subscription instanceof Obj own
                && !own.members().getOrDefault(CUSTOMER, NONE).isNull();
        return named ? subscription : with(subscription, CUSTOMER, members.getOrDefault(TARGETING_KEY, NONE));
    }

    private Tree question() {
        Map<String, Tree> question = part(OF_QUESTION);
        Tree time = members.get(TIME);
        if (time != null) {
            state(question, AT, time);
        }
        return stated(question, QUESTION);
    }

    private Map<String, Tree> part(Set<String> names) {
        Map<String, Tree> part = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (names.contains(name) && !name.equals(MEASURES)) {
                part.put(name, value);
            }
        });
        return part;
    }

    /** A part of the request: its members that stand in the context itself, and those that stand in an object of its name. */
    private Tree stated(Map<String, Tree> part, String name) {
        Tree nested = members.getOrDefault(name, NONE);
        if (nested instanceof Obj object) {
            object.members().forEach((member, value) -> state(part, member, value));
        }
        return nested instanceof Obj || nested.isNull() ? new Obj(part) : nested;
    }

    private static void state(Map<String, Tree> part, String name, Tree value) {
        Tree before = part.put(name, value);
        if (before != null && !before.isNull()) {
            part.put(name, before);
            if (!value.isNull() && !value.equals(before)) {
                throw FlagFailure.invalidContext("the context states \"" + name + "\" twice, with different values");
            }
        }
    }

    private static Tree with(Tree part, String name, Tree value) {
        if (!(part instanceof Obj object)) {
            return part;
        }
        Map<String, Tree> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return new Obj(members);
    }

    private static @Nullable Tree member(Tree whole, String name) {
        return whole instanceof Obj object ? object.members().get(name) : null;
    }

    private static @Nullable String text(@Nullable Tree value) {
        return value instanceof Scalar scalar && scalar.kind() == Kind.TEXT ? scalar.text() : null;
    }

    private static Tree scalar(String text) {
        return new Scalar(Position.NOWHERE, Kind.TEXT, text);
    }
}
