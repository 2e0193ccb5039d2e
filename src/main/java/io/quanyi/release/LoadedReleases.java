package io.quanyi.release;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Keeps the releases that were asked for last, up to a bound; one that was let go is loaded again when somebody asks for it. Two who
 * ask for one at a time wait for one loading.
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

    LoadedReleases(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<ProgrammeRelease>> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The release, loaded now if it is not kept. What cannot be loaded is not kept.
     *
     * @throws RuntimeException what the loading ends with
     */
    ProgrammeRelease get(Key key, Supplier<ProgrammeRelease> loading) {
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
