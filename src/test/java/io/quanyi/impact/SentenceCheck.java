package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElements;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ElementNames;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.enumeration.AnswerEnumeration;
import io.quanyi.impact.enumeration.CombinationTable;
import io.quanyi.impact.enumeration.MixedRadix;
import io.quanyi.impact.term.AgreedReading;
import io.quanyi.impact.value.ValueLabel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;

/** Checks that the sentences of a service are true, complete, as wide as possible and not redundant. */
final class SentenceCheck {

    private static final int MAX_ASKED = 300;
    /** A step through combinations that visits each once, unless their number is a multiple of it. */
    private static final long PRIME = 1_000_003;

    private final ServiceComparison comparison;
    private final ServiceImpact impact;
    private final CombinationTable table;
    private final int ownTerms;
    private final List<BitSet> cells = new ArrayList<>();

    SentenceCheck(ServiceComparison comparison, ServiceImpact impact) {
        this.comparison = comparison;
        this.impact = impact;
        this.table = new AnswerEnumeration(comparison, WorkBudget.ample()).table();
        this.ownTerms = table.placeOfOwnTerms();
    }

    void run() {
        impact.sentences().forEach(sentence -> cells.add(cells(values(sentence))));
        for (int i = 0; i < cells.size(); i++) {
            isTrue(impact.sentences().get(i), cells.get(i));
            isNeeded(i);
            isWidest(impact.sentences().get(i));
        }
        isComplete();
        for (int place = 0; place < table.dimensions().size() && impact.changed() > 0; place++) {
            areToldApart(place);
        }
    }

    /** Each two values at a place are told apart by some answer to combinations that differ there only. */
    private void areToldApart(int place) {
        MixedRadix radix = table.radix();
        List<List<Object>> answers = new ArrayList<>();
        int size = radix.size(place);
        for (int value = 0; value < size; value++) {
            answers.add(new ArrayList<>());
        }
        for (long cell = 0; cell < radix.count() && new HashSet<>(answers).size() < size; cell++) {
            int[] digits = radix.digits(cell * PRIME % radix.count());
            for (int value = 0; value < size; value++) {
                digits[place] = value;
                answers.get(value).add(answers(table.request(digits)));
            }
        }
        assertThat(answers).as("%s", table.dimensions().get(place).id()).doesNotHaveDuplicates();
    }

    /** The answers of both releases to a request, as sentences name them; one value if both refuse it. */
    private Object answers(DecisionRequest request) {
        SortedSet<CoreElement> before = asked(request, comparison.before());
        SortedSet<CoreElement> after = asked(request, comparison.after());
        return before.first().words().contains("REFUSED")
                        && after.first().words().contains("REFUSED")
                ? "refused"
                : new ElementNames(comparison).of(new AnswerChange(List.copyOf(before), List.copyOf(after)), request);
    }

    private List<BitSet> values(ImpactSentence sentence) {
        List<BitSet> values = new ArrayList<>();
        for (MergedDimension dimension : table.dimensions()) {
            List<ValueLabel> among = sentence.conditions().stream()
                    .filter(condition -> condition.dimension().equals(dimension.id()))
                    .findFirst()
                    .map(SentenceCondition::among)
                    .orElse(List.of());
            BitSet inside = new BitSet();
            for (int value = 0; value < dimension.size(); value++) {
                List<ValueLabel> labels = dimension.values().get(value).labels();
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

    private void isTrue(ImpactSentence sentence, BitSet cells) {
        int counted = cells.stream().map(this::ownTerms).min().orElseThrow();
        int step = 1 + cells.cardinality() / MAX_ASKED;
        int at = 0;
        long count = 0;
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            int kind = table.kinds()[cell];
            assertThat(kind).isNotEqualTo(AnswerEnumeration.SAME);
            if (kind > 0) {
                count += ownTerms(cell) == counted ? 1 : 0;
                assertThat(table.changes().get(kind - 1)).isEqualTo(sentence.change());
                if (at++ % step == 0) {
                    changes(table.request(table.radix().digits(cell)), sentence.change());
                }
            }
        }
        assertThat(count).isEqualTo(sentence.combinations());
        changes(sentence.example(), sentence.change());
    }

    /** The own terms of a cell; combinations are counted by the first of those that a sentence is about. */
    private int ownTerms(int cell) {
        return ownTerms < 0
                ? 0
                : cell / table.radix().stride(ownTerms) % table.radix().size(ownTerms);
    }

    private void changes(DecisionRequest request, AnswerChange change) {
        AgreedReading reading = new AgreedReading(comparison.ownTerms(request));
        AnswerChange actual = new ElementNames(comparison)
                .of(
                        AnswerChange.between(asked(request, comparison.before()), asked(request, comparison.after())),
                        request);
        assertThat(reading.shown(actual)).as("%s", request).isEqualTo(reading.left(change));
    }

    private SortedSet<CoreElement> asked(DecisionRequest request, ProgrammeRelease release) {
        try {
            Decision decision = CheckedQuestion.of(
                            request, release, comparison.at().toInstant())
                    .decision();
            assertThat(Core.of(decision)).isNotEmpty();
            return CoreElements.of(decision);
        } catch (RequestRefused e) {
            return CoreElements.of(e);
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

    private void isWidest(ImpactSentence sentence) {
        List<BitSet> values = values(sentence);
        for (int i = 0; i < values.size(); i++) {
            BitSet inside = values.get(i);
            for (int value = 0; value < table.dimensions().get(i).size(); value++) {
                if (!inside.get(value)) {
                    List<BitSet> slice = new ArrayList<>(values);
                    BitSet one = new BitSet();
                    one.set(value);
                    slice.set(i, one);
                    assertThat(cells(slice).stream().anyMatch(cell -> isOther(cell, sentence)))
                            .as(
                                    "%s and %s",
                                    sentence,
                                    table.dimensions()
                                            .get(i)
                                            .values()
                                            .get(value)
                                            .labels())
                            .isTrue();
                }
            }
        }
    }

    private boolean isOther(int cell, ImpactSentence sentence) {
        int kind = table.kinds()[cell];
        return kind == AnswerEnumeration.SAME
                || (kind > 0 && !table.changes().get(kind - 1).equals(sentence.change()));
    }

    private void isComplete() {
        BitSet all = new BitSet();
        cells.forEach(all::or);
        BitSet changed = new BitSet();
        changed.set(0, table.kinds().length);
        assertThat(changed(all)).isEqualTo(changed(changed));
        assertThat(changed(changed).stream().filter(cell -> ownTerms(cell) == 0).count())
                .isEqualTo(impact.changed());
    }

    private BitSet changed(BitSet of) {
        BitSet changed = new BitSet();
        of.stream().filter(cell -> table.kinds()[cell] > 0).forEach(changed::set);
        return changed;
    }
}
