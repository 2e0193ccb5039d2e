package io.quanyi.impact;

import io.quanyi.decision.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Dimensions that are connected by rules which look at several of them. Combinations of theirs to which the rules say the same, and
 * of which an answer reads the same, are one class.
 */
final class Factor {

    private final List<Dimension> dimensions;
    private final Diagram diagram;
    private final List<Alike> classes = new ArrayList<>();

    /**
     * Combinations of a factor's values that nothing can tell apart.
     *
     * @param first the first of them
     * @param before what the rules of the one release say to them
     * @param after the same of the other
     * @param isSame whether both releases see and say the same
     * @param isRefused whether either release does not take them
     * @param isImpossible whether they contradict each other
     */
    record Alike(
            List<Integer> first,
            List<Finding> before,
            List<Finding> after,
            boolean isSame,
            boolean isRefused,
            boolean isImpossible) {

        static Alike of(List<Integer> first, List<Part.Told> told) {
            return new Alike(
                    first,
                    told.stream().flatMap(one -> one.before().stream()).toList(),
                    told.stream().flatMap(one -> one.after().stream()).toList(),
                    told.stream().allMatch(Part.Told::isSame),
                    told.stream().anyMatch(Part.Told::isRefused),
                    told.stream().anyMatch(Part.Told::isImpossible));
        }
    }

    /** @param parts those whose dimensions these are */
    Factor(List<Dimension> dimensions, List<Part> parts, WorkBudget budget) {
        this.dimensions = dimensions;
        this.diagram = Diagram.of(
                dimensions.stream().mapToInt(Dimension::size).toArray(), new AllParts(dimensions, parts), budget);
    }

    /** Goes through all parts at once; a class is what all of them say. */
    private final class AllParts implements Diagram.States<List<Integer>> {

        private final List<Part> parts;
        private final boolean[][] looks;
        private final Map<List<Integer>, Integer> known = new HashMap<>();

        AllParts(List<Dimension> dimensions, List<Part> parts) {
            this.parts = parts;
            this.looks = new boolean[parts.size()][dimensions.size()];
            for (int i = 0; i < looks.length; i++) {
                for (int place = 0; place < looks[i].length; place++) {
                    looks[i][place] = parts.get(i).dimensions().contains(dimensions.get(place));
                }
            }
        }

        @Override
        public List<Integer> first() {
            return parts.stream().map(part -> part.diagram().root()).toList();
        }

        @Override
        public List<Integer> next(List<Integer> state, int place, int value) {
            List<Integer> next = new ArrayList<>(state.size());
            for (int i = 0; i < looks.length; i++) {
                int node = state.get(i);
                next.add(looks[i][place] ? parts.get(i).diagram().below(node, value) : node);
            }
            return next;
        }

        @Override
        public int number(List<Integer> last, int[] digits) {
            return known.computeIfAbsent(last, unknown -> {
                classes.add(Alike.of(Arrays.stream(digits).boxed().toList(), told(parts, last)));
                return classes.size() - 1;
            });
        }
    }

    private static List<Part.Told> told(List<Part> parts, List<Integer> numbers) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i).told(numbers.get(i)))
                .toList();
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<Alike> classes() {
        return classes;
    }

    /** Leads from the values of the dimensions to the number of a class. */
    Diagram diagram() {
        return diagram;
    }

    /** Puts the first combination of a class into a request. */
    void set(Alike one, Asking asking) {
        for (int i = 0; i < dimensions.size(); i++) {
            dimensions.get(i).values().get(one.first().get(i)).setting().accept(asking);
        }
    }
}
