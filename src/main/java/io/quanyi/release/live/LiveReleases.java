package io.quanyi.release.live;

import io.quanyi.decision.advice.ReleaseResolver;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.release.ReleaseCache;
import io.quanyi.release.StateRefused;
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
 * The releases that answer requests. A newer state of the store replaces all of them at once if it is sound; otherwise
 * the present ones go on answering, and health, metrics and log report why.
 */
public final class LiveReleases implements ReleaseResolver {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);

    /** Covers several checks of the store at the usual interval. */
    private static final Duration USUAL_LEAD = Duration.ofMinutes(5);

    private final Store store;
    private final Clock clock;
    private final DueReleases due;
    private final StateCheck check;
    private final StoreWriteCheck writing;
    private final FailurePause pause = new FailurePause();
    private final List<Consumer<ServedState>> listeners = new ArrayList<>();
    private volatile ServingStatus status;

    /** A store with the usual lead time and no bound on free space. */
    public LiveReleases(Store store, Clock clock, int kept) {
        this(store, clock, kept, USUAL_LEAD, 0);
    }

    /**
     * Loads the newest sound state of the store.
     *
     * @param kept how many releases that are not in force stay in memory
     * @param lead how long before it comes into force a release is loaded, at least
     * @param leastFree how many bytes must be free where the store is kept
     * @throws FaultsFound if neither the newest state of the store nor the last good one can answer
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

    /**
     * The state that answers at present. A caller that needs two values calls this once, because the next call may
     * return a newer state.
     */
    public ServedState current() {
        return status.served();
    }

    /** The status of the service. */
    public ServingStatus status() {
        return status;
    }

    @Override
    public ProgrammeRelease resolve(DecisionRequest request, Instant at) {
        return current().releases().resolve(request, at);
    }

    @Override
    public ReleaseResolver fixed() {
        return current().releases();
    }

    /** Calls a listener with the state that answers, now and after each replacement. */
    synchronized void onSwap(Consumer<ServedState> listener) {
        listeners.add(listener);
        tell(listener, current());
    }

    /**
     * Checks the newest state of the store and lets it answer if it is sound. Then loads the releases that are due, and
     * checks whether the store can be written.
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

    /**
     * Records that a release was checked before it is stored, so that it is not checked again when it appears in the
     * store.
     */
    public void markChecked(ReleaseId checked) {
        check.markChecked(checked);
    }

    /** Forgets the record of a checked release that was not stored. */
    public void forgetChecked(ReleaseId checked) {
        check.forgetChecked(checked);
    }

    /** Ends running checks when the service stops. */
    void endChecks() {
        check.endChecks();
    }

    /**
     * Loads each release once without keeping it, so that a release that cannot be loaded is known before it is
     * requested.
     */
    void inspect() {
        List<UnloadableRelease> broken = UnloadableRelease.among(current().releases());
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

    /** Loads the last good state when the newest one is refused at the start. */
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

    /** Calls a listener. Its failure is logged and does not stop the replacement. */
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
