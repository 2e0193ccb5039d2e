package io.quanyi.release;

import io.quanyi.source.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a service tells of itself: what answers, and what it has refused to let answer.
 *
 * @param served what answers
 * @param lookedAt when the store was last looked at, whatever came of it
 * @param refusal why something newer does not answer; null where nothing newer is known
 * @param broken releases that cannot be loaded, each with its faults
 * @param unwritable why nothing can be published to the store at present; null where nothing is known to prevent it
 */
public record Standing(
        Served served,
        Instant lookedAt,
        @Nullable Refusal refusal,
        List<Broken> broken,
        @Nullable Fault unwritable) {

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
            return Objects.equals(revision, other) && faults.equals(found);
        }
    }

    /** A release that cannot be loaded. */
    public record Broken(String programme, int number, List<Fault> faults) {

        /** Keeps a copy. */
        public Broken {
            faults = List.copyOf(faults);
        }

        boolean isOf(Timeline timeline, LedgerEntry entry) {
            return programme.equals(timeline.programme().id()) && number == entry.number();
        }
    }

    static Standing of(Served served, Instant now, @Nullable Refusal refusal) {
        return new Standing(served, now, refusal, List.of(), null);
    }

    Standing soundAt(Instant now) {
        return new Standing(served, now, null, broken, unwritable);
    }

    Standing answering(Served next, Instant now) {
        return new Standing(next, now, null, broken, unwritable);
    }

    Standing refusing(Refusal refused, Instant now) {
        return new Standing(served, now, refused, broken, unwritable);
    }

    Standing withBroken(List<Broken> found) {
        return new Standing(served, lookedAt, refusal, found, unwritable);
    }

    Standing withUnwritable(@Nullable Fault fault) {
        return new Standing(served, lookedAt, refusal, broken, fault);
    }
}
