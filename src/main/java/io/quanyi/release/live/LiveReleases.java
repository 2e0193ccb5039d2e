package io.quanyi.release.live;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.Placement;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.BrokenRelease;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.ReleaseCache;
import io.quanyi.release.StateRefused;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.ServingStatus.Refusal;
import io.quanyi.release.live.ServingStatus.UnloadableRelease;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.work.WorkCancelled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases that answer, and how newer ones take their place: at once and whole, or, if anything about them does not hold, not at
 * all. What answered last goes on answering then, whatever was wrong, and health, metrics and log say so.
 */
public final class LiveReleases implements Placement {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);

    /** Long enough for several looks at the store at the usual pause between them. */
    private static final Duration USUAL_LEAD = Duration.ofMinutes(5);

    private final Store store;
    private final Clock clock;
    private final DueReleases due;
    private final StateCheck check;
    private final StoreWriteCheck writing;
    private final FailurePause pause = new FailurePause();
    private final List<Consumer<ServedState>> listeners = new ArrayList<>();
    private volatile ServingStatus status;

    /** The same with the usual lead, and without a bound for the free space. */
    public LiveReleases(Store store, Clock clock, int kept) {
        this(store, clock, kept, USUAL_LEAD, 0);
    }

    /**
     * Loads what the store has.
     *
     * @param kept how many releases that are not in force to keep in memory
     * @param lead how long before it comes into force a release is loaded, at least
     * @param leastFree how many bytes there must be room for where the store is kept
     * @throws FaultsFound if there is nothing to answer with: neither the newest state of the store nor the last good one
     */
    LiveReleases(Store store, Clock clock, int kept, Duration lead, long leastFree) {
        this.store = store;
        this.clock = clock;
        ReleaseCache loaded = new ReleaseCache(kept);
        this.due = new DueReleases(loaded, lead.compareTo(USUAL_LEAD) > 0 ? lead : USUAL_LEAD);
        this.check = new StateCheck(store, clock, loaded, due);
        this.writing = new StoreWriteCheck(store, leastFree);
        this.status = start();
    }

    /** What answers at present. Whoever needs two things of it asks once: the next call may find something newer. */
    public ServedState current() {
        return status.served();
    }

    /** What there is to tell of the service. */
    public ServingStatus status() {
        return status;
    }

    @Override
    public ProgrammeRelease place(DecisionRequest request, Instant at) {
        return current().releases().place(request, at);
    }

    @Override
    public Placement fixed() {
        return current().releases();
    }

    /** Tells a listener what answers: now, and whenever it is something else. */
    public synchronized void onSwap(Consumer<ServedState> listener) {
        listeners.add(listener);
        tell(listener, current());
    }

    /**
     * Looks whether the store has something newer, and lets it answer if it holds. Then holds the releases that are due in what answers,
     * and sees whether the store could be written.
     */
    public synchronized ServingStatus refresh() {
        try {
            take(StateRefused.guard(Fault.at("", "store-read-failed"), store::newest));
        } catch (StateRefused e) {
            refuse(null, e);
        } catch (WorkCancelled e) {
            LOG.info("the service stops, the newest rules are not looked at to their end");
        }
        status = status.withBroken(due.hold(current().releases(), clock.instant(), status.broken()))
                .withUnwritable(writing.fault());
        return status;
    }

    /** Takes somebody's word that a release was checked, by the very bytes that its id names: it is not checked again when it comes. */
    public void markChecked(ReleaseId checked) {
        check.markChecked(checked);
    }

    /** Takes no word for a release any more that did not come. */
    public void forgetChecked(ReleaseId checked) {
        check.forgetChecked(checked);
    }

    /** Ends whatever is being checked at this moment: the service stops. */
    void endChecks() {
        check.endChecks();
    }

    /** Loads each release of long ago once, so that one that cannot be loaded is known before somebody asks for it. */
    public void inspect() {
        List<UnloadableRelease> broken = new ArrayList<>();
        for (Timeline timeline : current().releases().timelines()) {
            for (LedgerEntry entry : timeline.entries()) {
                try {
                    timeline.prove(entry);
                } catch (BrokenRelease e) {
                    LOG.error("a release cannot be loaded any more", e);
                    broken.add(new UnloadableRelease(timeline.programme().id(), entry.number(), e.faults()));
                }
            }
        }
        synchronized (this) {
            status = status.withBroken(broken);
        }
    }

    private ServingStatus start() {
        Optional<Snapshot> good = lastGood();
        Snapshot newest = null;
        try {
            newest = StateRefused.guard(Fault.at("", "store-read-failed"), store::newest);
            ServedState served = check.of(newest, good.orElse(null)).hold();
            return ServingStatus.of(served, clock.instant(), null).withUnwritable(writing.fault());
        } catch (StateRefused e) {
            return fallback(good, newest == null ? null : newest.revision(), e);
        }
    }

    private Optional<Snapshot> lastGood() {
        try {
            return StateRefused.guard(Fault.at("", "store-read-failed"), store::lastGood);
        } catch (StateRefused e) {
            LOG.error("the last good rules cannot be had", e);
            return Optional.empty();
        }
    }

    /** What answered before the service was last ended answers again. */
    private ServingStatus fallback(Optional<Snapshot> good, @Nullable String revision, StateRefused refused) {
        Snapshot last = good.orElseThrow(() -> nothing(refused, refused.faults()));
        try {
            ServedState served = check.reload(last).hold();
            status = ServingStatus.of(served, clock.instant(), null).withUnwritable(writing.fault());
            refuse(revision, refused);
            return status;
        } catch (StateRefused e) {
            throw nothing(
                    e,
                    Stream.concat(refused.faults().stream(), e.faults().stream())
                            .distinct()
                            .toList());
        }
    }

    private static FaultsFound nothing(StateRefused refused, List<Fault> faults) {
        if (refused.isFailure()) {
            LOG.error("the rules cannot be looked at", refused);
        }
        return new FaultsFound(faults);
    }

    private void take(Snapshot newest) {
        Refusal refused = status.refusal();
        String revision = newest.revision();
        if (revision.equals(current().snapshot().revision())) {
            status = status.soundAt(clock.instant());
        } else if (refused != null && revision.equals(refused.revision()) && !pause.isOver(revision, clock.instant())) {
            status = status.refusing(refused, clock.instant());
        } else {
            swap(newest);
        }
    }

    private void swap(Snapshot newest) {
        try {
            ServedState next = check.of(newest, current().snapshot()).hold();
            status = status.answering(next, clock.instant());
            LOG.info("revision {} answers from now on", newest.revision());
            listeners.forEach(listener -> tell(listener, next));
        } catch (StateRefused e) {
            refuse(newest.revision(), e);
        }
    }

    /** A state that holds answers, whether or not everybody could be told. */
    private static void tell(Consumer<ServedState> listener, ServedState served) {
        try {
            StateRefused.guard(Fault.at("", "state-failed"), () -> {
                listener.accept(served);
                return served;
            });
        } catch (StateRefused e) {
            LOG.error(
                    "a listener cannot be told that revision {} answers",
                    served.snapshot().revision(),
                    e);
        }
    }

    private void refuse(@Nullable String revision, StateRefused refused) {
        Instant now = clock.instant();
        List<Fault> faults = refused.faults();
        if (refused.isFailure() && revision != null) {
            pause.begin(revision, now);
        }
        Refusal before = status.refusal();
        if (before != null && before.isOf(revision, faults)) {
            status = status.refusing(before, now);
        } else {
            StateRefusalLog.refused(revision, current().snapshot().revision(), refused);
            status = status.refusing(new Refusal(revision, refused.isPassing(), now, faults), now);
        }
    }
}
