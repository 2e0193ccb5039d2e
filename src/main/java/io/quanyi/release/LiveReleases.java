package io.quanyi.release;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.Matrix;
import io.quanyi.decision.Placement;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.Standing.Broken;
import io.quanyi.release.Standing.Refusal;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.text.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases that answer, and how newer ones take their place: at once and whole, or, if anything about them does not hold, not at
 * all. What answered last goes on answering then, and everybody who looks is told.
 */
public final class LiveReleases implements Placement {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);

    private final Store store;
    private final Clock clock;
    private final LoadedReleases kept;
    private final List<Consumer<Served>> listeners = new ArrayList<>();
    private @Nullable ReleaseId vouched;
    private volatile Standing standing;

    /**
     * Loads what the store has.
     *
     * @param kept how many releases to keep beside those that hold now or later
     * @throws FaultsFound if there is nothing to answer with: neither the newest state of the store nor the last good one
     */
    public LiveReleases(Store store, Clock clock, int kept) {
        this.store = store;
        this.clock = clock;
        this.kept = new LoadedReleases(kept);
        this.standing = start();
    }

    /** What answers at present. Whoever needs two things of it asks once: the next call may find something newer. */
    public Served current() {
        return standing.served();
    }

    /** What there is to tell of the service. */
    public Standing standing() {
        return standing;
    }

    @Override
    public ProgrammeRelease place(DecisionRequest request, Instant at) {
        return current().releases().place(request, at);
    }

    @Override
    public Placement fixed() {
        return current().releases();
    }

    /** Has somebody told of what answers: now, and whenever it is something else. */
    public synchronized void onSwap(Consumer<Served> listener) {
        listeners.add(listener);
        listener.accept(current());
    }

    /** Looks whether the store has something newer, and lets it answer if it holds. */
    public synchronized Standing refresh() {
        try {
            take(store.newest());
        } catch (StoreFailure e) {
            refuse(null, e instanceof StoreUnavailable, List.of(e.fault()));
        }
        return standing;
    }

    /** Takes somebody's word that a release was checked, by the very bytes that its id names: it is not checked again when it comes. */
    public synchronized void vouch(ReleaseId checked) {
        vouched = checked;
    }

    /** Loads each release of long ago once, so that one that cannot be loaded is known before somebody asks for it. */
    public void inspect() {
        List<Broken> broken = new ArrayList<>();
        for (Timeline timeline : current().releases().timelines()) {
            for (LedgerEntry entry : timeline.entries()) {
                try {
                    timeline.release(entry.number());
                } catch (BrokenRelease e) {
                    LOG.error("a release cannot be loaded any more", e);
                    broken.add(new Broken(timeline.programme().id(), entry.number(), e.faults()));
                }
            }
        }
        synchronized (this) {
            standing = standing.withBroken(broken);
        }
    }

    private Standing start() {
        Optional<Snapshot> good = lastGood();
        try {
            return new Standing(held(good.orElse(null), store.newest()), clock.instant(), null, List.of());
        } catch (StoreFailure e) {
            return fallback(good, e instanceof StoreUnavailable, List.of(e.fault()));
        } catch (FaultsFound e) {
            return fallback(good, false, e.faults());
        }
    }

    private Optional<Snapshot> lastGood() {
        try {
            return store.lastGood();
        } catch (StoreFailure e) {
            LOG.error("the last good rules cannot be had", e);
            return Optional.empty();
        }
    }

    /** What answered before the service was last ended answers again. */
    private Standing fallback(Optional<Snapshot> good, boolean passing, List<Fault> faults) {
        Snapshot last = good.orElseThrow(() -> new FaultsFound(faults));
        Refusal refusal = new Refusal(null, passing, clock.instant(), faults);
        Standing fallback = new Standing(served(last), clock.instant(), refusal, List.of());
        LOG.error("the newest rules do not hold, the last good ones answer:{}", words(faults));
        return fallback;
    }

    private void take(Snapshot newest) {
        Served served = standing.served();
        Refusal refused = standing.refusal();
        if (newest.revision().equals(served.snapshot().revision())) {
            standing = standing.soundAt(clock.instant());
        } else if (refused != null && newest.revision().equals(refused.revision())) {
            standing = standing.refusing(refused, clock.instant());
        } else {
            swap(newest);
        }
    }

    private void swap(Snapshot newest) {
        try {
            Served next = held(standing.served().snapshot(), newest);
            standing = new Standing(next, clock.instant(), null, standing.broken());
            LOG.info("revision {} answers from now on", newest.revision());
            listeners.forEach(listener -> listener.accept(next));
        } catch (FaultsFound e) {
            refuse(newest.revision(), false, e.faults());
        }
    }

    /**
     * Checks what is new against what was good, and all of it against itself.
     *
     * @throws FaultsFound with every fault
     */
    private Served held(@Nullable Snapshot good, Snapshot newest) {
        Faults faults = new Faults();
        SourceTree tree = newest.tree();
        boolean known = good != null && good.revision().equals(newest.revision());
        if (!known) {
            for (ReleaseId added : Succession.of(good == null ? null : good.tree(), tree, faults)) {
                if (!added.equals(vouched)) {
                    RulesTree.check(tree, added, true, faults);
                }
            }
        }
        try {
            Served served = served(newest);
            faults.throwIfAny();
            remember(newest);
            return served;
        } catch (FaultsFound e) {
            e.faults().forEach(faults::add);
            throw new FaultsFound(faults.sorted());
        }
    }

    /** What cannot be remembered answers all the same. */
    private void remember(Snapshot good) {
        try {
            store.accept(good);
        } catch (StoreFailure e) {
            LOG.error("revision {} cannot be kept as the last good one", good.revision(), e);
        }
    }

    private Served served(Snapshot snapshot) {
        Instant now = clock.instant();
        ServedReleases releases = Timelines.of(snapshot.tree(), kept, timeline -> timeline.from(now));
        releases.timelines().forEach(timeline -> wake(timeline, now));
        return new Served(snapshot, releases, new RuleCases(snapshot.tree()), now);
    }

    /** Asks every service of every release once, in every plan, so that the first caller does not wait for the engine to wake. */
    private static void wake(Timeline timeline, Instant now) {
        timeline.from(now)
                .forEach(entry -> timeline.release(entry.number()).ifPresent(release -> Matrix.of(release, now)));
    }

    private void refuse(@Nullable String revision, boolean passing, List<Fault> faults) {
        Refusal before = standing.refusal();
        if (before != null && before.isOf(revision, faults)) {
            standing = standing.refusing(before, clock.instant());
        } else {
            LOG.error(
                    "revision {} does not answer, revision {} goes on:{}",
                    revision == null ? "(none to be had)" : revision,
                    standing.served().snapshot().revision(),
                    words(faults));
            standing = standing.refusing(new Refusal(revision, passing, clock.instant(), faults), clock.instant());
        }
    }

    private static String words(List<Fault> faults) {
        return faults.stream()
                .map(fault -> "\n  " + fault.describe(Language.ENGLISH))
                .collect(Collectors.joining());
    }
}
