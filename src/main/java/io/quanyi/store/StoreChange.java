package io.quanyi.store;

import io.quanyi.source.SourceFile;
import java.util.List;

/**
 * A change of a store: new files and new ledgers, based on one revision.
 *
 * @param base the revision that the change was made for
 * @param added new files; a file that exists already must have the same bytes
 * @param ledgers the files that make the others count, new or replaced, at least one; all of them are written, or none
 * @param author the name of the person who makes the change, in one line
 * @param message the reason, in one or more lines
 */
public record StoreChange(
        String base, List<SourceFile> added, List<SourceFile> ledgers, String author, String message) {

    /** Keeps copies of the lists. */
    public StoreChange {
        added = List.copyOf(added);
        ledgers = List.copyOf(ledgers);
        if (ledgers.isEmpty()) {
            throw new IllegalArgumentException("a change needs a ledger");
        }
    }

    /** A change with one ledger. */
    public StoreChange(String base, List<SourceFile> added, SourceFile ledger, String author, String message) {
        this(base, added, List.of(ledger), author, message);
    }
}
