package io.quanyi.impact;

import io.quanyi.decision.Decider;
import io.quanyi.decision.Finding;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.RequestRefused.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dimensions that the same rules look at, and what these rules say to each combination of their values. The rules are asked once for
 * all combinations of which their conditions make the same.
 */
final class Part {

    /** As many steps from value to value take as long as asking the rules once. */
    private static final int ASKING = 10;

    private final ServicePair pair;
    private final List<Dimension> dimensions;
    private final Set<String> rulesBefore;
    private final Set<String> rulesAfter;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final Diagram diagram;

    /**
     * What two releases make of some values, as far as this part goes.
     *
     * @param before what the rules of the one release say
     * @param after what the rules of the other say
     * @param isSame whether both see and say the same
     * @param isRefused whether either does not take them
     * @param isImpossible whether they contradict each other
     */
    record Told(List<Finding> before, List<Finding> after, boolean isSame, boolean isRefused, boolean isImpossible) {}

    /**
     * Asks the rules.
     *
     * @param rulesBefore the ids of those of the one release that look at these dimensions
     * @param rulesAfter the same of the other
     */
    Part(
            ServicePair pair,
            List<Dimension> dimensions,
            Set<String> rulesBefore,
            Set<String> rulesAfter,
            WorkBudget budget) {
        this.pair = pair;
        this.dimensions = dimensions;
        this.rulesBefore = rulesBefore;
        this.rulesAfter = rulesAfter;
        int[] sizes = dimensions.stream().mapToInt(Dimension::size).toArray();
        this.diagram = Factors.isSeenWhole(dimensions)
                ? Diagram.of(sizes, new EachCombination(), budget)
                : Diagram.of(sizes, new EachMatch(), budget);
    }

    /** At its end stand the rules, which are asked. */
    private abstract class Asked<S> implements Diagram.States<S> {

        @Override
        public int number(S last, int[] digits) {
            return ask(digits);
        }

        @Override
        public int weightOfNumber() {
            return ASKING;
        }
    }

    /** Of one dimension, and of dates that may contradict each other, each combination is asked about. */
    private final class EachCombination extends Asked<List<Integer>> {

        @Override
        public List<Integer> first() {
            return List.of();
        }

        @Override
        public List<Integer> next(List<Integer> state, int place, int value) {
            List<Integer> next = new ArrayList<>(state);
            next.add(value);
            return next;
        }
    }

    /** Of other dimensions combinations are asked about once of which the rules' conditions make the same. */
    private final class EachMatch extends Asked<List<RuleMatch>> {

        private final List<RuleMatches> rules = Stream.concat(
                        rules(pair.before(), rulesBefore), rules(pair.after(), rulesAfter))
                .toList();

        private Stream<RuleMatches> rules(ProgrammeRelease release, Set<String> ids) {
            return pair.rules(release).stream()
                    .filter(rule -> ids.contains(rule.rule().id()))
                    .map(rule -> new RuleMatches(pair, release, rule, dimensions));
        }

        @Override
        public List<RuleMatch> first() {
            return rules.stream().map(rule -> RuleMatch.OPEN).toList();
        }

        @Override
        public List<RuleMatch> next(List<RuleMatch> state, int place, int value) {
            List<RuleMatch> next = new ArrayList<>(state.size());
            for (int i = 0; i < state.size(); i++) {
                next.add(state.get(i).and(rules.get(i).of(place, value)));
            }
            return next;
        }

        @Override
        public int weight() {
            return 1 + rules.size() / 8;
        }
    }

    private int ask(int[] digits) {
        Said before = said(pair.before(), digits, Value::before, rulesBefore);
        Said after = said(pair.after(), digits, Value::after, rulesAfter);
        return known.computeIfAbsent(before.key() + "\n\n" + after.key(), key -> {
            told.add(told(before, after));
            return told.size() - 1;
        });
    }

    private static Told told(Said before, Said after) {
        return new Told(
                before.findings(),
                after.findings(),
                before.key().equals(after.key()),
                before.refused() != null || after.refused() != null,
                before.refused() == Stage.CONTRADICTORY && after.refused() == Stage.CONTRADICTORY);
    }

    /** What rules say, and in words all that an answer can make of it. */
    private record Said(
            List<Finding> findings, String key, @Nullable Stage refused) {}

    private Said said(ProgrammeRelease release, int[] digits, Function<Value, String> answers, Set<String> rules) {
        Asking asking = pair.asking(release);
        values(digits).forEach(value -> value.setting().accept(asking));
        String read =
                dimensions.size() > 1 ? "" : values(digits).map(answers).collect(Collectors.joining("\n", "", "\n"));
        try {
            List<Finding> findings = Decider.findings(
                            asking.request(), release, pair.at().toInstant())
                    .stream()
                    .filter(finding -> finding.rule() != null
                            && rules.contains(finding.rule().id()))
                    .toList();
            return new Said(findings, read + key(findings), null);
        } catch (RequestRefused e) {
            return new Said(List.of(), read + Sight.refused(e), e.stage());
        }
    }

    private Stream<Value> values(int[] digits) {
        return IntStream.range(0, digits.length)
                .mapToObj(i -> dimensions.get(i).values().get(digits[i]));
    }

    /** Findings without what no core tells: which rule it was. */
    private static String key(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.outcome() + " " + finding.distance() + " " + finding.absent() + " "
                        + (finding.rule() != null && finding.rule().purchase()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    /** Leads from the values of the dimensions to the number of what is told of them. */
    Diagram diagram() {
        return diagram;
    }

    Told told(int number) {
        return told.get(number);
    }
}
