package io.quanyi.release.change;

import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * A comparison of lines in which no line of one side of a merge equals one of the other. The additions of both sides at
 * one place are therefore kept whole; otherwise two entries of a list that end in equal lines would share these, and one would lack them.
 */
final class WholeAdditions extends RawTextComparator {

    private final RawText one;
    private final RawText other;

    /** Compares for a merge of two sides. */
    WholeAdditions(RawText one, RawText other) {
        this.one = one;
        this.other = other;
    }

    @Override
    public boolean equals(RawText a, int i, RawText b, int j) {
        boolean sides = (a == one && b == other) || (a == other && b == one);
        return !sides && DEFAULT.equals(a, i, b, j);
    }

    @Override
    protected int hashRegion(byte[] raw, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + raw[i];
        }
        return hash;
    }
}
