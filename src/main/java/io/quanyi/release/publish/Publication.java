package io.quanyi.release.publish;

import io.quanyi.checks.Difference;
import io.quanyi.release.LedgerEntry;
import io.quanyi.source.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came, or would come, of a call.
 *
 * @param entry the release
 * @param ledger the digest of the ledger with it; of the ledger as it is where nothing was published
 * @param replaces through which spans of time it holds, and what it holds there instead of; none for a repeated call
 * @param changes how it differs from what held where it begins to hold
 * @param effect whose answers change; null for a repeated call, and where nothing held before
 * @param checked what was asked of it
 * @param outcome whether it is published now, was before, or is not
 */
public record Publication(
        LedgerEntry entry,
        String ledger,
        List<ReplacedSpan> replaces,
        List<Difference> changes,
        @Nullable PublicationImpact effect,
        @Nullable Checked checked,
        Outcome outcome) {

    /** Keeps copies. */
    public Publication {
        replaces = List.copyOf(replaces);
        changes = List.copyOf(changes);
    }

    Publication with(PublicationImpact found) {
        return new Publication(entry, ledger, replaces, changes, found, checked, outcome);
    }

    /** The same, stored. */
    Publication published(String newLedger) {
        return new Publication(entry, newLedger, replaces, changes, effect, checked, Outcome.PUBLISHED);
    }

    /** What became of it. */
    public enum Outcome {
        /** It is in the ledger, and answers. */
        PUBLISHED,
        /** It was published when the same call came before. */
        REPEATED,
        /** It was only tried. */
        TRIED
    }

    /**
     * How much was looked at: rules, cases, and questions about every entry of the catalogue.
     *
     * @param notCompared what was not, and was accepted so
     */
    public record Checked(int rules, int cases, int questions, List<Fault> notCompared) {

        /** Keeps a copy. */
        public Checked {
            notCompared = List.copyOf(notCompared);
        }
    }
}
