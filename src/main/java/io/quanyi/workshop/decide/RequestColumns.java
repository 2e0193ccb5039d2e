package io.quanyi.workshop.decide;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordForm;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a table of requests. Each is named by a member of a request: those of {@code subscription} and {@code question} by their
 * own names, and members of members with a point, such as {@code contract.number}. Only {@code measures} stand in both parts: their columns
 * begin with the part, such as {@code subscription.measures.cores}. A cell holds the value of the member; a list or an object stands in its
 * cell as JSON.
 */
final class RequestColumns {

    private static final String SUBSCRIPTION = "subscription.";
    private static final String QUESTION = "question.";

    /** The members whose own members are the columns. */
    private static final Set<String> WHOLE = Set.of("subscription", "subscriptions", "question");

    /** The column of one measure. */
    private static final Pattern MEASURE = Pattern.compile("(subscription|question)\\.measures\\.[^.]+");

    /** The path of each member that can be a column, by the name of the column. */
    private static final Map<String, String> PATHS = paths();

    private final List<String> paths;

    private RequestColumns(List<String> paths) {
        this.paths = paths;
    }

    /**
     * The columns that the first row of a table names.
     *
     * @param needed the columns that must be there
     * @throws FaultsFound for names that no member has, doubled names, and missing columns
     */
    static RequestColumns of(String file, long row, List<String> names, List<String> needed) {
        Faults faults = new Faults();
        List<String> paths = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            Position place = new Position(file, (int) row, 0);
            String name = names.get(column).strip();
            String path = MEASURE.matcher(name).matches() ? name : PATHS.get(name);
            if (path == null) {
                faults.add(Fault.at(place, "row-unknown-column", name, Fault.list(PATHS.keySet()))
                        .knowing(List.copyOf(PATHS.keySet())));
            } else if (paths.contains(path)) {
                faults.add(Fault.at(place, "row-doubled-column", name));
            }
            paths.add(Objects.requireNonNullElse(path, ""));
        }
        needed.stream()
                .filter(name -> !paths.contains(PATHS.get(name)))
                .forEach(name -> faults.add(Fault.at(new Position(file, (int) row, 0), "row-missing-column", name)));
        faults.throwIfAny();
        return new RequestColumns(List.copyOf(paths));
    }

    int size() {
        return paths.size();
    }

    /**
     * The request of a row. Blank cells are absent members.
     *
     * @throws FaultsFound for cells whose JSON cannot be read
     */
    Tree request(List<String> cells) {
        Map<String, Tree> request = new LinkedHashMap<>();
        Faults faults = new Faults();
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column).strip();
            if (!text.isEmpty()) {
                put(request, paths.get(column), text, faults);
            }
        }
        faults.throwIfAny();
        return tree(request);
    }

    private static void put(Map<String, Tree> request, String path, String text, Faults faults) {
        try {
            request.put(path, value(text));
        } catch (FaultsFound e) {
            e.faults().forEach(fault -> faults.add(fault.below("/" + path.replace('.', '/'))));
        }
    }

    private static Tree value(String text) {
        return text.startsWith("[") || text.startsWith("{")
                ? JsonReader.read(text.getBytes(StandardCharsets.UTF_8))
                : new Tree.Scalar(Position.NOWHERE, Kind.PLAIN, text);
    }

    /** The members of members, taken together: those that begin with the same name and a point. */
    private static Tree tree(Map<String, Tree> byPath) {
        Map<String, Map<String, Tree>> inner = new LinkedHashMap<>();
        Map<String, Tree> members = new LinkedHashMap<>();
        byPath.forEach((path, value) -> {
            int point = path.indexOf('.');
            if (point < 0) {
                members.put(path, value);
            } else {
                inner.computeIfAbsent(path.substring(0, point), name -> new LinkedHashMap<>())
                        .put(path.substring(point + 1), value);
            }
        });
        inner.forEach((name, own) -> members.put(name, tree(own)));
        return new Tree.Obj(members);
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("key", "key");
        RecordForm.of(CustomerRequest.class).stream()
                .map(RecordForm.Member::path)
                .filter(path -> !path.contains("[]"))
                .filter(path -> !WHOLE.contains(path))
                .forEach(path -> paths.put(path.endsWith(".measures") ? path : ownName(path), path));
        return paths;
    }

    private static String ownName(String path) {
        return path.replaceFirst("^(" + SUBSCRIPTION + "|" + QUESTION + ")", "");
    }
}
