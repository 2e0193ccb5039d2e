package io.quanyi.coverage;

import io.quanyi.source.Position;
import java.util.List;

/**
 * An item of a release with the cases that cover it.
 *
 * @param kind the kind of the item
 * @param id the id of the rule or of the entry of the catalogue, or the reference of the clause; an opening has the ids of the service
 *     and the product, an activity those of the service and the activity
 * @param words the text of the comparison or limit as written in the rule, for boundary items; otherwise empty
 * @param position the position of the item in the files
 * @param cases the cases that cover the item, in the order of the files
 */
public record ItemCoverage(ItemKind kind, String id, String words, Position position, List<NamedCase> cases) {

    /** Keeps a copy. */
    public ItemCoverage {
        cases = List.copyOf(cases);
    }

    /** Whether any case covers the item. */
    boolean isCovered() {
        return !cases.isEmpty();
    }
}
