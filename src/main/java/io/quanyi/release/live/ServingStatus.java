package io.quanyi.release.live;

import io.quanyi.release.BrokenRelease;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status of the service: the state that answers, and refused or broken parts.
 *
 * @param served the state that answers
 * @param lookedAt when the store was last checked
 * @param refusal why a newer state does not answer; null if none is known
 * @param broken releases that cannot be loaded, each with its faults
 * @param unwritable why nothing can be published at present; null if nothing prevents it
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
     * The refusal of a state of the store.
     *
     * @param revision the state; null if none could be read
     * @param passing whether the store is only unavailable at present
     * @param since when it was first refused
     * @param faults the reasons
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

        private static final Logger LOG = LoggerFactory.getLogger(UnloadableRelease.class);

        /** Keeps a copy. */
        public UnloadableRelease {
            faults = List.copyOf(faults);
        }

        /** The releases that cannot be loaded, each of which is logged. All are loaded once for this, and none is kept. */
        static List<UnloadableRelease> among(ServedReleases releases) {
            List<UnloadableRelease> broken = new ArrayList<>();
            for (Timeline timeline : releases.timelines()) {
                for (LedgerEntry entry : timeline.entries()) {
                    try {
                        timeline.prove(entry);
                    } catch (BrokenRelease e) {
                        LOG.error("a release cannot be loaded any more", e);
                        broken.add(new UnloadableRelease(timeline.programme().id(), entry.number(), e.faults()));
                    }
                }
            }
            return broken;
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
