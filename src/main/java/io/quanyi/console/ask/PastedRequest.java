package io.quanyi.console.ask;

import io.quanyi.catalogue.Programme;
import io.quanyi.console.QuestionAddress;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.SheetRequest;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a subscription that a person pastes as JSON, or a whole request as a program sends it, into the parameters of the screen that has its
 * form. It is checked as strictly as the request of a program: each fault has the member at which it is.
 */
final class PastedRequest {

    private static final String PROGRAMME = "programme";
    private static final String QUESTION = "question";
    private static final String SUBSCRIPTION = "subscription";
    private static final Set<String> OF_REQUEST = RecordBinder.members(CustomerRequest.class);

    private final Programme programme;

    /** @param programme the programme of the screen, which a request may leave out */
    PastedRequest(Programme programme) {
        this.programme = programme;
    }

    /**
     * The parameters. A part that is pasted, the subscription or the question, takes the place of that part of the form as a whole: facts of two
     * customers must not mix.
     *
     * @param form the parameters of the form into which it was pasted
     * @throws FaultsFound with all faults of what was pasted
     */
    AskParameters read(String pasted, AskParameters form) {
        String json = pasted.startsWith(JsonReader.BYTE_ORDER_MARK) ? pasted.substring(1) : pasted;
        if (!(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)) instanceof Obj object)) {
            throw refused("", "not-an-object");
        }
        Obj request = object.members().keySet().stream().anyMatch(OF_REQUEST::contains)
                ? request(object)
                : new Obj(Map.of(SUBSCRIPTION, subscription(object)));
        Faults faults = new Faults();
        findAmbiguous("", request, faults);
        faults.throwIfAny();
        Map<String, List<String>> all = new TreeMap<>(form.values());
        all.keySet().removeIf(name -> request.members().containsKey(name.replaceFirst("\\..*", "")));
        all.putAll(parameters(request));
        return new AskParameters(all);
    }

    private static Obj subscription(Obj object) {
        new RecordBinder(new Faults()).require(object, Subscription.class);
        return object;
    }

    /** A request without its programme, which the address of the screen names. */
    private Obj request(Obj object) {
        Map<String, Tree> members = new LinkedHashMap<>(object.members());
        if (members.containsKey("subscriptions")) {
            throw refused("/subscriptions", "paste-several");
        }
        members.values().removeIf(Tree::isNull);
        members.putIfAbsent(PROGRAMME, new Scalar(object.position(), Kind.TEXT, programme.id()));
        bind(new Obj(members));
        if (members.remove(PROGRAMME) instanceof Scalar named && !named.text().equals(programme.id())) {
            throw refused("/" + PROGRAMME, "other-programme", named.text(), programme.id());
        }
        return new Obj(members);
    }

    private static void bind(Obj request) {
        boolean isAsked = request.members().get(QUESTION) instanceof Obj question
                && question.members().containsKey("service");
        Class<? extends Record> type = isAsked ? DecisionRequest.class : SheetRequest.class;
        new RecordBinder(new Faults()).require(request, type);
    }

    /** Refuses texts that an address has for something else: a blank for an absent member, and a word for an empty list. */
    private static void findAmbiguous(String pointer, Tree tree, Faults faults) {
        if (tree instanceof Obj object) {
            object.members().forEach((name, value) -> findAmbiguous(RecordBinder.below(pointer, name), value, faults));
        } else if (tree instanceof Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                Tree item = list.items().get(i);
                findAmbiguous(pointer + "/" + i, item, faults);
                refuse(item instanceof Scalar one && one.text().equals(QuestionAddress.NONE), pointer, item, faults);
            }
        } else {
            refuse(tree instanceof Scalar one && !one.isNull() && one.text().isBlank(), pointer, tree, faults);
        }
    }

    private static void refuse(boolean is, String pointer, Tree scalar, Faults faults) {
        if (is) {
            faults.add(Fault.at(pointer, "form-choice", ((Scalar) scalar).text()));
        }
    }

    private Map<String, List<String>> parameters(Obj request) {
        Map<String, List<String>> all = QuestionAddress.members(request);
        AskParameters.INSTANTS.forEach(member -> all.computeIfPresent(
                member,
                (name, at) -> List.of(QuestionAddress.local(OffsetDateTime.parse(at.get(0)), programme.zone()))));
        return all;
    }

    private static FaultsFound refused(String pointer, String code, Object... arguments) {
        return new FaultsFound(List.of(Fault.at(pointer, code, arguments)));
    }
}
