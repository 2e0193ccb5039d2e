package io.quanyi.impact;

import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.enumeration.AnswerEnumeration;
import io.quanyi.impact.enumeration.CombinationGrid;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * A cover of all combinations with one mark by boxes that contain no combination with another mark. No box can be widened by a value,
 * and no box is redundant. Impossible combinations may lie inside or outside the boxes, so that boxes become wider.
 */
final class BoxCover {

    private final CombinationGrid grid;
    private final int mark;
    private final WorkBudget budget;
    private final BitSet uncovered = new BitSet();
    private final List<ValueBox> boxes = new ArrayList<>();

    private BoxCover(CombinationGrid grid, int mark, WorkBudget budget) {
        this.grid = grid;
        this.mark = mark;
        this.budget = budget;
        for (int cell = 0; cell < grid.marks().length; cell++) {
            uncovered.set(cell, grid.marks()[cell] == mark);
        }
    }

    /** Covers the combinations of a grid that have a mark. */
    static List<ValueBox> of(CombinationGrid grid, int mark, WorkBudget budget) {
        BoxCover cover = new BoxCover(grid, mark, budget);
        while (!cover.uncovered.isEmpty()) {
            cover.add(cover.widest(cover.grid.radix().digits(cover.uncovered.nextSetBit(0))));
        }
        cover.dropRedundant();
        return cover.boxes;
    }

    private void add(ValueBox box) {
        boxes.add(box);
        eachCell(box, uncovered::clear);
    }

    /** The box around a combination that covers the most uncovered combinations, of several orders of widening. */
    private ValueBox widest(int[] seed) {
        ValueBox widest = null;
        long most = -1;
        int places = seed.length;
        for (int first = 0; first < Math.max(1, places); first++) {
            ValueBox box = around(seed, first);
            long gained = gain(box);
            if (gained > most) {
                widest = box;
                most = gained;
            }
        }
        return Objects.requireNonNull(widest, "there is one order at least");
    }

    private long gain(ValueBox box) {
        long[] gain = new long[1];
        eachCell(
                box,
                cell -> gain[0] +=
                        uncovered.get(cell) ? grid.weight(grid.radix().digits(cell)) : 0);
        return gain[0];
    }

    /** Widens a box around a combination. A value that does not fit now does not fit a wider box either, so one pass is enough. */
    private ValueBox around(int[] seed, int first) {
        List<BitSet> values = new ArrayList<>();
        for (int digit : seed) {
            BitSet one = new BitSet();
            one.set(digit);
            values.add(one);
        }
        for (int i = 0; i < seed.length; i++) {
            widen(values, (first + i) % seed.length);
        }
        return new ValueBox(values);
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
            return found == mark || found == AnswerEnumeration.IMPOSSIBLE;
        }
        BitSet inside = values.get(place);
        for (int value = inside.nextSetBit(0); value >= 0; value = inside.nextSetBit(value + 1)) {
            if (!fits(values, place + 1, number * grid.radix().size(place) + value)) {
                return false;
            }
        }
        return true;
    }

    private void eachCell(ValueBox box, IntConsumer action) {
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

    /** Drops boxes that others cover. The search begins with the last box, because earlier boxes are wider. */
    private void dropRedundant() {
        int[] times = new int[grid.marks().length];
        boxes.forEach(box -> eachCell(box, cell -> times[cell]++));
        for (int i = boxes.size() - 1; i >= 0; i--) {
            budget.check();
            ValueBox box = boxes.get(i);
            boolean[] needed = new boolean[1];
            eachCell(box, cell -> needed[0] |= times[cell] == 1);
            if (!needed[0]) {
                eachCell(box, cell -> times[cell]--);
                boxes.remove(i);
            }
        }
    }
}
