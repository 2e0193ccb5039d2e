package io.quanyi.console.ask;

import io.quanyi.console.QuestionAddress;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The parameters of a request for the screen that answers questions. Each is a member of a decision request, named by its path, such as {@code
 * subscription.plan}; numbers in a path are places in a list; {@value #NONE} is an empty list. Fields that were left empty are absent, and a
 * time of the day without an offset is in the zone of the programme.
 *
 * @param values the values of each parameter
 */
record AskParameters(Map<String, List<String>> values) {

    static final String PLAN = "subscription.plan";
    static final String SERVICE = "question.service";
    static final String AT = QuestionAddress.AT;
    static final String PRODUCT = "subscription.product";
    static final String SEVERITY = "question.severity";

    /** Words that name a service, a plan, a product or a severity. They are no member of a request. */
    static final String FIND = "find";

    /** The other instant for which the same question is answered beside, and the other release: its number, or the id of a draft. */
    static final String OTHER_AT = QuestionAddress.OTHER_AT;

    static final String OTHER_RELEASE = QuestionAddress.OTHER_RELEASE;

    static final String USAGE = "subscription.usage";
    static final String SPECIAL_SERVICES = "subscription.specialServices";
    static final String CUSTOMER = "subscription.customerId";

    /** The members that a field for a day and a time has: by the clock of the programme's zone. */
    static final Set<String> INSTANTS = Set.of(AT, "question.asOf", "question.respondedAt", "question.resolvedAt");

    private static final Set<String> LISTS =
            Set.of(USAGE, SPECIAL_SERVICES, "subscription.contract.terms", "question.pauses");

    /** The members that were pasted and are not part of the question, for the page to say so. */
    static final String LEFT_OUT = "left-out";

    /** The value that stands for an empty list. */
    static final String NONE = QuestionAddress.NONE;

    /** The parameters that are no member of a request. */
    private static final Set<String> NO_MEMBERS = Set.of(FIND, OTHER_AT, OTHER_RELEASE, LEFT_OUT);

    private static final int MAX_VALUES = 200;

    /**
     * Reads the parameters of an address.
     *
     * @throws FaultsFound if there are too many
     */
    static AskParameters of(HttpServletRequest request) {
        return of(request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue()))));
    }

    /**
     * Reads the fields of a form, some of which may be empty.
     *
     * @throws FaultsFound if there are too many
     */
    static AskParameters of(Map<String, List<String>> fields) {
        Map<String, List<String>> values = new TreeMap<>();
        fields.forEach((name, all) -> {
            List<String> filled = all.stream().filter(value -> !value.isBlank()).toList();
            if (!filled.isEmpty()) {
                values.put(name, filled);
            }
        });
        if (values.size() > MAX_VALUES) {
            throw new FaultsFound(List.of(Fault.at("", "too-many", values.size(), MAX_VALUES)));
        }
        return new AskParameters(values);
    }

    /** The only value of a parameter; empty if it is absent. */
    String value(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    /** The values of a parameter. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether they name a plan and a service, without which there is nothing to decide. */
    boolean isAsked() {
        return !value(PLAN).isEmpty() && !value(SERVICE).isEmpty();
    }

    /** Whether they name a service or a plan, and not both. */
    boolean isHalfAsked() {
        return value(PLAN).isEmpty() != value(SERVICE).isEmpty();
    }

    /** Whether they have a value of a member, or of a part of it. */
    boolean names(String member) {
        return facts().stream().anyMatch(given -> given.equals(member) || given.startsWith(member + "."));
    }

    /** The parameters that are neither the plan, the service nor the instant. */
    List<String> facts() {
        return values.keySet().stream()
                .filter(name -> !NO_MEMBERS.contains(name)
                        && !List.of(PLAN, SERVICE, AT).contains(name))
                .toList();
    }

    /** These parameters with other values of some members, and without the words that named them. */
    AskParameters with(Map<String, String> named) {
        Map<String, List<String>> all = new TreeMap<>(values);
        all.remove(FIND);
        named.forEach((name, value) -> all.put(name, List.of(value)));
        return new AskParameters(all);
    }

    /** These parameters with words that are to be read. */
    AskParameters finding(String words) {
        Map<String, List<String>> all = new TreeMap<>(values);
        all.put(FIND, List.of(words));
        return new AskParameters(all);
    }

    /** These parameters without some members, which are named as left out. */
    AskParameters without(List<String> members) {
        Map<String, List<String>> all = new TreeMap<>(values);
        all.remove(LEFT_OUT);
        List<String> removed =
                members.stream().filter(name -> all.remove(name) != null).toList();
        if (!removed.isEmpty()) {
            all.put(LEFT_OUT, removed);
        }
        return new AskParameters(all);
    }

    /** Whether the answer to the same question on another day or by another release is asked for. */
    boolean hasOther() {
        return !value(OTHER_AT).isEmpty() || !value(OTHER_RELEASE).isEmpty();
    }

    /** The question alone, without the other instant and release. */
    AskParameters alone() {
        Map<String, List<String>> all = new TreeMap<>(values);
        all.keySet().removeAll(Set.of(OTHER_AT, OTHER_RELEASE));
        return new AskParameters(all);
    }

    /** The same question at the other instant, if there is one. */
    AskParameters other() {
        Map<String, String> at = value(OTHER_AT).isEmpty() ? Map.of() : Map.of(AT, value(OTHER_AT));
        return with(at);
    }

    /** The query that has these parameters. */
    String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        values.forEach((name, all) -> all.forEach(value -> query.queryParam(encoded(name), encoded(value))));
        return query.build(true).toUriString();
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    /** The request as a tree. */
    Obj tree(String programme, ZoneId zone) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("programme", scalar(programme));
        values.forEach((name, all) -> {
            if (!NO_MEMBERS.contains(name)) {
                put(root, name.split("\\.", -1), leaf(name, all, zone));
            }
        });
        usesWithoutService().forEach(use -> put(root, (use + ".service").split("\\.", -1), scalar(value(SERVICE))));
        return (Obj) tree("", root);
    }

    /** The uses that name no service: they are of the service that is asked about. */
    private Stream<String> usesWithoutService() {
        return values.keySet().stream()
                .filter(name -> name.startsWith(USAGE + "."))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .filter(use -> !values.containsKey(use + ".service"))
                .distinct();
    }

    private Tree leaf(String name, List<String> all, ZoneId zone) {
        if (LISTS.contains(name) && all.equals(List.of(NONE))) {
            return list(List.of());
        }
        if (name.equals(SPECIAL_SERVICES) || all.size() > 1) {
            return list(all.stream().map(AskParameters::scalar).toList());
        }
        return scalar(INSTANTS.contains(name) ? instant(all.get(0), zone) : all.get(0));
    }

    private static String instant(String written, ZoneId zone) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    LocalDateTime.parse(written).atZone(zone));
        } catch (DateTimeParseException e) {
            return written;
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> root, String[] path, Tree leaf) {
        Map<String, Object> place = root;
        for (int i = 0; i < path.length - 1; i++) {
            Object next = place.computeIfAbsent(path[i], any -> new LinkedHashMap<String, Object>());
            if (!(next instanceof Map<?, ?>)) {
                throw new FaultsFound(List.of(Fault.at("/" + String.join("/", path), "duplicate-member", path[i])));
            }
            place = (Map<String, Object>) next;
        }
        if (place.put(path[path.length - 1], leaf) != null) {
            throw new FaultsFound(
                    List.of(Fault.at("/" + String.join("/", path), "duplicate-member", path[path.length - 1])));
        }
    }

    private static Tree tree(String path, Object node) {
        if (node instanceof Tree leaf) {
            return leaf;
        }
        Map<String, Tree> members = new LinkedHashMap<>();
        ((Map<?, ?>) node)
                .forEach((name, value) ->
                        members.put((String) name, tree(path.isEmpty() ? (String) name : path + "." + name, value)));
        boolean isList = LISTS.contains(path) && members.keySet().stream().allMatch(name -> name.matches("\\d{1,2}"));
        return isList ? list(new ArrayList<>(members.values())) : new Obj(members);
    }

    private static Tree list(List<Tree> items) {
        return new Arr(Position.NOWHERE, items);
    }

    private static Tree scalar(String value) {
        return new Scalar(Position.NOWHERE, Kind.PLAIN, value);
    }
}
