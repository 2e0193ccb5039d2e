package io.quanyi.release.publish;

import io.quanyi.checks.ReleaseDifference;
import io.quanyi.release.FileComparison;
import io.quanyi.release.LedgerEntry;
import io.quanyi.source.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a publishing call.
 *
 * @param entry the ledger entry of the release
 * @param ledger the digest of the ledger after the call
 * @param sent the parts of which files were sent, each compared with the release on which it builds; none for a repeated call
 * @param replaces the spans in which it is in force, each with the release that it replaces; none for a repeated call
 * @param changes the differences to the release that it replaces first
 * @param impact the changed answers; null for a repeated call, and if it replaces no release
 * @param changedCases remarks on the cases of a sealed policy that the release answers differently than the first release
 *     of the policy
 * @param checked how much was checked; null for a repeated call
 * @param outcome whether it is published now, was published before, or was only tried
 */
public record Publication(
        LedgerEntry entry,
        String ledger,
        List<SentPart> sent,
        List<ReplacedSpan> replaces,
        List<ReleaseDifference> changes,
        @Nullable PublicationImpact impact,
        List<Fault> changedCases,
        @Nullable Checked checked,
        Outcome outcome) {

    /** Keeps copies. */
    public Publication {
        sent = List.copyOf(sent);
        replaces = List.copyOf(replaces);
        changes = List.copyOf(changes);
        changedCases = List.copyOf(changedCases);
    }

    Publication with(PublicationImpact found) {
        return new Publication(entry, ledger, sent, replaces, changes, found, changedCases, checked, outcome);
    }

    /** This publication as stored. */
    Publication published(String newLedger) {
        return new Publication(
                entry, newLedger, sent, replaces, changes, impact, changedCases, checked, Outcome.PUBLISHED);
    }

    /** Whether the release that it would replace has the same content. Only a dry run gets so far. */
    public boolean isUnchanged() {
        return outcome == Outcome.TRIED
                && replaces.stream()
                        .map(ReplacedSpan::instead)
                        .anyMatch(instead -> instead != null && instead.digest().equals(entry.digest()));
    }

    /**
     * A part of which files were sent.
     *
     * @param against the version with which they are compared; empty if there was none
     */
    public record SentPart(PartKind kind, String against, FileComparison files) {}

    /** The outcome of a publishing call. */
    public enum Outcome {
        /** The release is in the ledger, and answers. */
        PUBLISHED,
        /** The release was published by an earlier, equal call. */
        REPEATED,
        /** The call was a dry run. */
        TRIED
    }

    /**
     * How much was checked: rules, cases, and questions about entries of the catalogue.
     *
     * @param notCompared services whose answers could not all be checked, which was accepted
     */
    public record Checked(int rules, int cases, int questions, List<Fault> notCompared) {

        /** Keeps a copy. */
        public Checked {
            notCompared = List.copyOf(notCompared);
        }
    }
}
