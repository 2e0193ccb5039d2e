package io.quanyi.coverage;

/**
 * An item that cases can cover, such as a rule, a clause or an entry of the catalogue.
 *
 * @param kind the kind of the item
 * @param id the id of the rule or of the entry of the catalogue, or the reference of the clause
 * @param words the text of the comparison or limit, for boundary items; otherwise empty
 */
record CoverageItem(ItemKind kind, String id, String words) {

    static CoverageItem of(ItemKind kind, String id) {
        return new CoverageItem(kind, id, "");
    }
}
