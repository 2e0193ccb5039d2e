package io.quanyi.impact;

import java.util.List;

/**
 * What must hold of one part of a request.
 *
 * @param dimension the part
 * @param among what it may be
 * @param others what it may be elsewhere, but not here; never none
 */
public record Condition(String dimension, List<Label> among, List<Label> others) {

    /** Keeps copies. */
    public Condition {
        among = List.copyOf(among);
        others = List.copyOf(others);
    }

    @Override
    public String toString() {
        return dimension + " " + (among.size() > others.size() ? "not " + others : among.toString());
    }
}
