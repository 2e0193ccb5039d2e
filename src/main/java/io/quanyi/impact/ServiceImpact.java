package io.quanyi.impact;

import io.quanyi.decision.DecisionRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What changes for one service.
 *
 * @param service the service
 * @param combinations how many combinations of facts there are that either release can tell apart
 * @param impossible how many of them contradict themselves
 * @param decided how many combinations had to be decided to know all
 * @param changed how many answers change
 * @param sentences what says of all that change, and of no others, how they do
 * @param whom tells of which customers each sentence holds
 */
public record ServiceImpact(
        String service,
        long combinations,
        long impossible,
        long decided,
        long changed,
        List<Sentence> sentences,
        Whom whom) {

    /** Other outcomes first, other grounds of the same outcome last; else as the combinations come. */
    private static final Comparator<Boxed> BY_WEIGHT =
            Comparator.comparingInt(boxed -> weight(boxed.sentence().change()));

    /** A sentence, and the combinations of which it holds. */
    private record Boxed(Sentence sentence, Box box) {}

    private static int weight(Change change) {
        return change.isOfOutcome() ? 0 : change.isOfGroundsOnly() ? 2 : 1;
    }

    /** Keeps a copy. */
    public ServiceImpact {
        sentences = List.copyOf(sentences);
    }

    static ServiceImpact of(ServicePair pair, WorkBudget budget) {
        Enumeration enumeration = new Enumeration(pair, budget);
        Table table = enumeration.table();
        long impossible = table.count(Enumeration.IMPOSSIBLE);
        List<Boxed> boxed = new Sentences(pair, enumeration, table, budget).all();
        return new ServiceImpact(
                pair.service(),
                table.radix().count(),
                impossible,
                table.decided(),
                table.radix().count() - impossible - table.count(Enumeration.SAME),
                boxed.stream().map(Boxed::sentence).toList(),
                new Whom(
                        pair,
                        enumeration.dimensions(),
                        boxed.stream().map(Boxed::box).toList()));
    }

    /** Puts the changes of a service into sentences. */
    private record Sentences(ServicePair pair, Enumeration enumeration, Table table, WorkBudget budget) {

        List<Boxed> all() {
            List<Boxed> sentences = new ArrayList<>();
            Grid grid = table.changes().isEmpty() ? null : Grid.of(table.radix(), table.kinds());
            for (int kind = 1; kind <= table.changes().size() && grid != null; kind++) {
                budget.check();
                int[] marks = grid.marks().clone();
                for (int cell = 0; cell < marks.length; cell++) {
                    marks[cell] = marks[cell] == kind || marks[cell] == Enumeration.IMPOSSIBLE ? marks[cell] : 0;
                }
                Grid own = grid.marked(marks);
                for (Box box : Cover.of(own, kind, budget)) {
                    sentences.add(sentence(own, box, kind));
                }
            }
            sentences.sort(BY_WEIGHT);
            return sentences;
        }

        private Boxed sentence(Grid grid, Box box, int kind) {
            Change change = table.changes().get(kind - 1);
            Box whole = whole(grid, box);
            long[] count = new long[1];
            int[][] first = new int[1][];
            grid.eachIn(box, digits -> {
                if (grid.marks()[(int) grid.radix().number(digits)] == kind) {
                    count[0] += grid.weight(digits);
                    if (first[0] == null) {
                        first[0] = grid.firstOf(digits);
                    }
                }
            });
            DecisionRequest example = enumeration.request(first[0]);
            Sentence sentence = new Sentence(
                    pair.service(),
                    conditions(whole),
                    change,
                    count[0],
                    example,
                    Behind.rules(
                            change.before(), example, pair.before(), pair.at().toInstant()),
                    Behind.rules(
                            change.after(), example, pair.after(), pair.at().toInstant()));
            return new Boxed(sentence, whole);
        }

        private Box whole(Grid grid, Box box) {
            List<BitSet> values = new ArrayList<>();
            for (int place = 0; place < box.values().size(); place++) {
                BitSet all = new BitSet();
                List<int[]> meant = grid.values().get(place);
                box.values().get(place).stream().forEach(value -> {
                    for (int one : meant.get(value)) {
                        all.set(one);
                    }
                });
                values.add(all);
            }
            return new Box(values);
        }

        private List<Condition> conditions(Box box) {
            List<Condition> conditions = new ArrayList<>();
            for (int place = 0; place < box.values().size(); place++) {
                Dimension dimension = enumeration.dimensions().get(place);
                BitSet inside = box.values().get(place);
                if (inside.cardinality() < dimension.size()) {
                    BitSet outside = (BitSet) inside.clone();
                    outside.flip(0, dimension.size());
                    conditions.add(new Condition(
                            dimension.aspect().id(), labels(dimension, inside), labels(dimension, outside)));
                }
            }
            return conditions;
        }

        private static List<Label> labels(Dimension dimension, BitSet values) {
            return values.stream()
                    .mapToObj(dimension.values()::get)
                    .flatMap(value -> value.labels().stream())
                    .distinct()
                    .toList();
        }
    }

    /** The changes in order. */
    public Stream<Change> changes() {
        return sentences.stream().map(Sentence::change).distinct();
    }
}
