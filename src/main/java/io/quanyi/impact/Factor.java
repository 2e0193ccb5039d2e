package io.quanyi.impact;

import io.quanyi.decision.Finding;
import java.util.ArrayList;
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
    private final Radix radix;
    private final int[] numbers;
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
            int first,
            List<Finding> before,
            List<Finding> after,
            boolean isSame,
            boolean isRefused,
            boolean isImpossible) {

        static Alike of(int first, List<Part.Told> told) {
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
    Factor(String service, List<Dimension> dimensions, List<Part> parts) {
        this.dimensions = dimensions;
        this.radix = new Radix(dimensions.stream().mapToInt(Dimension::size).toArray());
        Enumeration.refuse(service, radix.count(), Enumeration.MOST_COMBINATIONS);
        this.numbers = new int[(int) radix.count()];
        int[][] places = parts.stream()
                .map(part ->
                        part.dimensions().stream().mapToInt(dimensions::indexOf).toArray())
                .toArray(int[][]::new);
        Map<List<Integer>, Integer> known = new HashMap<>();
        int[] digits = new int[dimensions.size()];
        for (int cell = 0; cell < numbers.length; cell++) {
            List<Integer> told = new ArrayList<>(places.length);
            for (int i = 0; i < places.length; i++) {
                told.add(parts.get(i).number(places[i], digits));
            }
            Integer number = known.get(told);
            if (number == null) {
                number = classes.size();
                known.put(told, number);
                classes.add(Alike.of(cell, told(parts, told)));
            }
            numbers[cell] = number;
            radix.next(digits);
        }
    }

    private static List<Part.Told> told(List<Part> parts, List<Integer> numbers) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i).told(numbers.get(i)))
                .toList();
    }

    Radix radix() {
        return radix;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<Alike> classes() {
        return classes;
    }

    /**
     * The class of a combination.
     *
     * @param places where the factor's values stand in it
     */
    int classOf(int[] places, int[] digits) {
        int number = 0;
        for (int i = 0; i < places.length; i++) {
            number = number * radix.size(i) + digits[places[i]];
        }
        return numbers[number];
    }

    /** Puts the first combination of a class into a request. */
    void set(Alike one, Asking asking) {
        int[] digits = radix.digits(one.first());
        for (int i = 0; i < digits.length; i++) {
            dimensions.get(i).values().get(digits[i]).setting().accept(asking);
        }
    }
}
