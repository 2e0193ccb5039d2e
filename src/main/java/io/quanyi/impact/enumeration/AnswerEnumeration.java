package io.quanyi.impact.enumeration;

import io.quanyi.decision.answer.Result;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.BudgetExceeded;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ElementNames;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.RequestDimension;
import io.quanyi.impact.dimension.RequestDimensions;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.enumeration.IndependentGroup.CombinationClass;
import io.quanyi.impact.term.OwnTerms;
import io.quanyi.work.WorkPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides every combination of dimension values of one service by both releases. Combinations are grouped into classes that neither
 * release can distinguish, and each combination of classes is decided once.
 */
public final class AnswerEnumeration {

    /** The kind of a combination that answers releases answer alike. */
    public static final int SAME = 0;

    /** The kind of a combination whose facts contradict each other, so that no request can have it. */
    public static final int IMPOSSIBLE = -1;

    private final ServiceComparison comparison;
    private final WorkBudget budget;
    private final List<MergedDimension> all;
    private final List<MergedDimension> dimensions;
    private final List<IndependentGroup> groups;
    private final OwnTermClasses ownTerms;
    private final GrantedFindings standing;
    private final GrantedFindings limited;
    private final ClassSet impossible;
    private final ClassSet same;
    private final ReleaseAnswers before;
    private final ReleaseAnswers after;
    private final AnswerNumbers numbers;

    /**
     * Finds the dimensions and their classes; decides nothing yet.
     *
     * @throws TooManyCombinations if more decisions would be needed than the budget allows
     */
    public AnswerEnumeration(ServiceComparison comparison, WorkBudget budget) {
        this.comparison = comparison;
        this.budget = budget;
        this.numbers = new AnswerNumbers(new ElementNames(comparison));
        List<MergedDimension> found = new ArrayList<>();
        try {
            for (RequestDimension source : RequestDimensions.of(comparison)) {
                budget.check();
                found.add(MergedDimension.of(comparison, source, budget));
            }
            this.all = List.copyOf(found);
            this.dimensions =
                    all.stream().filter(dimension -> dimension.size() > 1).toList();
            this.groups = GroupPartition.of(comparison, dimensions, budget);
            this.ownTerms = new OwnTermClasses(comparison, groups);
            this.standing = GrantedFindings.standing(groups);
            this.limited = GrantedFindings.limited(groups);
            this.impossible = ClassSet.of(groups, CombinationClass::isImpossible);
            this.same = ClassSet.of(groups, one -> comparison.isSameService() && one.isSame());
            budget.countDecisions(ReleaseAnswers.classes(groups).count());
        } catch (BudgetExceeded e) {
            throw refused(e, found);
        }
        this.before = new ReleaseAnswers(
                comparison, comparison.before(), groups, CombinationClass::before, CombinationClass::keyBefore);
        this.after = comparison.isSurvey()
                ? before
                : new ReleaseAnswers(
                        comparison, comparison.after(), groups, CombinationClass::after, CombinationClass::keyAfter);
    }

    private TooManyCombinations refused(BudgetExceeded exceeded, List<MergedDimension> found) {
        return new TooManyCombinations(comparison.service(), exceeded.most(), RuleWidths.widest(comparison, found));
    }

    /**
     * Counts lookups of answers before they are made.
     *
     * @throws TooManyCombinations if the budget allows no more
     */
    public void countLookups(long count) {
        try {
            budget.countLookups(count);
        } catch (BudgetExceeded e) {
            throw refused(e, dimensions);
        }
    }

    /** The dimensions with more than one value. */
    List<MergedDimension> dimensions() {
        return dimensions;
    }

    /** The independent groups of dimensions. */
    List<IndependentGroup> groups() {
        return groups;
    }

    /** Finds the classes that contain a given plan. */
    public PlanClasses plans() {
        return new PlanClasses(groups);
    }

    /** Numbers the combinations of classes. */
    public MixedRadix classes() {
        return ReleaseAnswers.classes(groups);
    }

    /** The answer of the earlier release to a combination of classes; empty if its facts contradict each other. */
    public Optional<ReleaseAnswer> answer(int[] digits) {
        budget.check();
        return impossible.hasAnyOf(digits) ? Optional.empty() : Optional.of(before.answer(digits));
    }

    /** A request of a combination of classes. */
    public DecisionRequest requestOf(int[] digits) {
        return before.request(digits);
    }

    /**
     * Decides every combination and tabulates the kinds of change. If some answer changes, values that no answer of either release tells apart
     * are one value of the table.
     *
     * @throws TooManyCombinations if the table would not fit into the budget
     */
    public CombinationTable table() {
        try {
            budget.countCombinations(DistinctValues.all(dimensions).radix().count());
            int[] kinds = ofClasses(this::kind);
            DistinctValues values = numbers.changes() == 0
                    ? DistinctValues.all(dimensions)
                    : DistinctValues.of(dimensions, groups, distinct(kinds));
            budget.countSentenceWork(values.radix().count(), numbers.changes());
            int[] spread = new ClassIndex(dimensions, groups).spread(values, kinds, budget);
            return new CombinationTable(comparison, values.dimensions(), spread, inOrder(spread), decided());
        } catch (BudgetExceeded e) {
            throw refused(e, dimensions);
        }
    }

    private int[] ofClasses(ToIntFunction<int[]> number) {
        MixedRadix radix = classes();
        int[] found = new int[(int) radix.count()];
        return WorkPool.on(() -> {
            IntStream.range(0, found.length)
                    .parallel()
                    .forEach(one -> found[one] = number.applyAsInt(radix.digits(one)));
            return found;
        });
    }

    private long decided() {
        return before.decided() + (comparison.isSurvey() ? 0 : after.decided());
    }

    /**
     * Whether rules of both releases find the same in every combination, so that answers to customers with own terms on the service are the same
     * too.
     */
    public boolean hasEqualFindings() {
        return comparison.isSameService()
                && comparison.findsNoMoreWithOwnTerms()
                && groups.stream().flatMap(group -> group.classes().stream()).allMatch(CombinationClass::isSame);
    }

    /** Whether the releases answer any combination differently; ends at the first difference. */
    public boolean differs() {
        MixedRadix radix = classes();
        return WorkPool.on(() -> IntStream.range(0, (int) radix.count())
                .parallel()
                .anyMatch(number -> kind(radix.digits(number)) > SAME));
    }

    /** The kind of change of a combination of classes. */
    private int kind(int[] digits) {
        budget.check();
        if (impossible.hasAnyOf(digits) || ownTerms.isImpossible(digits)) {
            return IMPOSSIBLE;
        }
        if (same.hasAllOf(digits)) {
            return SAME;
        }
        OwnTerms own = ownTerms.of(digits);
        return own.parts().isEmpty() ? numbers(digits).change() : kind(own, digits);
    }

    private int kind(OwnTerms own, int[] digits) {
        boolean isGrant = own.parts().equals(Set.of(OwnTerms.GRANT));
        if (isGrant && comparison.isSameService()) {
            if (limited.isSame(digits)) {
                return SAME;
            }
            int[] first = firstGranted(digits);
            if (!Arrays.equals(first, digits)) {
                return kind(first);
            }
        }
        int[] base = ownTerms.base(digits);
        return numbers.changeWith(
                own,
                before.answer(digits),
                after.answer(digits),
                () -> after.request(digits),
                isGrant ? SAME : kind(base));
    }

    /** The first combination that is answered like a combination, both with the grant of the contract. */
    private int[] firstGranted(int[] digits) {
        int[] first = standing.first(digits);
        boolean stands = isEntitled(before.answer(first)) && isEntitled(after.answer(first));
        return stands ? first : limited.first(digits);
    }

    private static boolean isEntitled(ReleaseAnswer answer) {
        return answer.decision() != null && answer.decision().outcome() == Result.ENTITLED;
    }

    /** The number of the answers of both releases to each combination of classes; with own terms only as far as they change otherwise. */
    private int[] distinct(int[] kinds) {
        int[] answers = ofClasses(digits -> ownTerms.isNone(digits) ? answers(digits) : IMPOSSIBLE);
        MixedRadix radix = classes();
        for (int one = 0; one < answers.length; one++) {
            int[] digits = radix.digits(one);
            if (!ownTerms.isNone(digits) && kinds[one] != IMPOSSIBLE) {
                int none = (int) radix.number(ownTerms.without(digits));
                answers[one] = kinds[one] == kinds[none] ? answers[none] : IMPOSSIBLE - 1 - kinds[one];
            }
        }
        return answers;
    }

    /** The number of the answers of both releases to a combination of classes. */
    private int answers(int[] digits) {
        budget.check();
        return impossible.hasAnyOf(digits) ? IMPOSSIBLE : numbers(digits).answers();
    }

    private AnswerNumbers.NumberedPair numbers(int[] digits) {
        ReleaseAnswer one = before.answer(digits);
        ReleaseAnswer other = same.hasAllOf(digits) ? one : after.answer(digits);
        return numbers.of(one, other, () -> after.request(digits));
    }

    /** Renumbers kinds in the order in which they occur, and lists their changes in that order. */
    private List<AnswerChange> inOrder(int[] kinds) {
        Map<Integer, AnswerChange> byNumber = numbers.byNumber();
        Map<Integer, Integer> renumbered = new HashMap<>();
        List<AnswerChange> inOrder = new ArrayList<>();
        for (int cell = 0; cell < kinds.length; cell++) {
            int kind = kinds[cell];
            if (kind > 0) {
                kinds[cell] = renumbered.computeIfAbsent(kind, unknown -> {
                    inOrder.add(Objects.requireNonNull(byNumber.get(kind), "numbered"));
                    return inOrder.size();
                });
            }
        }
        return inOrder;
    }

    /** Maps a request to the numbers of its values; null if a value lies outside the enumeration. */
    int @Nullable [] digits(DecisionRequest request) {
        boolean isKnown = all.stream().allMatch(dimension -> dimension.valueOf(request) >= 0);
        return isKnown
                ? dimensions.stream()
                        .mapToInt(dimension -> dimension.valueOf(request))
                        .toArray()
                : null;
    }
}
