package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.Core;
import io.quanyi.decision.Decider;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;

/** Holds the sentences of a service to what they claim: true, complete, as wide as can be, and none too many. */
final class CoverCheck {

    private static final int MOST_ASKED = 300;

    private final ServicePair pair;
    private final ServiceImpact impact;
    private final Enumeration enumeration;
    private final Table table;
    private final List<BitSet> cells = new ArrayList<>();

    CoverCheck(ServicePair pair, ServiceImpact impact) {
        this.pair = pair;
        this.impact = impact;
        this.enumeration = new Enumeration(pair, WorkBudget.ample());
        this.table = enumeration.table();
    }

    void run() {
        impact.sentences().forEach(sentence -> cells.add(cells(values(sentence))));
        for (int i = 0; i < cells.size(); i++) {
            isTrue(impact.sentences().get(i), cells.get(i));
            isNeeded(i);
            isWidest(impact.sentences().get(i));
        }
        isComplete();
    }

    private List<BitSet> values(Sentence sentence) {
        List<BitSet> values = new ArrayList<>();
        for (Dimension dimension : enumeration.dimensions()) {
            List<Label> among = sentence.conditions().stream()
                    .filter(condition ->
                            condition.dimension().equals(dimension.aspect().id()))
                    .findFirst()
                    .map(Condition::among)
                    .orElse(List.of());
            BitSet inside = new BitSet();
            for (int value = 0; value < dimension.size(); value++) {
                List<Label> labels = dimension.values().get(value).labels();
                inside.set(value, among.isEmpty() || among.containsAll(labels));
            }
            values.add(inside);
        }
        return values;
    }

    private BitSet cells(List<BitSet> values) {
        BitSet cells = new BitSet();
        int[] digits = new int[table.radix().places()];
        for (int cell = 0; cell < table.kinds().length; cell++) {
            boolean inside = true;
            for (int i = 0; i < digits.length; i++) {
                inside &= values.get(i).get(digits[i]);
            }
            cells.set(cell, inside);
            table.radix().next(digits);
        }
        return cells;
    }

    private void isTrue(Sentence sentence, BitSet cells) {
        int step = 1 + cells.cardinality() / MOST_ASKED;
        int at = 0;
        long count = 0;
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            int kind = table.kinds()[cell];
            assertThat(kind).isNotEqualTo(Enumeration.SAME);
            if (kind > 0) {
                count++;
                assertThat(table.changes().get(kind - 1)).isEqualTo(sentence.change());
                if (at++ % step == 0) {
                    changes(enumeration.request(table.radix().digits(cell)), sentence.change());
                }
            }
        }
        assertThat(count).isEqualTo(sentence.combinations());
        changes(sentence.example(), sentence.change());
    }

    private void changes(DecisionRequest request, Change change) {
        assertThat(Change.between(asked(request, pair.before()), asked(request, pair.after())))
                .as("%s", request)
                .isEqualTo(change);
    }

    private SortedSet<Statement> asked(DecisionRequest request, ProgrammeRelease release) {
        try {
            Decision decision = Decider.decideBare(request, release, pair.at().toInstant());
            assertThat(Core.of(decision)).isNotEmpty();
            return Statements.of(decision);
        } catch (RequestRefused e) {
            return Statements.of(e);
        }
    }

    private void isNeeded(int number) {
        BitSet alone = changed(cells.get(number));
        for (int i = 0; i < cells.size(); i++) {
            if (i != number) {
                alone.andNot(cells.get(i));
            }
        }
        assertThat(alone.cardinality()).as("%s", impact.sentences().get(number)).isPositive();
    }

    private void isWidest(Sentence sentence) {
        List<BitSet> values = values(sentence);
        for (int i = 0; i < values.size(); i++) {
            BitSet inside = values.get(i);
            for (int value = 0; value < enumeration.dimensions().get(i).size(); value++) {
                if (!inside.get(value)) {
                    List<BitSet> slice = new ArrayList<>(values);
                    BitSet one = new BitSet();
                    one.set(value);
                    slice.set(i, one);
                    assertThat(cells(slice).stream().anyMatch(cell -> isOther(cell, sentence)))
                            .as(
                                    "%s and %s",
                                    sentence,
                                    enumeration
                                            .dimensions()
                                            .get(i)
                                            .values()
                                            .get(value)
                                            .labels())
                            .isTrue();
                }
            }
        }
    }

    private boolean isOther(int cell, Sentence sentence) {
        int kind = table.kinds()[cell];
        return kind == Enumeration.SAME
                || (kind > 0 && !table.changes().get(kind - 1).equals(sentence.change()));
    }

    private void isComplete() {
        BitSet all = new BitSet();
        cells.forEach(all::or);
        BitSet changed = new BitSet();
        changed.set(0, table.kinds().length);
        assertThat(changed(all)).isEqualTo(changed(changed));
        assertThat((long) changed(changed).cardinality()).isEqualTo(impact.changed());
    }

    private BitSet changed(BitSet of) {
        BitSet changed = new BitSet();
        of.stream().filter(cell -> table.kinds()[cell] > 0).forEach(changed::set);
        return changed;
    }
}
