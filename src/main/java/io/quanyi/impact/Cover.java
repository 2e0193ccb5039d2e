package io.quanyi.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Boxes that together hold all combinations with one mark and none with another: none of them can be widened by a value, and none
 * can be left out. Impossible combinations may lie in them or not.
 */
final class Cover {

    private final Grid grid;
    private final int mark;
    private final WorkBudget budget;
    private final BitSet left = new BitSet();
    private final List<Box> boxes = new ArrayList<>();

    private Cover(Grid grid, int mark, WorkBudget budget) {
        this.grid = grid;
        this.mark = mark;
        this.budget = budget;
        for (int cell = 0; cell < grid.marks().length; cell++) {
            left.set(cell, grid.marks()[cell] == mark);
        }
    }

    /** Boxes of the grid's values. */
    static List<Box> of(Grid grid, int mark, WorkBudget budget) {
        Cover cover = new Cover(grid, mark, budget);
        while (!cover.left.isEmpty()) {
            cover.add(cover.widest(cover.grid.radix().digits(cover.left.nextSetBit(0))));
        }
        cover.dropNeedless();
        return cover.boxes;
    }

    private void add(Box box) {
        boxes.add(box);
        eachCell(box, left::clear);
    }

    /** Of the boxes around a combination, widened in several orders, the one that holds most of what is left. */
    private Box widest(int[] seed) {
        Box widest = null;
        long most = -1;
        int places = seed.length;
        for (int first = 0; first < Math.max(1, places); first++) {
            Box box = around(seed, first);
            long gained = gain(box);
            if (gained > most) {
                widest = box;
                most = gained;
            }
        }
        return java.util.Objects.requireNonNull(widest, "there is one order at least");
    }

    private long gain(Box box) {
        long[] gain = new long[1];
        eachCell(
                box,
                cell -> gain[0] += left.get(cell) ? grid.weight(grid.radix().digits(cell)) : 0);
        return gain[0];
    }

    /** What cannot be added now cannot be added to a wider box either: once through all values is enough. */
    private Box around(int[] seed, int first) {
        List<BitSet> values = new ArrayList<>();
        for (int digit : seed) {
            BitSet one = new BitSet();
            one.set(digit);
            values.add(one);
        }
        for (int i = 0; i < seed.length; i++) {
            widen(values, (first + i) % seed.length);
        }
        return new Box(values);
    }

    private void widen(List<BitSet> values, int place) {
        BitSet inside = values.get(place);
        for (int value = 0; value < grid.radix().size(place); value++) {
            if (!inside.get(value)) {
                budget.check();
                BitSet only = new BitSet();
                only.set(value);
                List<BitSet> slice = new ArrayList<>(values);
                slice.set(place, only);
                if (fits(slice)) {
                    inside.set(value);
                }
            }
        }
    }

    private boolean fits(List<BitSet> values) {
        return fits(values, 0, 0);
    }

    private boolean fits(List<BitSet> values, int place, int number) {
        if (place == values.size()) {
            int found = grid.marks()[number];
            return found == mark || found == Enumeration.IMPOSSIBLE;
        }
        BitSet inside = values.get(place);
        for (int value = inside.nextSetBit(0); value >= 0; value = inside.nextSetBit(value + 1)) {
            if (!fits(values, place + 1, number * grid.radix().size(place) + value)) {
                return false;
            }
        }
        return true;
    }

    private void eachCell(Box box, IntConsumer action) {
        eachCell(box.values(), 0, 0, action);
    }

    private void eachCell(List<BitSet> values, int place, int number, IntConsumer action) {
        if (place == values.size()) {
            if (grid.marks()[number] == mark) {
                action.accept(number);
            }
            return;
        }
        values.get(place).stream()
                .forEach(value ->
                        eachCell(values, place + 1, number * grid.radix().size(place) + value, action));
    }

    /** The earliest are the widest: what later ones made needless is looked for from the last on. */
    private void dropNeedless() {
        int[] times = new int[grid.marks().length];
        boxes.forEach(box -> eachCell(box, cell -> times[cell]++));
        for (int i = boxes.size() - 1; i >= 0; i--) {
            budget.check();
            Box box = boxes.get(i);
            boolean[] needed = new boolean[1];
            eachCell(box, cell -> needed[0] |= times[cell] == 1);
            if (!needed[0]) {
                eachCell(box, cell -> times[cell]--);
                boxes.remove(i);
            }
        }
    }
}
