package io.quanyi.release.publish;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerWriter;
import io.quanyi.release.publish.Publication.SentPart;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.List;

/**
 * A release before its publication, with the tree of rules as it would be with it.
 *
 * @param programme the id of the programme
 * @param entry the entry of the ledger
 * @param added the new files
 * @param sent the parts of which files were sent
 * @param ledger the ledger with the entry
 * @param tree the rules with the new files and the new ledger
 */
record ReleaseDraft(
        String programme,
        LedgerEntry entry,
        List<SourceFile> added,
        List<SentPart> sent,
        SourceFile ledger,
        SourceTree tree) {

    static ReleaseDraft of(
            SourceTree before, String programme, LedgerEntry entry, List<SourceFile> added, List<SentPart> sent) {
        SourceFile ledger = LedgerWriter.sealed(before, programme, entry);
        return new ReleaseDraft(
                programme, entry, added, sent, ledger, before.with(added).with(ledger));
    }

    ReleaseId id() {
        return entry.id(programme);
    }
}
