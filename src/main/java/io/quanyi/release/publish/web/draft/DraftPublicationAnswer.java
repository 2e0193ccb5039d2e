package io.quanyi.release.publish.web.draft;

import io.quanyi.release.answer.LedgerLine;
import io.quanyi.release.publish.Publication;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.text.Language;
import java.util.List;

/**
 * The publication of a draft.
 *
 * @param repeated whether it was published by an earlier call
 * @param release the entry of the ledger
 * @param further the entries of the releases with the change that take the place of later ones
 */
record DraftPublicationAnswer(boolean repeated, LedgerLine release, List<LedgerLine> further) {

    static DraftPublicationAnswer of(Publication publication, Language language) {
        return new DraftPublicationAnswer(
                publication.outcome() == Outcome.REPEATED,
                LedgerLine.of(publication.entry(), language),
                publication.further().stream()
                        .map(other -> LedgerLine.of(other.entry(), language))
                        .toList());
    }
}
