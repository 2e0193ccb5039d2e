package io.quanyi.coverage;

import io.quanyi.source.Position;
import java.util.Map;
import java.util.Set;

/** One part of a release, as cases can touch it. */
interface Part {

    /** All that could be touched, in a fixed order, with the place where it stands. */
    Map<Thing, Position> things();

    /** What a case touches, and maybe things that are not of this release. */
    Set<Thing> touched(Ran ran);
}
