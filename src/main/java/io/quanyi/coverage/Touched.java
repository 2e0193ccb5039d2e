package io.quanyi.coverage;

import io.quanyi.source.Position;
import java.util.List;

/**
 * Something in a release, and the cases that touch it.
 *
 * @param kind what it is
 * @param id the id of the rule or of the catalogue's entry, or how a clause is cited; an opening is the service's id and the
 *     product's, an activity the service's and its own
 * @param words the piece of the rule that names a number, as the author writes it; empty where it is not about a number
 * @param position where it stands, as near as is known
 * @param cases the cases, in the order of their files; none if it is not covered
 */
public record Touched(Kind kind, String id, String words, Position position, List<NamedCase> cases) {

    /** Keeps a copy. */
    public Touched {
        cases = List.copyOf(cases);
    }

    /** Whether any case touches it. */
    public boolean isCovered() {
        return !cases.isEmpty();
    }
}
