package io.quanyi.impact.enumeration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A grid of marked combinations in which values of a dimension are merged if they are marked alike everywhere. */
public final class CombinationGrid {

    private final MixedRadix radix;
    private final int[] marks;
    private final List<List<int[]>> values;

    /**
     * Makes a grid.
     *
     * @param radix numbers the combinations of merged values
     * @param marks the mark of each combination
     * @param values for each place and merged value, the original values
     */
    private CombinationGrid(MixedRadix radix, int[] marks, List<List<int[]>> values) {
        this.radix = radix;
        this.marks = marks;
        this.values = values;
    }

    /** Numbers the combinations of merged values. */
    public MixedRadix radix() {
        return radix;
    }

    /** The mark of each combination of merged values. */
    public int[] marks() {
        return marks;
    }

    /** For each place and merged value, the original values. */
    public List<List<int[]>> values() {
        return values;
    }

    /** A grid of all values, merged as far as they are marked alike. */
    public static CombinationGrid of(MixedRadix radix, int[] marks) {
        List<List<int[]>> values = new ArrayList<>();
        for (int place = 0; place < radix.places(); place++) {
            List<int[]> single = new ArrayList<>();
            for (int value = 0; value < radix.size(place); value++) {
                single.add(new int[] {value});
            }
            values.add(single);
        }
        return new CombinationGrid(radix, marks, values).merge();
    }

    /** A grid of the same combinations with other marks, merged further if possible. */
    public CombinationGrid marked(int[] others) {
        return new CombinationGrid(radix, others, values).merge();
    }

    private CombinationGrid merge() {
        CombinationGrid grid = this;
        for (int place = 0; place < radix.places(); place++) {
            grid = grid.merge(place);
        }
        return grid;
    }

    private CombinationGrid merge(int place) {
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

    /** The number of the kept value that is marked like the given value; -1 if there is none. */
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

    private CombinationGrid only(int place, List<Integer> kept, List<int[]> left, int stride, int size) {
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
        return new CombinationGrid(new MixedRadix(sizes), fewer, others);
    }

    private static int[] both(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        Arrays.sort(both);
        return both;
    }

    /** The first original combination of a merged combination. */
    public int[] firstOf(int[] digits) {
        int[] first = new int[digits.length];
        for (int place = 0; place < digits.length; place++) {
            first[place] = values.get(place).get(digits[place])[0];
        }
        return first;
    }

    /** The number of original combinations of a merged combination. */
    public long weight(int[] digits) {
        long weight = 1;
        for (int place = 0; place < digits.length; place++) {
            weight *= values.get(place).get(digits[place]).length;
        }
        return weight;
    }
}
