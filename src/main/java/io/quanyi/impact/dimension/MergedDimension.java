package io.quanyi.impact.dimension;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.term.OwnTerms;
import io.quanyi.impact.value.DimensionValue;
import io.quanyi.impact.value.ValueLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        if (isOwnTerms()) {
            ServiceComparison comparison = signatures.comparison();
            return valueOf(OwnTerms.ofOutcome(comparison.ownTerms(request).parts(), comparison::asksAboutTerm));
        }
        DimensionValue candidate =
                new DimensionValue(ValueLabel.ABSENT, builder -> source.copy().accept(request, builder));
        return numbers.getOrDefault(signatures.of(candidate), -1);
    }

    /** Whether the dimension is of the contract's own terms, each effect a value; a survey tries fewer. */
    public boolean isOwnTerms() {
        return id().equals("contractTerms") && !signatures.comparison().isSurvey();
    }

    /** The own terms that a value stands for first. */
    public Set<String> parts(int value) {
        return parts(values.get(value).labels().get(0));
    }

    private static Set<String> parts(ValueLabel label) {
        return label.words().isEmpty() ? Set.of() : OwnTerms.parts(label.words().get(0));
    }

    /**
     * The value of own terms; terms that no answer tells apart from their absence may stand beside any others, but for a quota or a channel,
     * which may change the outcome beside another term. -1 if it is not enumerated.
     */
    private int valueOf(Set<String> parts) {
        int direct = valueOfParts(parts);
        if (direct >= 0) {
            return direct;
        }
        Set<String> fewer = new HashSet<>(parts);
        fewer.removeIf(part -> !part.equals(OwnTerms.GRANT));
        int alone = valueOfParts(fewer);
        for (String part : parts) {
            Set<String> with = new HashSet<>(fewer);
            with.retainAll(Set.of(OwnTerms.GRANT));
            with.add(part);
            if (part.startsWith("quota ") || part.startsWith("channel ") || valueOfParts(with) != alone) {
                fewer.add(part);
            }
        }
        return valueOfParts(fewer);
    }

    private int valueOfParts(Set<String> parts) {
        for (int value = 0; value < values.size(); value++) {
            for (ValueLabel label : values.get(value).labels()) {
                if (parts(label).equals(parts)) {
                    return value;
                }
            }
        }
        return -1;
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
