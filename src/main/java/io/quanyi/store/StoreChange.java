package io.quanyi.store;

import io.quanyi.source.SourceFile;
import java.util.List;

/**
 * A change of a store: new files and a new ledger, based on one revision.
 *
 * @param base the revision that the change was made for
 * @param added new files; a file that exists already must have the same bytes
 * @param ledger the file that makes the others count, new or replaced, and written last
 * @param author the name of the person who makes the change, in one line
 * @param message the reason, in one or more lines
 */
public record StoreChange(String base, List<SourceFile> added, SourceFile ledger, String author, String message) {

    /** Keeps a copy of the list. */
    public StoreChange {
        added = List.copyOf(added);
    }
}
