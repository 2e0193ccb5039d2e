package io.quanyi.impact.enumeration;

/**
 * A mixed-radix counter: numbers the combinations of several lists of values, like a car's odometer whose wheels have different sizes.
 * The last place changes fastest.
 */
public final class MixedRadix {

    private final int[] sizes;
    private final long count;

    /** A counter with one place per size. */
    MixedRadix(int... sizes) {
        this.sizes = sizes.clone();
        long product = 1;
        for (int size : sizes) {
            product = size != 0 && product > Long.MAX_VALUE / size ? Long.MAX_VALUE : product * size;
        }
        this.count = product;
    }

    /** The number of combinations; {@link Long#MAX_VALUE} if there are more. */
    public long count() {
        return count;
    }

    /** The number of places. */
    public int places() {
        return sizes.length;
    }

    /** The number of values at a place. */
    public int size(int place) {
        return sizes[place];
    }

    /** The value at each place of the combination with a number. */
    public int[] digits(long number) {
        int[] digits = new int[sizes.length];
        long rest = number;
        for (int place = sizes.length - 1; place >= 0; place--) {
            digits[place] = (int) (rest % sizes[place]);
            rest /= sizes[place];
        }
        return digits;
    }

    /** The number of a combination. */
    public long number(int[] digits) {
        long number = 0;
        for (int place = 0; place < sizes.length; place++) {
            number = number * sizes[place] + digits[place];
        }
        return number;
    }

    /** Advances to the next combination; the first follows the last. */
    public void next(int[] digits) {
        for (int place = sizes.length - 1; place >= 0; place--) {
            digits[place]++;
            if (digits[place] < sizes[place]) {
                return;
            }
            digits[place] = 0;
        }
    }

    /** The distance between the numbers of combinations with neighbouring values at a place. */
    public int stride(int place) {
        int stride = 1;
        for (int i = place + 1; i < sizes.length; i++) {
            stride *= sizes[i];
        }
        return stride;
    }
}
