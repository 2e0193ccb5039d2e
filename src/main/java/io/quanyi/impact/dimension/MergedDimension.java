package io.quanyi.impact.dimension;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.budget.WorkBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A dimension whose candidate values are merged into one value wherever neither release can distinguish them.
 *
 * @param source the dimension with all its candidates
 * @param values the merged values, in the order of their first candidates
 * @param numbers the number of the merged value for each signature
 * @param signatures computes the signature of a value
 */
public record MergedDimension(
        RequestDimension source, List<DimensionValue> values, Map<String, Integer> numbers, ValueSignature signatures) {

    /** Keeps copies. */
    public MergedDimension {
        values = List.copyOf(values);
        numbers = Map.copyOf(numbers);
    }

    /** Merges the candidates of a dimension by signature; a candidate that both releases refuse is dropped. */
    public static MergedDimension of(ServiceComparison comparison, RequestDimension source, WorkBudget budget) {
        ValueSignature signatures = new ValueSignature(comparison, source);
        Map<String, DimensionValue> merged = new LinkedHashMap<>();
        List<DimensionValue> candidates = source.candidates().apply(comparison);
        budget.countCandidates(candidates.size());
        for (DimensionValue candidate : candidates) {
            budget.check();
            if (!signatures.isRefused(candidate)) {
                DimensionValue value = new DimensionValue(
                        candidate.labels(),
                        candidate.setting(),
                        signatures.reading(comparison.before(), candidate),
                        signatures.reading(comparison.after(), candidate));
                merged.merge(signatures.of(candidate), value, MergedDimension::merge);
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        merged.keySet().forEach(signature -> numbers.put(signature, numbers.size()));
        return new MergedDimension(source, new ArrayList<>(merged.values()), numbers, signatures);
    }

    /**
     * The dimension with some of its values merged further.
     *
     * @param into for each value, the number of the value that it becomes part of, the first of each number before those of the next
     */
    public MergedDimension merged(int... into) {
        List<DimensionValue> fewer = new ArrayList<>();
        for (int value = 0; value < into.length; value++) {
            if (into[value] == fewer.size()) {
                fewer.add(values.get(value));
            } else {
                fewer.set(into[value], merge(fewer.get(into[value]), values.get(value)));
            }
        }
        Map<String, Integer> renumbered = new HashMap<>();
        numbers.forEach((signature, value) -> renumbered.put(signature, into[value]));
        return new MergedDimension(source, fewer, renumbered, signatures);
    }

    /** The same values for requests of another instant, which a comparison at that instant reads. */
    public MergedDimension at(ServiceComparison then) {
        return new MergedDimension(source, values, numbers, new ValueSignature(then, source));
    }

    /** The number of the value that a request has; -1 if its signature is not enumerated. */
    public int valueOf(DecisionRequest request) {
        DimensionValue candidate =
                new DimensionValue(ValueLabel.ABSENT, builder -> source.copy().accept(request, builder));
        return numbers.getOrDefault(signatures.of(candidate), -1);
    }

    private static DimensionValue merge(DimensionValue first, DimensionValue second) {
        List<ValueLabel> labels = Stream.concat(first.labels().stream(), second.labels().stream())
                .distinct()
                .toList();
        return new DimensionValue(labels, first.setting(), first.before(), first.after());
    }

    /** The id of the dimension. */
    public String id() {
        return source.id();
    }

    /** The number of values. */
    public int size() {
        return values.size();
    }
}
