package io.quanyi.impact.enumeration;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.facts.Plan;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Partitions the dimensions of a service into independent groups. The findings of a rule depend only on the dimensions that it reads,
 * so each rule is evaluated for these alone, and rules without a common dimension are independent.
 */
final class GroupPartition {

    /** Dimensions with dates that may contradict each other: the first purchase cannot be after the present period. */
    private static final Set<String> DATES = Set.of("servicePeriod", "firstPurchase");

    private final ServiceComparison comparison;
    private final List<MergedDimension> dimensions;
    private final WorkBudget budget;

    private GroupPartition(ServiceComparison comparison, List<MergedDimension> dimensions, WorkBudget budget) {
        this.comparison = comparison;
        this.dimensions = dimensions;
        this.budget = budget;
    }

    /** One group for each connected component of dimensions, and one for the rules that read no dimension. */
    static List<IndependentGroup> of(
            ServiceComparison comparison, List<MergedDimension> dimensions, WorkBudget budget) {
        return new GroupPartition(comparison, dimensions, budget).groups();
    }

    /** Whether the values of a dimension are dates that may contradict those of another dimension. */
    static boolean isDate(MergedDimension dimension) {
        return DATES.contains(dimension.id());
    }

    /** Whether combinations of these dimensions must not be merged: a single dimension, or dates that may contradict each other. */
    static boolean keepsEveryCombination(List<MergedDimension> dimensions) {
        return dimensions.size() < 2 || dimensions.stream().allMatch(GroupPartition::isDate);
    }

    private List<IndependentGroup> groups() {
        Set<Set<Integer>> readTogether = readTogether();
        List<DimensionBlock> blocks = readTogether.stream().map(this::block).toList();
        return connected(readTogether).stream()
                .map(group -> group(group, blocks))
                .toList();
    }

    private IndependentGroup group(Set<Integer> group, List<DimensionBlock> blocks) {
        List<MergedDimension> own = group.stream().map(dimensions::get).toList();
        return new IndependentGroup(
                own,
                blocks.stream()
                        .filter(block -> own.isEmpty()
                                ? block.dimensions().isEmpty()
                                : !block.dimensions().isEmpty() && own.containsAll(block.dimensions()))
                        .toList(),
                budget);
    }

    /** The distinct sets of dimensions that rules read, and those that must have a block even without a rule. */
    private Set<Set<Integer>> readTogether() {
        Set<Set<Integer>> sets = new LinkedHashSet<>();
        sets.add(Set.of());
        for (int i = 0; i < dimensions.size(); i++) {
            sets.add(Set.of(i));
        }
        sets.add(IntStream.range(0, dimensions.size())
                .filter(i -> isDate(dimensions.get(i)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new)));
        for (ProgrammeRelease release : comparison.releases()) {
            comparison.rules(release).forEach(rule -> sets.add(readBy(release, rule)));
        }
        return sets;
    }

    private DimensionBlock block(Set<Integer> read) {
        return new DimensionBlock(
                comparison,
                read.stream().sorted().map(dimensions::get).toList(),
                rules(comparison.before(), read),
                rules(comparison.after(), read),
                budget);
    }

    private Set<String> rules(ProgrammeRelease release, Set<Integer> read) {
        return comparison.rules(release).stream()
                .filter(rule -> readBy(release, rule).equals(read))
                .map(rule -> rule.rule().id())
                .collect(Collectors.toSet());
    }

    /** The dimensions that a rule reads. A rule about a plan also depends on the dimensions that the rules of plan inheritance read. */
    private Set<Integer> readBy(ProgrammeRelease release, RuleOutline rule) {
        boolean asksForPlan = rule.looks().stream().anyMatch(look -> look.fact() == Plan.class);
        Stream<RuleOutline> rules = asksForPlan
                ? Stream.concat(
                        Stream.of(rule), comparison.rules(release).stream().filter(other -> other.states(Plan.class)))
                : Stream.of(rule);
        return rules.flatMap(one -> IntStream.range(0, dimensions.size())
                        .filter(i ->
                                one.looks().stream().anyMatch(dimensions.get(i).source()::isReadBy))
                        .boxed())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The connected components: the smallest disjoint unions of the sets. The empty set is added. */
    private static List<Set<Integer>> connected(Set<Set<Integer>> sets) {
        List<Set<Integer>> groups = new ArrayList<>();
        for (Set<Integer> one : sets) {
            Set<Integer> joined = new TreeSet<>(one);
            List<Set<Integer>> touched = groups.stream()
                    .filter(group -> group.stream().anyMatch(one::contains))
                    .toList();
            touched.forEach(joined::addAll);
            groups.removeAll(touched);
            if (!joined.isEmpty()) {
                groups.add(joined);
            }
        }
        groups.add(Set.of());
        return groups;
    }
}
