package io.quanyi.release;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceTree;
import io.quanyi.store.LookMarks;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.work.Cancellation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A look at a state of the rules: whether it keeps what was good, and holds itself. */
final class StateLook {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);

    /** How many processes may end while they look at a state before it is looked at no more. */
    private static final int MOST_DEATHS = 1;

    private final Store store;
    private final Clock clock;
    private final LoadedReleases loaded;
    private final DueReleases due;
    private final LookMarks marks;
    private final Set<ReleaseId> vouched = ConcurrentHashMap.newKeySet();
    private volatile Cancellation checking = new Cancellation();

    StateLook(Store store, Clock clock, LoadedReleases loaded, DueReleases due) {
        this.store = store;
        this.clock = clock;
        this.loaded = loaded;
        this.due = due;
        this.marks = store.folder().map(LookMarks::in).orElseGet(LookMarks::none);
    }

    /** A state that may answer: it does once its releases are held. */
    final class Ready {

        private final Served served;
        private final Map<LoadedReleases.Key, ProgrammeRelease> releases;

        private Ready(Served served, Map<LoadedReleases.Key, ProgrammeRelease> releases) {
            this.served = served;
            this.releases = releases;
        }

        Served hold() {
            due.hold(releases);
            return served;
        }
    }

    /** A release that this service has checked itself. */
    void vouch(ReleaseId checked) {
        vouched.add(checked);
    }

    /** A release that was checked and did not come. */
    void unvouch(ReleaseId checked) {
        vouched.remove(checked);
    }

    /** Ends the check that is under way. */
    void endChecks() {
        Cancellation running = checking;
        checking = new Cancellation();
        running.cancel();
    }

    /**
     * Checks what is new against what was good, and all of it against itself.
     *
     * @param good what answers, or answered last; null where nothing ever did
     * @throws StateRefused if anything about it does not hold, or the service fails at it
     */
    Ready at(Snapshot newest, @Nullable Snapshot good) {
        if (good != null && good.revision().equals(newest.revision())) {
            return remembered(again(newest));
        }
        int deaths = marks.deaths(newest.revision());
        if (deaths > MOST_DEATHS) {
            throw new StateRefused(List.of(Fault.at("", "state-deadly", deaths)));
        }
        return marks.during(
                newest.revision(), () -> StateRefused.unlessDone(failed(), () -> remembered(checked(newest, good))));
    }

    /** Loads a state that held before. */
    Ready again(Snapshot good) {
        return StateRefused.unlessDone(failed(), () -> ready(good));
    }

    private static Fault failed() {
        return Fault.at("", "state-failed");
    }

    private Ready checked(Snapshot newest, @Nullable Snapshot good) {
        Faults faults = new Faults();
        SourceTree tree = newest.tree();
        for (ReleaseId added : Succession.of(good == null ? null : good.tree(), tree, faults)) {
            if (!vouched.contains(added)) {
                check(tree, added, faults);
            }
        }
        try {
            Ready ready = ready(newest);
            faults.throwIfAny();
            return ready;
        } catch (FaultsFound e) {
            e.faults().forEach(faults::add);
            throw new FaultsFound(faults.sorted());
        }
    }

    private void check(SourceTree tree, ReleaseId added, Faults faults) {
        StateRefused.unlessDone(Timelines.failed(added, "release-check-failed"), () -> {
            boolean accepts = RulesTree.acceptsNotCompared(tree, added);
            RulesTree.check(tree, added, CheckScope.answers().accepting(accepts).until(checking), faults);
            return added;
        });
    }

    private Ready ready(Snapshot snapshot) {
        Instant now = clock.instant();
        ServedReleases releases = Timelines.proven(snapshot.tree(), loaded, now);
        return new Ready(new Served(snapshot, releases, new RuleCases(snapshot.tree()), now), due.of(releases, now));
    }

    /** What cannot be remembered answers all the same. */
    private Ready remembered(Ready good) {
        Snapshot snapshot = good.served.snapshot();
        try {
            StateRefused.unlessDone(Fault.at("", "store-write-failed"), () -> {
                store.accept(snapshot);
                return snapshot;
            });
        } catch (StateRefused e) {
            LOG.error("revision {} cannot be kept as the last good one", snapshot.revision(), e);
        }
        return good;
    }
}
