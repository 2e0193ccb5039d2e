package io.quanyi.impact;

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
 * A decision diagram: gives each combination of values of some dimensions a number. Combinations that begin otherwise and go on alike
 * share their nodes, so that it takes as much memory as there are differences, not as there are combinations.
 */
final class Diagram {

    private final int[] sizes;
    private final List<int[]> nodes = new ArrayList<>();
    private int root;

    private Diagram(int[] sizes) {
        this.sizes = sizes;
    }

    /**
     * What is known of a combination when its first values are.
     *
     * @param <S> the kind of state: where two are equal, all that follows is
     */
    interface States<S> {

        S first();

        /** The state one value further. */
        S next(S state, int place, int value);

        /** The number of a combination; asked once a state, with the first combination that leads to it. */
        int number(S last, int[] digits);

        /** How many steps it takes to go a value further. */
        default int weight() {
            return 1;
        }

        /** How many it takes to find a number. */
        default int weightOfNumber() {
            return 1;
        }
    }

    static <S> Diagram of(int[] sizes, States<S> states, WorkBudget budget) {
        Diagram diagram = new Diagram(sizes);
        diagram.root = new Builder<>(diagram, states, budget).node(0, states.first());
        return diagram;
    }

    /** Makes the nodes from the first combination to the last, each state once. */
    private static final class Builder<S> {

        private final Diagram diagram;
        private final States<S> states;
        private final WorkBudget budget;
        private final int[] digits;
        private final List<Map<S, Integer>> known = new ArrayList<>();
        private final List<Map<List<Integer>, Integer>> alike = new ArrayList<>();
        private long steps;

        Builder(Diagram diagram, States<S> states, WorkBudget budget) {
            this.diagram = diagram;
            this.states = states;
            this.budget = budget;
            this.digits = new int[diagram.sizes.length];
            for (int place = 0; place <= digits.length; place++) {
                known.add(new HashMap<>());
                alike.add(new HashMap<>());
            }
        }

        int node(int place, S state) {
            Integer there = known.get(place).get(state);
            if (there != null) {
                return there;
            }
            int node;
            if (place == digits.length) {
                budget.steps(steps += states.weightOfNumber());
                node = states.number(state, digits);
            } else {
                budget.steps(steps += (long) diagram.sizes[place] * states.weight());
                List<Integer> below = new ArrayList<>(diagram.sizes[place]);
                for (int value = 0; value < diagram.sizes[place]; value++) {
                    digits[place] = value;
                    below.add(node(place + 1, states.next(state, place, value)));
                }
                node = alike.get(place).computeIfAbsent(below, this::add);
            }
            known.get(place).put(state, node);
            return node;
        }

        private int add(List<Integer> below) {
            diagram.nodes.add(below.stream().mapToInt(Integer::intValue).toArray());
            return diagram.nodes.size() - 1;
        }
    }

    int root() {
        return root;
    }

    /** The node, or at the last place the number, that a value leads to. */
    int below(int node, int value) {
        return nodes.get(node)[value];
    }

    /**
     * The number of a combination.
     *
     * @param places where the values of this diagram's dimensions stand in it
     */
    int number(int[] places, int[] all) {
        int node = root;
        for (int place : places) {
            node = nodes.get(node)[all[place]];
        }
        return node;
    }

    /** The numbers of all combinations with a value at a place, in the order of the first of them. */
    Set<Integer> numbers(int place, int value) {
        Set<Integer> numbers = new LinkedHashSet<>();
        each(place, value, value, (one, other) -> numbers.add(one));
        return numbers;
    }

    /** Goes through the different pairs of numbers of combinations that are alike but for a place, with one value there and another. */
    void each(int place, int value, int otherValue, BiConsumer<Integer, Integer> action) {
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
            int below = nodes.get(node)[difference[1]];
            each(place + 1, below, nodes.get(other)[difference[2]], difference, seen, action);
        } else {
            for (int value = 0; value < sizes[place]; value++) {
                each(place + 1, nodes.get(node)[value], nodes.get(other)[value], difference, seen, action);
            }
        }
    }

    /** How many nodes there are. */
    int size() {
        return nodes.size();
    }

    @Override
    public String toString() {
        return Arrays.toString(sizes) + " in " + nodes.size();
    }
}
