package io.quanyi.impact.enumeration;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import java.util.List;
import java.util.stream.IntStream;

/** The enumerated combinations of dimension values of one service, each with the number of the change of its answer. */
public final class CombinationTable {

    private final ServiceComparison comparison;
    private final List<MergedDimension> dimensions;
    private final MixedRadix radix;
    private final int[] kinds;
    private final List<AnswerChange> changes;
    private final long decided;

    /**
     * Makes a table.
     *
     * @param dimensions the dimensions of the combinations
     * @param kinds for each combination the number of its change, from 1, or {@link AnswerEnumeration#SAME} or
     *     {@link AnswerEnumeration#IMPOSSIBLE}
     * @param changes the different changes; the first has number 1
     * @param decided the number of decisions made
     */
    CombinationTable(
            ServiceComparison comparison,
            List<MergedDimension> dimensions,
            int[] kinds,
            List<AnswerChange> changes,
            long decided) {
        this.comparison = comparison;
        this.dimensions = List.copyOf(dimensions);
        this.radix = new MixedRadix(
                dimensions.stream().mapToInt(MergedDimension::size).toArray());
        this.kinds = kinds;
        this.changes = List.copyOf(changes);
        this.decided = decided;
    }

    /** The dimensions of the combinations. If some answer changes, any two values of one are told apart by an answer of either release. */
    public List<MergedDimension> dimensions() {
        return dimensions;
    }

    /** A request with the values of a combination. */
    public DecisionRequest request(int[] digits) {
        RequestBuilder builder = comparison.requestBuilder(comparison.after());
        for (int i = 0; i < digits.length; i++) {
            dimensions.get(i).values().get(digits[i]).setting().accept(builder);
        }
        return builder.request();
    }

    /** The combination of a request; a number is below 0 where its value is not enumerated. */
    public int[] digits(DecisionRequest request) {
        return dimensions.stream()
                .mapToInt(dimension -> dimension.valueOf(request))
                .toArray();
    }

    /** Numbers the combinations. */
    public MixedRadix radix() {
        return radix;
    }

    /** The kind of each combination, by its number. */
    public int[] kinds() {
        return kinds;
    }

    /** The different changes; the first has number 1. */
    public List<AnswerChange> changes() {
        return changes;
    }

    /** The number of decisions made. */
    public long decided() {
        return decided;
    }

    /** The place of the dimension of the contract's own terms; -1 if they are not varied. */
    public int placeOfOwnTerms() {
        return IntStream.range(0, dimensions.size())
                .filter(place -> dimensions.get(place).isOwnTerms())
                .findFirst()
                .orElse(-1);
    }

    /** The number of combinations of other facts than the contract's own terms. */
    public long combinations() {
        int place = placeOfOwnTerms();
        return place < 0 ? radix.count() : radix.count() / radix.size(place);
    }

    /** The number of combinations of a kind without own terms of the contract, which the first value stands for. */
    public long count(int kind) {
        int place = placeOfOwnTerms();
        return IntStream.range(0, kinds.length)
                .filter(cell -> kinds[cell] == kind)
                .filter(cell -> place < 0 || cell / radix.stride(place) % radix.size(place) == 0)
                .count();
    }
}
