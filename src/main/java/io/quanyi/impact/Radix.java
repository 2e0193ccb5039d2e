package io.quanyi.impact;

/** Numbers the combinations of several lists of values: the last list's values follow each other. */
final class Radix {

    private final int[] sizes;
    private final long count;

    Radix(int... sizes) {
        this.sizes = sizes.clone();
        long product = 1;
        for (int size : sizes) {
            product = size != 0 && product > Long.MAX_VALUE / size ? Long.MAX_VALUE : product * size;
        }
        this.count = product;
    }

    /** How many combinations there are; the largest number that there is for more. */
    long count() {
        return count;
    }

    int places() {
        return sizes.length;
    }

    int size(int place) {
        return sizes[place];
    }

    /** Which value of each list a combination has. */
    int[] digits(long number) {
        int[] digits = new int[sizes.length];
        long rest = number;
        for (int place = sizes.length - 1; place >= 0; place--) {
            digits[place] = (int) (rest % sizes[place]);
            rest /= sizes[place];
        }
        return digits;
    }

    long number(int[] digits) {
        long number = 0;
        for (int place = 0; place < sizes.length; place++) {
            number = number * sizes[place] + digits[place];
        }
        return number;
    }

    /** Goes on to the next combination; the first follows the last. */
    void next(int[] digits) {
        for (int place = sizes.length - 1; place >= 0; place--) {
            digits[place]++;
            if (digits[place] < sizes[place]) {
                return;
            }
            digits[place] = 0;
        }
    }

    /** How far apart two neighbours in a list are. */
    int stride(int place) {
        int stride = 1;
        for (int i = place + 1; i < sizes.length; i++) {
            stride *= sizes[i];
        }
        return stride;
    }
}
