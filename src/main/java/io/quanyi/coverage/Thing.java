package io.quanyi.coverage;

/**
 * Something that cases can touch.
 *
 * @param kind what it is
 * @param id the id of the rule or of the catalogue's entry, or how a clause is cited
 * @param words the piece of the rule that names a number; else empty
 */
record Thing(Kind kind, String id, String words) {

    static Thing of(Kind kind, String id) {
        return new Thing(kind, id, "");
    }
}
