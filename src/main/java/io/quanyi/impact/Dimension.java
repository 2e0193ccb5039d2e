package io.quanyi.impact;

import io.quanyi.decision.DecisionRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An aspect with one value for all ways that neither release can tell apart.
 *
 * @param aspect what is varied
 * @param values in the order of their first ways
 * @param seen what the releases see of each value, with its number
 * @param sight how they see it
 */
record Dimension(Aspect aspect, List<Value> values, Map<String, Integer> seen, Sight sight) {

    Dimension {
        values = List.copyOf(values);
        seen = Map.copyOf(seen);
    }

    /** All ways of an aspect, put together where nobody can tell them apart; a way that neither release takes is none. */
    static Dimension of(ServicePair pair, Aspect aspect, WorkBudget budget) {
        Sight sight = new Sight(pair, aspect);
        Map<String, Value> seen = new LinkedHashMap<>();
        List<Value> ways = aspect.candidates().apply(pair);
        budget.candidates(ways.size());
        for (Value way : ways) {
            budget.check();
            if (!sight.isRefused(way)) {
                Value value = new Value(
                        way.labels(),
                        way.setting(),
                        sight.answers(pair.before(), way),
                        sight.answers(pair.after(), way));
                seen.merge(sight.of(way), value, Dimension::together);
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        seen.keySet().forEach(sighted -> numbers.put(sighted, numbers.size()));
        return new Dimension(aspect, new ArrayList<>(seen.values()), numbers, sight);
    }

    /** The number of the value that stands for what a request says; -1 if none does. */
    int valueOf(DecisionRequest request) {
        Value way = new Value(Label.ABSENT, asking -> aspect.copy().accept(request, asking));
        return seen.getOrDefault(sight.of(way), -1);
    }

    private static Value together(Value first, Value second) {
        List<Label> labels = Stream.concat(first.labels().stream(), second.labels().stream())
                .distinct()
                .toList();
        return new Value(labels, first.setting(), first.before(), first.after());
    }

    int size() {
        return values.size();
    }
}
