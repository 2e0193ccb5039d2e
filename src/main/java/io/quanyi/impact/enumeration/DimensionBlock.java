package io.quanyi.impact.enumeration;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.value.DimensionValue;
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
 * A set of dimensions that the same rules read, with the findings of these rules for each combination of values. The rules are
 * evaluated once for all combinations that their conditions treat alike.
 */
final class DimensionBlock {

    /** The cost of one evaluation of the rules, in steps of the budget. */
    private static final int EVALUATION_STEPS = 10;

    private final ServiceComparison comparison;
    private final List<MergedDimension> dimensions;
    private final Set<String> rulesBefore;
    private final Set<String> rulesAfter;
    private final List<BlockFindings> found = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final DecisionDiagram diagram;

    /**
     * The findings of both releases for a combination of values of the block.
     *
     * @param before the findings of the earlier release
     * @param after the findings of the later release
     * @param keyBefore a text that is equal for combinations that the earlier release answers alike
     * @param keyAfter the same for the later release
     * @param isRefused whether either release refuses it
     * @param isImpossible whether both releases refuse it as contradictory
     */
    record BlockFindings(
            List<Finding> before,
            List<Finding> after,
            String keyBefore,
            String keyAfter,
            boolean isRefused,
            boolean isImpossible) {

        /** Whether both releases treat the combination alike. */
        boolean isSame() {
            return keyBefore.equals(keyAfter);
        }
    }

    /**
     * Evaluates the rules.
     *
     * @param rulesBefore the ids of the rules of the earlier release that read exactly these dimensions
     * @param rulesAfter the same for the later release
     */
    DimensionBlock(
            ServiceComparison comparison,
            List<MergedDimension> dimensions,
            Set<String> rulesBefore,
            Set<String> rulesAfter,
            WorkBudget budget) {
        this.comparison = comparison;
        this.dimensions = dimensions;
        this.rulesBefore = rulesBefore;
        this.rulesAfter = rulesAfter;
        int[] sizes = dimensions.stream().mapToInt(MergedDimension::size).toArray();
        this.diagram = GroupPartition.keepsEveryCombination(dimensions)
                ? DecisionDiagram.of(sizes, new EachCombination(), budget)
                : DecisionDiagram.of(sizes, new EachMatch(), budget);
    }

    /** A traversal that evaluates the rules for each final state. */
    private abstract class RuleTraversal<S> implements DecisionDiagram.Traversal<S> {

        @Override
        public int number(S last, int[] digits) {
            return evaluate(digits);
        }

        @Override
        public int weightOfNumber() {
            return EVALUATION_STEPS;
        }
    }

    /** Keeps every combination apart, for a single dimension and for dates that may contradict each other. */
    private final class EachCombination extends RuleTraversal<List<Integer>> {

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

    /** Merges combinations that the conditions of the rules treat alike. */
    private final class EachMatch extends RuleTraversal<List<ConditionMatch>> {

        private final List<ConditionMatches> rules = Stream.concat(
                        rules(comparison.before(), rulesBefore), rules(comparison.after(), rulesAfter))
                .toList();

        private Stream<ConditionMatches> rules(ProgrammeRelease release, Set<String> ids) {
            return comparison.rules(release).stream()
                    .filter(rule -> ids.contains(rule.rule().id()))
                    .map(rule -> new ConditionMatches(comparison, release, rule, dimensions));
        }

        @Override
        public List<ConditionMatch> first() {
            return rules.stream().map(rule -> ConditionMatch.OPEN).toList();
        }

        @Override
        public List<ConditionMatch> next(List<ConditionMatch> state, int place, int value) {
            List<ConditionMatch> next = new ArrayList<>(state.size());
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

    /** Evaluates the rules of both releases for a combination; equal results have one number. */
    private int evaluate(int[] digits) {
        ReleaseFindings before = findings(comparison.before(), digits, DimensionValue::before, rulesBefore);
        ReleaseFindings after = findings(comparison.after(), digits, DimensionValue::after, rulesAfter);
        return numbers.computeIfAbsent(before.key() + "\n\n" + after.key(), key -> {
            found.add(both(before, after));
            return found.size() - 1;
        });
    }

    private static BlockFindings both(ReleaseFindings before, ReleaseFindings after) {
        return new BlockFindings(
                before.findings(),
                after.findings(),
                before.key(),
                after.key(),
                before.refused() != null || after.refused() != null,
                before.refused() == Stage.CONTRADICTORY && after.refused() == Stage.CONTRADICTORY);
    }

    /** The findings of one release, with a key that is equal for combinations that the release answers alike. */
    private record ReleaseFindings(
            List<Finding> findings, String key, @Nullable Stage refused) {}

    private ReleaseFindings findings(
            ProgrammeRelease release, int[] digits, Function<DimensionValue, String> reading, Set<String> rules) {
        RequestBuilder builder = comparison.requestBuilder(release);
        values(digits).forEach(value -> value.setting().accept(builder));
        String read =
                dimensions.size() > 1 ? "" : values(digits).map(reading).collect(Collectors.joining("\n", "", "\n"));
        try {
            List<Finding> findings =
                    CheckedQuestion.of(
                                    builder.request(), release, comparison.at().toInstant())
                            .findings()
                            .stream()
                            .filter(finding -> finding.rule() != null
                                    && rules.contains(finding.rule().id()))
                            .toList();
            return new ReleaseFindings(findings, read + key(findings), null);
        } catch (RequestRefused e) {
            return new ReleaseFindings(List.of(), read + ReleaseAnswer.refusalCore(e), e.stage());
        }
    }

    private Stream<DimensionValue> values(int[] digits) {
        return IntStream.range(0, digits.length)
                .mapToObj(i -> dimensions.get(i).values().get(digits[i]));
    }

    /** The findings as a text without the ids of the rules, which belong to no core. */
    private static String key(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.outcome() + " " + finding.distance() + " " + finding.absent() + " "
                        + (finding.rule() != null && finding.rule().purchase()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    List<MergedDimension> dimensions() {
        return dimensions;
    }

    /** Maps the values of the dimensions to the number of their findings. */
    DecisionDiagram diagram() {
        return diagram;
    }

    /** The findings with a number. */
    BlockFindings findings(int number) {
        return found.get(number);
    }
}
