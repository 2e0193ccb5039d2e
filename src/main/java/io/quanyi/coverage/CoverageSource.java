package io.quanyi.coverage;

import io.quanyi.source.Position;
import java.util.Map;
import java.util.Set;

/** A source of coverage items: one part of a release, such as its rules or its catalogue. */
interface CoverageSource {

    /** All items of the part in a fixed order, each with its position in the files. */
    Map<CoverageItem, Position> items();

    /** The items that a case covers; may contain items of other releases. */
    Set<CoverageItem> covered(ExecutedCase executed);
}
