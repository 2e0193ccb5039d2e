package io.quanyi.impact;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleOutline;
import io.quanyi.facts.Plan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parts the dimensions of a service. A rule says the same wherever the dimensions are the same that it looks at; so each rule is
 * asked only about these, and those that share none of them are independent.
 */
final class Factors {

    /** Two dates that may contradict each other: a first purchase after the present one is none. */
    private static final Set<String> DATES = Set.of("servicePeriod", "firstPurchase");

    private final ServicePair pair;
    private final List<Dimension> dimensions;
    private final WorkBudget budget;

    private Factors(ServicePair pair, List<Dimension> dimensions, WorkBudget budget) {
        this.pair = pair;
        this.dimensions = dimensions;
        this.budget = budget;
    }

    /** One factor for each connected group of dimensions, and one for the rules that look at none. */
    static List<Factor> of(ServicePair pair, List<Dimension> dimensions, WorkBudget budget) {
        return new Factors(pair, dimensions, budget).factors();
    }

    static boolean isDate(Dimension dimension) {
        return DATES.contains(dimension.aspect().id());
    }

    /** Whether each combination of some dimensions is asked about: of one, and of dates that may contradict each other. */
    static boolean isSeenWhole(List<Dimension> dimensions) {
        return dimensions.size() < 2 || dimensions.stream().allMatch(Factors::isDate);
    }

    private List<Factor> factors() {
        Set<Set<Integer>> together = together();
        List<Part> parts = together.stream().map(this::part).toList();
        return connected(together).stream().map(group -> factor(group, parts)).toList();
    }

    private Factor factor(Set<Integer> group, List<Part> parts) {
        List<Dimension> own = group.stream().map(dimensions::get).toList();
        return new Factor(
                own,
                parts.stream()
                        .filter(part -> own.isEmpty()
                                ? part.dimensions().isEmpty()
                                : !part.dimensions().isEmpty() && own.containsAll(part.dimensions()))
                        .toList(),
                budget);
    }

    /** The sets of dimensions that some rule looks at, or that something else must be said of, each once. */
    private Set<Set<Integer>> together() {
        Set<Set<Integer>> together = new LinkedHashSet<>();
        together.add(Set.of());
        for (int i = 0; i < dimensions.size(); i++) {
            together.add(Set.of(i));
        }
        together.add(IntStream.range(0, dimensions.size())
                .filter(i -> isDate(dimensions.get(i)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new)));
        for (ProgrammeRelease release : pair.releases()) {
            pair.rules(release).forEach(rule -> together.add(seenBy(release, rule)));
        }
        return together;
    }

    private Part part(Set<Integer> seen) {
        return new Part(
                pair,
                seen.stream().sorted().map(dimensions::get).toList(),
                rules(pair.before(), seen),
                rules(pair.after(), seen),
                budget);
    }

    private Set<String> rules(ProgrammeRelease release, Set<Integer> seen) {
        return pair.rules(release).stream()
                .filter(rule -> seenBy(release, rule).equals(seen))
                .map(rule -> rule.rule().id())
                .collect(Collectors.toSet());
    }

    /** What a rule looks at; one that asks for a plan, also what the rules look at by which one plan contains another. */
    private Set<Integer> seenBy(ProgrammeRelease release, RuleOutline rule) {
        boolean asksForPlan = rule.looks().stream().anyMatch(look -> look.fact() == Plan.class);
        Stream<RuleOutline> rules = asksForPlan
                ? Stream.concat(
                        Stream.of(rule), pair.rules(release).stream().filter(other -> other.says() == Plan.class))
                : Stream.of(rule);
        return rules.flatMap(one -> IntStream.range(0, dimensions.size())
                        .filter(i ->
                                one.looks().stream().anyMatch(dimensions.get(i).aspect()::isSeenBy))
                        .boxed())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The smallest sets of which none shares a member with another; the empty one is kept. */
    private static List<Set<Integer>> connected(Set<Set<Integer>> together) {
        List<Set<Integer>> groups = new java.util.ArrayList<>();
        for (Set<Integer> one : together) {
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
