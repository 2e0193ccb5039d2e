package io.quanyi.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Marks on combinations, in which values that are marked alike throughout are one. */
final class Grid {

    private final Radix radix;
    private final int[] marks;
    private final List<List<int[]>> values;

    /**
     * @param radix the combinations of what is left
     * @param marks one a combination
     * @param values for each place and each value left, the values that it stands for
     */
    private Grid(Radix radix, int[] marks, List<List<int[]>> values) {
        this.radix = radix;
        this.marks = marks;
        this.values = values;
    }

    Radix radix() {
        return radix;
    }

    int[] marks() {
        return marks;
    }

    List<List<int[]>> values() {
        return values;
    }

    /** The grid of all values, put together as far as they are marked alike. */
    static Grid of(Radix radix, int[] marks) {
        List<List<int[]>> values = new ArrayList<>();
        for (int place = 0; place < radix.places(); place++) {
            List<int[]> single = new ArrayList<>();
            for (int value = 0; value < radix.size(place); value++) {
                single.add(new int[] {value});
            }
            values.add(single);
        }
        return new Grid(radix, marks, values).compact();
    }

    /** The same combinations with other marks. */
    Grid marked(int[] others) {
        return new Grid(radix, others, values).compact();
    }

    private Grid compact() {
        Grid grid = this;
        for (int place = 0; place < radix.places(); place++) {
            grid = grid.compact(place);
        }
        return grid;
    }

    private Grid compact(int place) {
        int stride = radix.stride(place);
        int size = radix.size(place);
        int[] first = new int[size];
        List<int[]> left = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        long[] hashes = hashes(stride, size);
        for (int value = 0; value < size; value++) {
            first[value] = like(value, kept, hashes, stride, size);
            if (first[value] < 0) {
                first[value] = kept.size();
                kept.add(value);
                left.add(values.get(place).get(value));
            } else {
                left.set(
                        first[value],
                        both(left.get(first[value]), values.get(place).get(value)));
            }
        }
        return kept.size() == size ? this : only(place, kept, left, stride, size);
    }

    /** The number of the value kept that is marked like this one; -1 if there is none. */
    private int like(int value, List<Integer> kept, long[] hashes, int stride, int size) {
        for (int i = 0; i < kept.size(); i++) {
            int other = kept.get(i);
            if (hashes[other] == hashes[value] && areAlike(other, value, stride, size)) {
                return i;
            }
        }
        return -1;
    }

    private long[] hashes(int stride, int size) {
        long[] hashes = new long[size];
        for (int start = 0; start < marks.length; start += stride) {
            int value = start / stride % size;
            long hash = hashes[value];
            for (int i = start; i < start + stride; i++) {
                hash = hash * 1_000_003 + marks[i];
            }
            hashes[value] = hash;
        }
        return hashes;
    }

    private boolean areAlike(int one, int other, int stride, int size) {
        for (int block = 0; block < marks.length; block += stride * size) {
            int a = block + one * stride;
            int b = block + other * stride;
            if (!Arrays.equals(marks, a, a + stride, marks, b, b + stride)) {
                return false;
            }
        }
        return true;
    }

    private Grid only(int place, List<Integer> kept, List<int[]> left, int stride, int size) {
        int[] fewer = new int[marks.length / size * kept.size()];
        int to = 0;
        for (int block = 0; block < marks.length; block += stride * size) {
            for (int value : kept) {
                System.arraycopy(marks, block + value * stride, fewer, to, stride);
                to += stride;
            }
        }
        int[] sizes = new int[radix.places()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = i == place ? kept.size() : radix.size(i);
        }
        List<List<int[]>> others = new ArrayList<>(values);
        others.set(place, left);
        return new Grid(new Radix(sizes), fewer, others);
    }

    private static int[] both(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        Arrays.sort(both);
        return both;
    }

    /** Goes through all combinations of a box. */
    void eachIn(Box box, Consumer<int[]> action) {
        eachIn(box, 0, new int[radix.places()], action);
    }

    private void eachIn(Box box, int place, int[] digits, Consumer<int[]> action) {
        if (place == digits.length) {
            action.accept(digits);
            return;
        }
        box.values().get(place).stream().forEach(value -> {
            digits[place] = value;
            eachIn(box, place + 1, digits, action);
        });
    }

    /** The first combination that one of those left stands for. */
    int[] firstOf(int[] digits) {
        int[] first = new int[digits.length];
        for (int place = 0; place < digits.length; place++) {
            first[place] = values.get(place).get(digits[place])[0];
        }
        return first;
    }

    /** For how many combinations one of those left stands. */
    long weight(int[] digits) {
        long weight = 1;
        for (int place = 0; place < digits.length; place++) {
            weight *= values.get(place).get(digits[place]).length;
        }
        return weight;
    }
}
