package io.quanyi.release.publish;

import io.quanyi.checks.ReleaseDifference;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactListener;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.impact.request.RequestImpacts;
import io.quanyi.release.FileComparison;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.change.ReplacedSpan;
import io.quanyi.release.publish.Submission.Later;
import io.quanyi.source.Fault;
import java.time.Instant;
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
 * @param later the releases that begin later and lack the change; none for a repeated call
 * @param further the other releases of the same call, each published, repeated or tried as this one is
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
        List<LaterRelease> later,
        List<Publication> further,
        Outcome outcome) {

    /** Keeps copies. */
    public Publication {
        sent = List.copyOf(sent);
        replaces = List.copyOf(replaces);
        changes = List.copyOf(changes);
        changedCases = List.copyOf(changedCases);
        later = List.copyOf(later);
        further = List.copyOf(further);
    }

    /** A publication that is the only one of its call, before more is known about it. */
    Publication(
            LedgerEntry entry,
            String ledger,
            List<SentPart> sent,
            List<ReplacedSpan> replaces,
            List<ReleaseDifference> changes,
            List<Fault> changedCases,
            @Nullable Checked checked,
            Outcome outcome) {
        this(entry, ledger, sent, replaces, changes, null, changedCases, checked, List.of(), List.of(), outcome);
    }

    /**
     * The changed answers.
     *
     * @param before the release in force before it, at the first instant of the new release
     * @param after the new release
     * @param impact every answer that changes, except for services that it names as not comparable
     * @param requests the impact on the requests that the caller asked about; null if the caller asked about none
     */
    public record PublicationImpact(
            ProgrammeRelease before,
            ProgrammeRelease after,
            Impact impact,
            @Nullable List<RequestImpact> requests) {

        /** Compares two releases, and decides the requests by both. */
        static PublicationImpact of(
                ProgrammeRelease before,
                ProgrammeRelease after,
                Instant at,
                @Nullable AskedRequests asked,
                ImpactListener listener,
                WorkBudget budget) {
            Impact impact = Impact.between(before, after, at, listener, budget);
            RequestImpacts impacts = new RequestImpacts(impact, before, after);
            return new PublicationImpact(
                    before,
                    after,
                    impact,
                    asked == null
                            ? null
                            : asked.each(at).stream().map(impacts::of).toList());
        }
    }

    /**
     * A release that begins later and lacks the change.
     *
     * @param choice the treatment of the release; null if the caller does not state one
     */
    public record LaterRelease(LedgerEntry entry, @Nullable Later choice) {}

    Publication with(PublicationImpact found) {
        return new Publication(
                entry, ledger, sent, replaces, changes, found, changedCases, checked, later, further, outcome);
    }

    Publication with(List<LaterRelease> lacking) {
        return new Publication(
                entry, ledger, sent, replaces, changes, impact, changedCases, checked, lacking, further, outcome);
    }

    /** This publication with the other ones of its call. */
    Publication and(List<Publication> others) {
        return new Publication(
                entry, ledger, sent, replaces, changes, impact, changedCases, checked, later, others, outcome);
    }

    /** This publication as stored. */
    Publication published(String newLedger) {
        return new Publication(
                entry,
                newLedger,
                sent,
                replaces,
                changes,
                impact,
                changedCases,
                checked,
                later,
                further,
                Outcome.PUBLISHED);
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
