package io.quanyi.release;

import io.quanyi.source.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service tells of itself: what answers, and what it has refused to let answer.
 *
 * @param served what answers
 * @param lookedAt when the store was last looked at, whatever came of it
 * @param refusal why something newer does not answer; null where nothing newer is known
 * @param broken releases of long ago that cannot be loaded any more, each with its faults
 */
public record Standing(
        Served served, Instant lookedAt, @Nullable Refusal refusal, List<Broken> broken) {

    /** Keeps a copy. */
    public Standing {
        broken = List.copyOf(broken);
    }

    /**
     * A state of the store that does not answer.
     *
     * @param revision the state; null where none could be read
     * @param passing whether the store can only not be reached at present, and nothing is wrong with what it has
     * @param since when it was first refused
     * @param faults why
     */
    public record Refusal(@Nullable String revision, boolean passing, Instant since, List<Fault> faults) {

        /** Keeps a copy. */
        public Refusal {
            faults = List.copyOf(faults);
        }

        boolean isOf(@Nullable String other, List<Fault> found) {
            return java.util.Objects.equals(revision, other) && faults.equals(found);
        }
    }

    /** A release that cannot be loaded any more. */
    public record Broken(String programme, int number, List<Fault> faults) {}

    Standing soundAt(Instant now) {
        return new Standing(served, now, null, broken);
    }

    Standing refusing(Refusal refused, Instant now) {
        return new Standing(served, now, refused, broken);
    }

    Standing withBroken(List<Broken> found) {
        return new Standing(served, lookedAt, refusal, found);
    }
}
