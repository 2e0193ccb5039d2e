package io.quanyi.release.live;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.CheckScope;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.ReleaseCache;
import io.quanyi.release.RuleCases;
import io.quanyi.release.RulesTree;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.StateRefused;
import io.quanyi.release.SuccessorCheck;
import io.quanyi.release.TimelineLoader;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StateCheckMarks;
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

/** Checks a state of the rules: it must keep what earlier states published, and each new release must be sound. */
final class StateCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);

    /** How many processes may end during the check of a state before it is refused without a check. */
    private static final int MAX_DEATHS = 1;

    private final Store store;
    private final Clock clock;
    private final ReleaseCache loaded;
    private final DueReleases due;
    private final StateCheckMarks marks;
    private final Set<ReleaseId> checkedHere = ConcurrentHashMap.newKeySet();
    private volatile Cancellation checking = new Cancellation();

    StateCheck(Store store, Clock clock, ReleaseCache loaded, DueReleases due) {
        this.store = store;
        this.clock = clock;
        this.loaded = loaded;
        this.due = due;
        this.marks = store.folder().map(StateCheckMarks::in).orElseGet(StateCheckMarks::none);
    }

    /** A sound state. It answers once its releases are held. */
    final class ReadyState {

        private final ServedState served;
        private final Map<ReleaseCache.Key, ProgrammeRelease> releases;

        private ReadyState(ServedState served, Map<ReleaseCache.Key, ProgrammeRelease> releases) {
            this.served = served;
            this.releases = releases;
        }

        ServedState hold() {
            due.hold(releases);
            return served;
        }
    }

    /** Records that this process has checked a release. */
    void markChecked(ReleaseId checked) {
        checkedHere.add(checked);
    }

    /** Forgets the record of a checked release that was not stored. */
    void forgetChecked(ReleaseId checked) {
        checkedHere.remove(checked);
    }

    /** Ends the running check. */
    void endChecks() {
        Cancellation running = checking;
        checking = new Cancellation();
        running.cancel();
    }

    /**
     * Checks a state against the state that answers.
     *
     * @param good the state that answers or answered last; null if there is none
     * @throws StateRefused if the state has a fault, or the service fails on it
     */
    ReadyState of(Snapshot newest, @Nullable Snapshot good) {
        if (good != null && good.revision().equals(newest.revision())) {
            return remembered(reload(newest));
        }
        int deaths = marks.deaths(newest.revision());
        if (deaths > MAX_DEATHS) {
            throw new StateRefused(List.of(Fault.at("", "state-deadly", deaths)));
        }
        return marks.during(
                newest.revision(), () -> StateRefused.guard(failed(), () -> remembered(checked(newest, good))));
    }

    /** Loads a state that was found sound before. */
    ReadyState reload(Snapshot good) {
        return StateRefused.guard(failed(), () -> ready(good, null));
    }

    private static Fault failed() {
        return Fault.at("", "state-failed");
    }

    private ReadyState checked(Snapshot newest, @Nullable Snapshot good) {
        Faults faults = new Faults();
        SourceTree tree = newest.tree();
        for (ReleaseId added : SuccessorCheck.of(good == null ? null : good.tree(), tree, faults)) {
            if (!checkedHere.contains(added)) {
                checkRelease(tree, added, faults);
            }
        }
        try {
            ReadyState ready = ready(newest, good == null ? null : good.tree());
            faults.throwIfAny();
            return ready;
        } catch (FaultsFound e) {
            e.faults().forEach(faults::add);
            throw new FaultsFound(faults.sorted());
        }
    }

    private void checkRelease(SourceTree tree, ReleaseId added, Faults faults) {
        StateRefused.guard(TimelineLoader.failed(added, "release-check-failed"), () -> {
            boolean accepts = RulesTree.acceptsNotCompared(tree, added);
            CheckedRelease.of(
                    tree, added, CheckScope.answers().accepting(accepts).until(checking), faults);
            return added;
        });
    }

    private ReadyState ready(Snapshot snapshot, @Nullable SourceTree good) {
        Instant now = clock.instant();
        ServedReleases releases = TimelineLoader.proven(snapshot.tree(), good, loaded, now);
        ServedState served = new ServedState(snapshot, releases, new RuleCases(snapshot.tree()), now);
        return new ReadyState(served, due.of(releases, now));
    }

    /** Records a sound state in the store as the last good one. The state answers even if that fails. */
    private ReadyState remembered(ReadyState good) {
        Snapshot snapshot = good.served.snapshot();
        try {
            StateRefused.guard(Fault.at("", "store-write-failed"), () -> {
                store.accept(snapshot);
                return snapshot;
            });
        } catch (StateRefused e) {
            LOG.error("revision {} cannot be kept as the last good one", snapshot.revision(), e);
        }
        return good;
    }
}
