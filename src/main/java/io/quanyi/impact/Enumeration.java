package io.quanyi.impact;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.work.WorkPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides every combination of one service by both releases: each combination of classes once. */
final class Enumeration {

    /** A combination that both releases answer alike. */
    static final int SAME = 0;

    /** A combination of facts that contradict each other. */
    static final int IMPOSSIBLE = -1;

    private final ServicePair pair;
    private final WorkBudget budget;
    private final List<Dimension> all;
    private final List<Dimension> dimensions;
    private final List<Factor> factors;
    private final Side before;
    private final Side after;
    private final Map<Both, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Change, Integer> changes = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();

    /** @throws TooManyCombinations if more would have to be decided than the budget allows */
    Enumeration(ServicePair pair, WorkBudget budget) {
        this.pair = pair;
        this.budget = budget;
        List<Dimension> found = new ArrayList<>();
        try {
            for (Aspect aspect : Aspects.ALL) {
                budget.check();
                found.add(Dimension.of(pair, aspect, budget));
            }
            this.all = List.copyOf(found);
            this.dimensions =
                    all.stream().filter(dimension -> dimension.size() > 1).toList();
            this.factors = Factors.of(pair, dimensions, budget);
            budget.decide(Side.classes(factors).count());
        } catch (BudgetSpent e) {
            throw refused(e, found);
        }
        this.before = new Side(pair, pair.before(), factors, Factor.Alike::before);
        this.after = pair.isAlone() ? before : new Side(pair, pair.after(), factors, Factor.Alike::after);
    }

    private TooManyCombinations refused(BudgetSpent spent, List<Dimension> found) {
        return new TooManyCombinations(pair.service(), spent.most(), RulesWidth.of(pair, found));
    }

    /** @throws TooManyCombinations if what was decided is looked at too often */
    void look(long count) {
        try {
            budget.look(count);
        } catch (BudgetSpent e) {
            throw refused(e, dimensions);
        }
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<Factor> factors() {
        return factors;
    }

    /** The combinations of classes. */
    Radix classes() {
        return Side.classes(factors);
    }

    /** What the one release answers to a combination of classes; empty where it contradicts itself. */
    Optional<Answer> answer(int[] digits) {
        budget.check();
        List<Factor.Alike> classes = classes(digits);
        return classes.stream().anyMatch(Factor.Alike::isImpossible)
                ? Optional.empty()
                : Optional.of(before.answer(digits, classes));
    }

    /** A request of a combination of classes. */
    DecisionRequest requestOf(int[] digits) {
        return before.request(classes(digits));
    }

    private List<Factor.Alike> classes(int[] digits) {
        List<Factor.Alike> classes = new ArrayList<>(digits.length);
        for (int i = 0; i < digits.length; i++) {
            classes.add(factors.get(i).classes().get(digits[i]));
        }
        return classes;
    }

    /**
     * Every combination, with the kind of its change.
     *
     * @throws TooManyCombinations if there are more than the budget allows to keep
     */
    Table table() {
        Radix radix = new Radix(dimensions.stream().mapToInt(Dimension::size).toArray());
        try {
            budget.combine(radix.count());
            int[] kinds = kindsOfClasses();
            budget.tell(radix.count(), changes.size());
            return spread(radix, kinds);
        } catch (BudgetSpent e) {
            throw refused(e, dimensions);
        }
    }

    private int[] kindsOfClasses() {
        Radix radix = classes();
        int[] found = new int[(int) radix.count()];
        return WorkPool.on(() -> {
            IntStream.range(0, found.length).parallel().forEach(number -> found[number] = kind(radix.digits(number)));
            return found;
        });
    }

    /** Whether both releases answer something otherwise. */
    boolean differs() {
        Radix radix = classes();
        return WorkPool.on(() -> IntStream.range(0, (int) radix.count())
                .parallel()
                .anyMatch(number -> kind(radix.digits(number)) > SAME));
    }

    private int kind(int[] digits) {
        budget.check();
        List<Factor.Alike> classes = classes(digits);
        if (classes.stream().anyMatch(Factor.Alike::isImpossible)) {
            return IMPOSSIBLE;
        }
        if (classes.stream().allMatch(Factor.Alike::isSame) && pair.isSameService()) {
            return SAME;
        }
        Answer one = before.answer(digits, classes);
        Answer other = after.answer(digits, classes);
        return one.core().equals(other.core()) ? SAME : number(one, other);
    }

    private int number(Answer one, Answer other) {
        return numbers.computeIfAbsent(
                new Both(one.number(), other.number()),
                both -> changes.computeIfAbsent(
                        Change.between(one.statements(), other.statements()), change -> counter.incrementAndGet()));
    }

    /** Two answers to one request, by their numbers. */
    private record Both(int before, int after) {}

    /** Gives each combination the kind of its classes; kinds are numbered anew, in the order in which they occur. */
    private Table spread(Radix radix, int[] found) {
        Map<Integer, Change> byNumber = new HashMap<>();
        changes.forEach((change, number) -> byNumber.put(number, change));
        Map<Integer, Integer> renumbered = new HashMap<>();
        List<Change> inOrder = new ArrayList<>();
        int[] kinds = new Spread(dimensions, factors).of(radix, found, budget);
        for (int cell = 0; cell < kinds.length; cell++) {
            int kind = kinds[cell];
            if (kind > 0) {
                kinds[cell] = renumbered.computeIfAbsent(kind, unknown -> {
                    inOrder.add(byNumber.get(kind));
                    return inOrder.size();
                });
            }
        }
        return new Table(radix, kinds, inOrder, before.decided() + after.decided());
    }

    /** A request with these values. */
    DecisionRequest request(int[] digits) {
        Asking asking = pair.asking(pair.after());
        for (int i = 0; i < digits.length; i++) {
            dimensions.get(i).values().get(digits[i]).setting().accept(asking);
        }
        return asking.request();
    }

    /** The values that stand for what a request says; null for a request that none stand for. */
    int @Nullable [] digits(DecisionRequest request) {
        boolean isKnown = all.stream().allMatch(dimension -> dimension.valueOf(request) >= 0);
        return isKnown
                ? dimensions.stream()
                        .mapToInt(dimension -> dimension.valueOf(request))
                        .toArray()
                : null;
    }
}
