package io.quanyi.release.publish;

import io.quanyi.decision.ConflictingTerms;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleFault;
import io.quanyi.impact.Impact;
import io.quanyi.impact.TooManyCombinations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose answers change by a publication.
 *
 * @param before what held, where the new release begins to hold
 * @param after the new release
 * @param impact every answer that changes; null where there are more combinations than are decided, or a rule fails in one
 */
public record Effect(
        ProgrammeRelease before,
        ProgrammeRelease after,
        @Nullable Impact impact) {

    /** Nothing is said of a part of the answers. The release may be stored by now: what cannot be compared does not undo that. */
    static Effect between(ProgrammeRelease before, ProgrammeRelease after, Instant at) {
        try {
            return new Effect(before, after, Impact.between(before, after, at));
        } catch (TooManyCombinations | RuleFault | ConflictingTerms e) {
            return new Effect(before, after, null);
        }
    }
}
