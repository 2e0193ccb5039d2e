package io.quanyi.release.change;

import io.quanyi.checks.ReleaseComparison;
import io.quanyi.checks.ReleaseDifference;
import io.quanyi.decision.release.ProgrammeRelease;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The change from one release to another, which releases that begin later may have or lack.
 *
 * @param before the release without the change
 * @param after the release with it
 * @param differences the differences between them
 */
public record ReleaseChange(ProgrammeRelease before, ProgrammeRelease after, List<ReleaseDifference> differences) {

    /** Keeps a copy. */
    public ReleaseChange {
        differences = List.copyOf(differences);
    }

    /** The change between two releases. */
    public static ReleaseChange between(ProgrammeRelease before, ProgrammeRelease after) {
        return new ReleaseChange(before, after, ReleaseComparison.between(before, after));
    }

    /** Whether a release has the change: all that was changed is in it as it was changed. */
    public boolean isIn(ProgrammeRelease other) {
        return missing(other).isEmpty();
    }

    /** The differences that a later release has changed as well, in another way. */
    public List<ReleaseDifference> conflicts(ProgrammeRelease later) {
        return shared(missing(later), ReleaseComparison.between(before, later));
    }

    /** The differences by which a release is not a later one with the change and nothing else; none if it is. */
    public List<ReleaseDifference> mistakes(ProgrammeRelease later, ProgrammeRelease merged) {
        return Stream.concat(
                        missing(merged).stream(),
                        ReleaseComparison.between(later, merged).stream().filter(one -> !isShared(one, differences)))
                .toList();
    }

    private List<ReleaseDifference> missing(ProgrammeRelease other) {
        return shared(differences, ReleaseComparison.between(after, other));
    }

    /** The differences that are about the same member, or entry, as one of the others. */
    static List<ReleaseDifference> shared(List<ReleaseDifference> some, List<ReleaseDifference> others) {
        return some.stream().filter(one -> isShared(one, others)).toList();
    }

    private static boolean isShared(ReleaseDifference one, List<ReleaseDifference> others) {
        return others.stream().anyMatch(other -> isSame(one, other));
    }

    /** Whether two differences are about the same member, or about an entry as a whole. */
    private static boolean isSame(ReleaseDifference one, ReleaseDifference other) {
        return one.part() == other.part()
                && one.kind().equals(other.kind())
                && one.id().equals(other.id())
                && (one.members().isEmpty()
                        || other.members().isEmpty()
                        || !Collections.disjoint(one.members(), other.members()));
    }
}
