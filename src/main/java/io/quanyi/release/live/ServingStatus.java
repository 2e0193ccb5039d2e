package io.quanyi.release.live;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
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
public record ServingStatus(
        ServedState served,
        Instant lookedAt,
        @Nullable Refusal refusal,
        List<UnloadableRelease> broken,
        @Nullable Fault unwritable) {

    /** Keeps a copy. */
    public ServingStatus {
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
    public record UnloadableRelease(String programme, int number, List<Fault> faults) {

        /** Keeps a copy. */
        public UnloadableRelease {
            faults = List.copyOf(faults);
        }

        boolean isOf(Timeline timeline, LedgerEntry entry) {
            return programme.equals(timeline.programme().id()) && number == entry.number();
        }
    }

    static ServingStatus of(ServedState served, Instant now, @Nullable Refusal refusal) {
        return new ServingStatus(served, now, refusal, List.of(), null);
    }

    ServingStatus soundAt(Instant now) {
        return new ServingStatus(served, now, null, broken, unwritable);
    }

    ServingStatus answering(ServedState next, Instant now) {
        return new ServingStatus(next, now, null, broken, unwritable);
    }

    ServingStatus refusing(Refusal refused, Instant now) {
        return new ServingStatus(served, now, refused, broken, unwritable);
    }

    ServingStatus withBroken(List<UnloadableRelease> found) {
        return new ServingStatus(served, lookedAt, refusal, found, unwritable);
    }

    ServingStatus withUnwritable(@Nullable Fault fault) {
        return new ServingStatus(served, lookedAt, refusal, broken, fault);
    }
}
