package io.quanyi.impact.enumeration;

import io.quanyi.impact.budget.WorkBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A multi-valued decision diagram: maps each combination of values of some dimensions to a number. Each level of nodes branches on one
 * dimension. Equal subtrees are one node, so that memory grows with the number of differences and not with the number of combinations.
 */
final class DecisionDiagram {

    private final int[] sizes;
    private final List<int[]> nodes = new ArrayList<>();
    private int root;

    private DecisionDiagram(int[] sizes) {
        this.sizes = sizes;
    }

    /**
     * Computes the states of a traversal through the dimensions. A state summarises the values chosen so far.
     *
     * @param <S> the type of states; equal states have equal subtrees
     */
    interface Traversal<S> {

        /** The state before any value is chosen. */
        S first();

        /** The state after one more value is chosen. */
        S next(S state, int place, int value);

        /** The number for a final state; called once per state, with the first combination that leads to it. */
        int number(S last, int[] digits);

        /** The cost of one call of {@code next}, in steps of the budget. */
        default int weight() {
            return 1;
        }

        /** The cost of one call of {@code number}, in steps of the budget. */
        default int weightOfNumber() {
            return 1;
        }
    }

    /** Builds the diagram of a traversal; {@code sizes} has the number of values of each dimension. */
    static <S> DecisionDiagram of(int[] sizes, Traversal<S> traversal, WorkBudget budget) {
        DecisionDiagram diagram = new DecisionDiagram(sizes);
        diagram.root = new Builder<>(diagram, traversal, budget).node(0, traversal.first());
        return diagram;
    }

    /** Builds the nodes depth first, each state once. */
    private static final class Builder<S> {

        private final DecisionDiagram diagram;
        private final Traversal<S> traversal;
        private final WorkBudget budget;
        private final int[] digits;
        private final List<Map<S, Integer>> nodesByState = new ArrayList<>();
        private final List<Map<List<Integer>, Integer>> nodesByChildren = new ArrayList<>();
        private long steps;

        Builder(DecisionDiagram diagram, Traversal<S> traversal, WorkBudget budget) {
            this.diagram = diagram;
            this.traversal = traversal;
            this.budget = budget;
            this.digits = new int[diagram.sizes.length];
            for (int place = 0; place <= digits.length; place++) {
                nodesByState.add(new HashMap<>());
                nodesByChildren.add(new HashMap<>());
            }
        }

        int node(int place, S state) {
            Integer existing = nodesByState.get(place).get(state);
            if (existing != null) {
                return existing;
            }
            int node;
            if (place == digits.length) {
                budget.countSteps(steps += traversal.weightOfNumber());
                node = traversal.number(state, digits);
            } else {
                budget.countSteps(steps += (long) diagram.sizes[place] * traversal.weight());
                List<Integer> children = new ArrayList<>(diagram.sizes[place]);
                for (int value = 0; value < diagram.sizes[place]; value++) {
                    digits[place] = value;
                    children.add(node(place + 1, traversal.next(state, place, value)));
                }
                node = nodesByChildren.get(place).computeIfAbsent(children, this::add);
            }
            nodesByState.get(place).put(state, node);
            return node;
        }

        private int add(List<Integer> children) {
            diagram.nodes.add(children.stream().mapToInt(Integer::intValue).toArray());
            return diagram.nodes.size() - 1;
        }
    }

    int root() {
        return root;
    }

    /** The child node for a value; at the last place, the number. */
    int child(int node, int value) {
        return nodes.get(node)[value];
    }

    /**
     * The number of a combination.
     *
     * @param places the places of the dimensions of the diagram in the combination
     */
    int number(int[] places, int[] all) {
        int node = root;
        for (int place : places) {
            node = nodes.get(node)[all[place]];
        }
        return node;
    }

    /** The numbers of all combinations with a given value at a place, in the order of combinations. */
    Set<Integer> numbers(int place, int value) {
        Set<Integer> numbers = new LinkedHashSet<>();
        eachPair(place, value, value, (one, other) -> numbers.add(one));
        return numbers;
    }

    /** Visits the distinct pairs of numbers of two combinations that differ only at a place, with the two given values there. */
    void eachPair(int place, int value, int otherValue, BiConsumer<Integer, Integer> action) {
        each(0, root, root, new int[] {place, value, otherValue}, new HashSet<>(), action);
    }

    private void each(
            int place,
            int node,
            int other,
            int[] difference,
            Set<List<Integer>> seen,
            BiConsumer<Integer, Integer> action) {
        if (!seen.add(List.of(place, node, other))) {
            return;
        }
        if (place == sizes.length) {
            action.accept(node, other);
        } else if (place == difference[0]) {
            int child = nodes.get(node)[difference[1]];
            each(place + 1, child, nodes.get(other)[difference[2]], difference, seen, action);
        } else {
            for (int value = 0; value < sizes[place]; value++) {
                each(place + 1, nodes.get(node)[value], nodes.get(other)[value], difference, seen, action);
            }
        }
    }

    /**
     * Whether two values at a place lead to like numbers, for all other values.
     *
     * @param like for each number, the number by which it is compared
     */
    boolean areAlike(int place, int value, int otherValue, int... like) {
        return areAlike(0, root, root, new int[] {place, value, otherValue}, like, new HashSet<>());
    }

    private boolean areAlike(int place, int node, int other, int[] difference, int[] like, Set<List<Integer>> seen) {
        if ((place > difference[0] && node == other) || !seen.add(List.of(place, node, other))) {
            return true;
        }
        if (place == sizes.length) {
            return like[node] == like[other];
        }
        if (place == difference[0]) {
            int child = nodes.get(node)[difference[1]];
            return areAlike(place + 1, child, nodes.get(other)[difference[2]], difference, like, seen);
        }
        for (int value = 0; value < sizes[place]; value++) {
            if (!areAlike(place + 1, nodes.get(node)[value], nodes.get(other)[value], difference, like, seen)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Arrays.toString(sizes) + " in " + nodes.size();
    }
}
