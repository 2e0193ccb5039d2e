package io.quanyi.release;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Holds the releases that hold now or later, and beside them keeps those that were asked for last, up to a bound; one that was let go
 * is loaded again when somebody asks for it. Two who ask for one at a time wait for one loading.
 */
final class LoadedReleases {

    /**
     * What a loaded release is made of.
     *
     * @param id names its files
     * @param base the digest of what it shares with the programme's other releases
     */
    record Key(ReleaseId id, String base) {}

    private final Map<Key, FutureTask<ProgrammeRelease>> kept;
    private volatile Map<Key, ProgrammeRelease> held = Map.of();

    LoadedReleases(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<ProgrammeRelease>> eldest) {
                return size() > most;
            }
        };
    }

    /** Holds these from now on; those that were held before are kept like any that somebody asked for. */
    void hold(Map<Key, ProgrammeRelease> releases) {
        Map<Key, ProgrammeRelease> before = held;
        held = Map.copyOf(releases);
        synchronized (kept) {
            kept.keySet().removeAll(held.keySet());
        }
        before.forEach((key, release) -> get(key, () -> release));
    }

    /**
     * The release, loaded now if it is neither held nor kept. What cannot be loaded is not kept.
     *
     * @throws RuntimeException what the loading ends with
     */
    ProgrammeRelease get(Key key, Supplier<ProgrammeRelease> loading) {
        ProgrammeRelease release = held.get(key);
        return release == null ? keep(key, loading) : release;
    }

    private ProgrammeRelease keep(Key key, Supplier<ProgrammeRelease> loading) {
        FutureTask<ProgrammeRelease> task;
        synchronized (kept) {
            task = kept.computeIfAbsent(key, any -> new FutureTask<>(loading::get));
        }
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(key);
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a release was loaded", e);
        }
    }

    int size() {
        synchronized (kept) {
            return kept.size();
        }
    }

    private void forget(Key key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
