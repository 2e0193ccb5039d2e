package io.quanyi.release.publish;

import io.quanyi.decision.ReleaseId;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerWriter;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.List;

/**
 * A release that is not one yet: the rules as they would be with it.
 *
 * @param programme of which programme
 * @param entry what the ledger would say
 * @param added the files that are new
 * @param ledger the ledger with the entry
 * @param tree all the rules, with both
 */
record Draft(String programme, LedgerEntry entry, List<SourceFile> added, SourceFile ledger, SourceTree tree) {

    static Draft of(SourceTree before, String programme, LedgerEntry entry, List<SourceFile> added) {
        SourceFile ledger = LedgerWriter.sealed(before, programme, entry);
        return new Draft(programme, entry, added, ledger, before.with(added).with(ledger));
    }

    ReleaseId id() {
        return entry.id(programme);
    }
}
