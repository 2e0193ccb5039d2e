package io.quanyi.release.publish;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.impact.Impact;
import io.quanyi.impact.TooManyCombinations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose answers change by a publication.
 *
 * @param before what held, where the new release begins to hold
 * @param after the new release
 * @param impact every answer that changes; null where there are more combinations than are decided
 */
public record Effect(
        ProgrammeRelease before,
        ProgrammeRelease after,
        @Nullable Impact impact) {

    /** Nothing is said of a part of the answers: a release with more than can be decided is published without. */
    static Effect between(ProgrammeRelease before, ProgrammeRelease after, Instant at) {
        try {
            return new Effect(before, after, Impact.between(before, after, at));
        } catch (TooManyCombinations e) {
            return new Effect(before, after, null);
        }
    }
}
