package io.quanyi.impact.enumeration;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.MergedDimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A connected component of dimensions: rules that read a dimension of the group read no dimension of another group. Combinations of
 * the group that have equal findings, and that answers read alike, form one class.
 */
final class IndependentGroup {

    private final List<MergedDimension> dimensions;
    private final DecisionDiagram diagram;
    private final List<CombinationClass> classes = new ArrayList<>();

    /**
     * A class of combinations of the group that neither release can distinguish.
     *
     * @param first the values of the first combination of the class, which represents it
     * @param before the findings of the earlier release
     * @param after the findings of the later release
     * @param keyBefore a text that is equal for classes that the earlier release answers alike
     * @param keyAfter the same for the later release
     * @param isSame whether both releases treat the class alike
     * @param isRefused whether either release refuses requests of the class
     * @param isImpossible whether both releases refuse the class as contradictory
     */
    record CombinationClass(
            List<Integer> first,
            List<Finding> before,
            List<Finding> after,
            String keyBefore,
            String keyAfter,
            boolean isSame,
            boolean isRefused,
            boolean isImpossible) {

        static CombinationClass of(List<Integer> first, List<DimensionBlock.BlockFindings> findings) {
            return new CombinationClass(
                    first,
                    findings.stream().flatMap(one -> one.before().stream()).toList(),
                    findings.stream().flatMap(one -> one.after().stream()).toList(),
                    key(findings, DimensionBlock.BlockFindings::keyBefore),
                    key(findings, DimensionBlock.BlockFindings::keyAfter),
                    findings.stream().allMatch(DimensionBlock.BlockFindings::isSame),
                    findings.stream().anyMatch(DimensionBlock.BlockFindings::isRefused),
                    findings.stream().anyMatch(DimensionBlock.BlockFindings::isImpossible));
        }

        private static String key(
                List<DimensionBlock.BlockFindings> findings, Function<DimensionBlock.BlockFindings, String> key) {
            return findings.stream().map(key).collect(Collectors.joining("\n\n"));
        }
    }

    /**
     * Combines the blocks of the group.
     *
     * @param blocks the blocks whose dimensions belong to the group
     */
    IndependentGroup(List<MergedDimension> dimensions, List<DimensionBlock> blocks, WorkBudget budget) {
        this.dimensions = dimensions;
        this.diagram = DecisionDiagram.of(
                dimensions.stream().mapToInt(MergedDimension::size).toArray(),
                new AllBlocks(dimensions, blocks),
                budget);
    }

    /** Traverses the diagrams of all blocks at once: a class is a combination of their findings. */
    private final class AllBlocks implements DecisionDiagram.Traversal<List<Integer>> {

        private final List<DimensionBlock> blocks;
        private final boolean[][] reads;
        private final Map<List<Integer>, Integer> numbers = new HashMap<>();

        AllBlocks(List<MergedDimension> dimensions, List<DimensionBlock> blocks) {
            this.blocks = blocks;
            this.reads = new boolean[blocks.size()][dimensions.size()];
            for (int i = 0; i < reads.length; i++) {
                for (int place = 0; place < reads[i].length; place++) {
                    reads[i][place] = blocks.get(i).dimensions().contains(dimensions.get(place));
                }
            }
        }

        @Override
        public List<Integer> first() {
            return blocks.stream().map(block -> block.diagram().root()).toList();
        }

        @Override
        public List<Integer> next(List<Integer> state, int place, int value) {
            List<Integer> next = new ArrayList<>(state.size());
            for (int i = 0; i < reads.length; i++) {
                int node = state.get(i);
                next.add(reads[i][place] ? blocks.get(i).diagram().child(node, value) : node);
            }
            return next;
        }

        @Override
        public int number(List<Integer> last, int[] digits) {
            return numbers.computeIfAbsent(last, unknown -> {
                classes.add(CombinationClass.of(Arrays.stream(digits).boxed().toList(), findings(blocks, last)));
                return classes.size() - 1;
            });
        }
    }

    private static List<DimensionBlock.BlockFindings> findings(List<DimensionBlock> blocks, List<Integer> numbers) {
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> blocks.get(i).findings(numbers.get(i)))
                .toList();
    }

    List<MergedDimension> dimensions() {
        return dimensions;
    }

    List<CombinationClass> classes() {
        return classes;
    }

    /** Maps the values of the dimensions to the number of a class. */
    DecisionDiagram diagram() {
        return diagram;
    }

    /** Sets the first combination of a class in a request. */
    void set(CombinationClass one, RequestBuilder builder) {
        for (int i = 0; i < dimensions.size(); i++) {
            dimensions.get(i).values().get(one.first().get(i)).setting().accept(builder);
        }
    }

    /** The values of some dimensions that answers to the first combination of a class read directly, not through rules. */
    String reading(CombinationClass one, Predicate<MergedDimension> among) {
        return IntStream.range(0, dimensions.size())
                .filter(place -> among.test(dimensions.get(place)))
                .mapToObj(
                        place -> dimensions.get(place).values().get(one.first().get(place)))
                .map(value -> value.before() + "\n" + value.after())
                .collect(Collectors.joining("\n"));
    }
}
