package io.quanyi.authzen;

import static io.quanyi.authzen.EntityNames.ACTION;
import static io.quanyi.authzen.EntityNames.RESOURCE;
import static io.quanyi.authzen.EntityNames.SUBJECT;

import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The members of a request, collected from the entities of a question, with the place where the question states each. A member may stand in
 * any entity or in the context, for no two members of a subscription and of a question have the same name but {@code measures}: those of the
 * subject are of the subscription, all others of the question.
 */
final class QuestionMembers {

    private static final String TIME = "time";
    private static final String AT = "at";
    private static final String PLAN = "plan";
    private static final String ANY = "any";

    private static final String MEASURES = "measures";

    /** The name under which the measures of the question are kept. */
    private static final String ASKED_MEASURES = "question/measures";

    private static final Set<String> OF_SUBSCRIPTION = RecordBinder.members(Subscription.class);
    private static final Set<String> OF_QUESTION = RecordBinder.members(AskedQuestion.class);
    private static final Set<String> OF_REQUEST = Set.of(AskedEntities.PROGRAMME, "release", "knownAt");

    private static final String SUBSCRIPTION = "/subscription/";
    private static final String QUESTION = "/question/";

    private final Map<String, Tree> values = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Faults faults = new Faults();
    private final Consumer<String> ignored;

    /** @param ignored gets the pointers of members that no request has */
    QuestionMembers(Consumer<String> ignored) {
        this.ignored = ignored;
    }

    /**
     * Adds the members that the entities and the context of a question state and, for members that they do not state, the known values of its entities.
     *
     * @throws RequestRefused if the vocabulary has no such entity
     */
    void add(AskedEntities asked, String programme, Vocabulary vocabulary) {
        state(AskedEntities.PROGRAMME, text(programme), "/context/" + AskedEntities.PROGRAMME);
        List<Fault> unknown = new ArrayList<>();
        List<Map<String, Tree>> assumed = new ArrayList<>();
        add(SUBJECT, asked.subject(), vocabulary.subject(asked.subject()), unknown, assumed);
        add(ACTION, asked.action(), vocabulary.action(asked.action()), unknown, assumed);
        add(RESOURCE, asked.resource(), vocabulary.resource(asked.resource()), unknown, assumed);
        addContext(asked.context());
        assumed.forEach(members -> members.forEach(values::putIfAbsent));
        if (!unknown.isEmpty()) {
            throw new RequestRefused(Stage.UNKNOWN_IDS, unknown);
        }
    }

    private void add(
            String name,
            Entity entity,
            Optional<Meaning> meaning,
            List<Fault> unknown,
            List<Map<String, Tree>> assumed) {
        if (meaning.isEmpty()) {
            unknown.add(Fault.at("/" + name, unknown(name), entity.id(), entity.type()));
            return;
        }
        assumed.add(meaning.get().assumed());
        meaning.get()
                .stated()
                .forEach(member -> state(member.name(), text(member.value()), "/" + name + "/" + member.place()));
        entity.properties().forEach((property, value) -> {
            if (!meaning.get().read().contains(property)) {
                stateOrIgnore(property, value, RecordBinder.below("/" + name + "/properties", property));
            }
        });
    }

    private static String unknown(String name) {
        return switch (name) {
            case SUBJECT -> "unknown-subject";
            case ACTION -> "unknown-action";
            default -> "unknown-resource";
        };
    }

    /** Adds the members that the context states; its {@code time} is the instant of the question. */
    private void addContext(Map<String, Tree> context) {
        context.forEach((name, value) ->
                stateOrIgnore(name.equals(TIME) ? AT : name, value, RecordBinder.below("/context", name)));
    }

    private void stateOrIgnore(String name, Tree value, String place) {
        if (name.equals(MEASURES)) {
            state(place.startsWith("/" + SUBJECT + "/") ? MEASURES : ASKED_MEASURES, value, place);
        } else if (Stream.of(OF_SUBSCRIPTION, OF_QUESTION, OF_REQUEST).anyMatch(names -> names.contains(name))) {
            state(name, value, place);
        } else {
            ignored.accept(place);
        }
    }

    private void state(String name, Tree value, String place) {
        if (value.isNull()) {
            return;
        }
        Tree before = values.putIfAbsent(name, value);
        String first = places.putIfAbsent(name, place);
        if (before != null && !before.equals(value)) {
            faults.add(Fault.at(place, "member-differs", name, first == null ? "" : first));
        }
    }

    /**
     * The request.
     *
     * @throws FaultsFound if members contradict each other or are not of their form, with pointers into the question
     * @throws RequestRefused if the plan is not known
     */
    DecisionRequest request() {
        Map<String, Tree> whole = part(OF_REQUEST);
        whole.put("subscription", new Obj(part(OF_SUBSCRIPTION)));
        whole.put("question", new Obj(question()));
        if (faults.isEmpty() && !values.containsKey(PLAN)) {
            String pointer = SUBSCRIPTION + PLAN;
            throw new RequestRefused(
                    Stage.MISSING, List.of(Fault.at(pointer, "missing-fact", MemberName.argument(pointer))));
        }
        Faults own = new Faults();
        DecisionRequest bound = new RecordBinder(own, pointer -> ignored.accept(place(pointer)))
                .bind(new Obj(whole), DecisionRequest.class);
        own.sorted().forEach(fault -> faults.add(placed(fault)));
        faults.throwIfAny();
        return Objects.requireNonNull(bound, "bound, where there is no fault");
    }

    /**
     * A request about the same programme, release and instants, without the facts of its entities.
     *
     * @throws FaultsFound if one of these is not of its form
     */
    DecisionRequest ofAnyEntity(AskedEntities asked, String programme) {
        state(AskedEntities.PROGRAMME, text(programme), "/context/" + AskedEntities.PROGRAMME);
        List.of(asked.subject(), asked.action(), asked.resource())
                .forEach(
                        entity -> entity.properties().forEach((name, value) -> stateOrIgnore(name, value, "/" + name)));
        addContext(asked.context());
        values.keySet().removeIf(name -> !OF_REQUEST.contains(name) && !name.equals(AT));
        values.put(PLAN, text(ANY));
        values.put("service", text(ANY));
        return request();
    }

    private Map<String, Tree> question() {
        Map<String, Tree> question = part(OF_QUESTION);
        question.remove(MEASURES);
        Tree measures = values.get(ASKED_MEASURES);
        if (measures != null) {
            question.put(MEASURES, measures);
        }
        return question;
    }

    /** Whether the question states its instant. */
    boolean hasInstant() {
        return values.containsKey(AT);
    }

    /** A fault of the request, with pointers into the question. */
    Fault placed(Fault own) {
        return new Fault(
                own.position(),
                place(own.pointer()),
                own.code(),
                own.arguments().stream().map(this::place).toList(),
                own.known());
    }

    /** The pointer into the question for a pointer into the request: where the member stands, or where it would. */
    private String place(String own) {
        if (own.startsWith(SUBSCRIPTION)) {
            return place(own.substring(SUBSCRIPTION.length()), "/subject/properties/");
        }
        if (own.startsWith(QUESTION)) {
            return place(
                    own.substring(QUESTION.length()),
                    own.equals(QUESTION + AT) ? "/context/" : "/resource/properties/");
        }
        return own.startsWith("/") && OF_REQUEST.contains(own.substring(1))
                ? place(own.substring(1), "/context/")
                : own;
    }

    private String place(String member, String otherwise) {
        int slash = member.indexOf('/');
        String name = slash < 0 ? member : member.substring(0, slash);
        boolean asked = name.equals(MEASURES) && otherwise.startsWith("/" + RESOURCE);
        String stated = places.getOrDefault(asked ? ASKED_MEASURES : name, otherwise + (name.equals(AT) ? TIME : name));
        return stated + member.substring(name.length());
    }

    private Map<String, Tree> part(Set<String> names) {
        Map<String, Tree> part = new LinkedHashMap<>(values);
        part.keySet().retainAll(names);
        return part;
    }

    private static Tree text(String value) {
        return new Scalar(Position.NOWHERE, Kind.TEXT, value);
    }
}
