package io.quanyi.impact;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.RuleAttribution;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.enumeration.AnswerEnumeration;
import io.quanyi.impact.enumeration.CombinationGrid;
import io.quanyi.impact.enumeration.CombinationTable;
import io.quanyi.impact.value.ValueLabel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Builds the sentences about the changes of one service: for each kind of change, boxes that cover exactly the combinations of the
 * kind, each with an example and the rules behind it.
 */
record SentenceBuilder(ServiceComparison comparison, CombinationTable table, WorkBudget budget) {

    /** Changes of the outcome first, changes of reasons only last; otherwise in the order of combinations. */
    private static final Comparator<BoxedSentence> BY_WEIGHT =
            Comparator.comparingInt(boxed -> weight(boxed.sentence().change()));

    /** A sentence, with the box of combinations that it is about. */
    record BoxedSentence(ImpactSentence sentence, ValueBox box) {}

    private static int weight(AnswerChange change) {
        return change.changesOutcome() ? 0 : change.changesReasonsOnly() ? 2 : 1;
    }

    /** All sentences, in the order of reports. */
    List<BoxedSentence> all() {
        List<BoxedSentence> sentences = new ArrayList<>();
        CombinationGrid grid = table.changes().isEmpty() ? null : CombinationGrid.of(table.radix(), table.kinds());
        for (int kind = 1; kind <= table.changes().size() && grid != null; kind++) {
            budget.check();
            int[] marks = grid.marks().clone();
            for (int cell = 0; cell < marks.length; cell++) {
                marks[cell] = marks[cell] == kind || marks[cell] == AnswerEnumeration.IMPOSSIBLE ? marks[cell] : 0;
            }
            CombinationGrid own = grid.marked(marks);
            for (ValueBox box : BoxCover.of(own, kind, budget)) {
                sentences.add(sentence(own, box, kind));
            }
        }
        sentences.sort(BY_WEIGHT);
        return sentences;
    }

    private BoxedSentence sentence(CombinationGrid grid, ValueBox box, int kind) {
        AnswerChange change = table.changes().get(kind - 1);
        ValueBox unmerged = unmerged(grid, box);
        long[] count = new long[1];
        int[][] first = new int[1][];
        int terms = table.placeOfOwnTerms();
        int counted = terms < 0 ? 0 : box.values().get(terms).nextSetBit(0);
        box.each(digits -> {
            if (grid.marks()[(int) grid.radix().number(digits)] == kind) {
                if (terms < 0 || digits[terms] == counted) {
                    int times = terms < 0 ? 1 : grid.values().get(terms).get(counted).length;
                    count[0] += grid.weight(digits) / times;
                }
                if (first[0] == null) {
                    first[0] = grid.firstOf(digits);
                }
            }
        });
        DecisionRequest example = table.request(first[0]);
        ImpactSentence sentence = new ImpactSentence(
                comparison.service(),
                conditions(unmerged),
                change,
                count[0],
                example,
                RuleAttribution.rules(
                        change.before(),
                        example,
                        comparison.before(),
                        comparison.at().toInstant()),
                RuleAttribution.rules(
                        change.after(),
                        example,
                        comparison.after(),
                        comparison.at().toInstant()));
        return new BoxedSentence(sentence, unmerged);
    }

    /** The box in terms of the values of the dimensions, which the grid had merged. */
    private ValueBox unmerged(CombinationGrid grid, ValueBox box) {
        List<BitSet> values = new ArrayList<>();
        for (int place = 0; place < box.values().size(); place++) {
            BitSet all = new BitSet();
            List<int[]> merged = grid.values().get(place);
            box.values().get(place).stream().forEach(value -> {
                for (int one : merged.get(value)) {
                    all.set(one);
                }
            });
            values.add(all);
        }
        return new ValueBox(values);
    }

    private List<SentenceCondition> conditions(ValueBox box) {
        List<SentenceCondition> conditions = new ArrayList<>();
        for (int place = 0; place < box.values().size(); place++) {
            MergedDimension dimension = table.dimensions().get(place);
            BitSet inside = box.values().get(place);
            if (inside.cardinality() < dimension.size()) {
                BitSet outside = (BitSet) inside.clone();
                outside.flip(0, dimension.size());
                conditions.add(
                        new SentenceCondition(dimension.id(), labels(dimension, inside), labels(dimension, outside)));
            }
        }
        return conditions;
    }

    private static List<ValueLabel> labels(MergedDimension dimension, BitSet values) {
        return values.stream()
                .mapToObj(dimension.values()::get)
                .flatMap(value -> value.labels().stream())
                .distinct()
                .toList();
    }
}
