package io.quanyi.store;

import io.quanyi.source.SourceFile;
import java.util.List;

/**
 * What is to be added to a store.
 *
 * @param base the revision that it was made for
 * @param added new files; none of them is there yet, unless with the same bytes
 * @param ledger the file that makes them count, new or in the place of an older one: it is written last
 * @param author who changes something, a name of one line
 * @param message why, in a line or more
 */
public record StoreChange(String base, List<SourceFile> added, SourceFile ledger, String author, String message) {

    /** Keeps a copy. */
    public StoreChange {
        added = List.copyOf(added);
    }
}
