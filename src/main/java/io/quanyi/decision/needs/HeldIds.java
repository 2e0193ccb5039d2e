package io.quanyi.decision.needs;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import org.jspecify.annotations.Nullable;

/** The kinds of ids that members of a request hold, for screens that show the names of ids. */
public final class HeldIds {

    private HeldIds() {}

    /** The kind of ids that the member at a pointer holds in a programme, which may be in an entry of a list; null if it holds none. */
    public static @Nullable Domain domain(Catalogue catalogue, String pointer) {
        return RequestMembers.domain(catalogue, pointer.replaceAll("/\\d+(?=/|$)", ""));
    }
}
