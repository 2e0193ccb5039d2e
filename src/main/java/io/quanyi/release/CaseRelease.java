package io.quanyi.release;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the release under which the cases of a policy must pass: the first entry of the ledger that names the policy.
 * The cases were written for its catalogue and calendars; newer ones may change the answers, as next year's
 * holidays do.
 */
final class CaseRelease {

    private CaseRelease() {}

    /**
     * The release for the cases of a release's policy; the same release if no earlier entry names the policy.
     *
     * @return null, with the faults added, if that release cannot be loaded
     */
    static @Nullable ProgrammeRelease of(SourceTree tree, ProgrammeRelease release, Faults faults) {
        ReleaseId id = release.id();
        Optional<ReleaseId> first = first(tree, id);
        return first.isEmpty() ? release : RulesTree.draft(tree, first.get(), faults);
    }

    /** The first entry of the policy, if it is an earlier one with another catalogue or other calendars. */
    private static Optional<ReleaseId> first(SourceTree tree, ReleaseId id) {
        Ledger ledger = Ledger.of(tree, id.programme(), new Faults());
        return ledger == null
                ? Optional.empty()
                : ledger.releases().stream()
                        .map(entry -> entry.id(id.programme()))
                        .filter(entry -> entry.policy().equals(id.policy()))
                        .findFirst()
                        .filter(entry -> entry.number() < id.number() && !hasSameParts(entry, id));
    }

    private static boolean hasSameParts(ReleaseId one, ReleaseId other) {
        return one.catalogue().equals(other.catalogue()) && one.calendars().equals(other.calendars());
    }
}
