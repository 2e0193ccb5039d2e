package io.quanyi.release;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The releases in memory. Held releases stay; in addition, a bounded number of recently requested ones is kept.
 * A release that was dropped is loaded again on request, once for all callers that wait for it.
 */
public final class ReleaseCache {

    /** How many successful loadings are remembered; a forgotten one costs one more loading. */
    private static final int MAX_PROVEN = 10_000;

    /**
     * The key of a loaded release.
     *
     * @param id the id of the release, which determines its files
     * @param base the digest of the files that all releases of the programme share
     */
    public record Key(ReleaseId id, String base) {}

    private final Map<Key, FutureTask<ProgrammeRelease>> kept;
    private final Set<Key> proven = ConcurrentHashMap.newKeySet();
    private volatile Map<Key, ProgrammeRelease> held = Map.of();

    /** @param most how many releases may be kept in memory in addition to the held ones */
    public ReleaseCache(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<ProgrammeRelease>> eldest) {
                return size() > most;
            }
        };
    }

    /** Replaces the held releases. The releases that were held before are kept like other requested releases. */
    public void hold(Map<Key, ProgrammeRelease> releases) {
        Map<Key, ProgrammeRelease> before = held;
        held = Map.copyOf(releases);
        synchronized (kept) {
            kept.keySet().removeAll(held.keySet());
        }
        before.forEach((key, release) -> get(key, () -> release));
    }

    /** Whether a release is held. */
    public boolean isHeld(Key key) {
        return held.containsKey(key);
    }

    /**
     * The release of a key, loaded if it is neither held nor kept. A failed loading is not kept.
     *
     * @throws RuntimeException if the loading fails
     */
    ProgrammeRelease get(Key key, Supplier<ProgrammeRelease> loading) {
        ProgrammeRelease release = held.get(key);
        if (release == null) {
            release = keep(key, loading);
            prove(key);
        }
        return release;
    }

    /**
     * Loads a release once without keeping it, to see that it can be loaded. Only one such release is in memory at a
     * time.
     *
     * @throws RuntimeException if the loading fails
     */
    void prove(Key key, Supplier<ProgrammeRelease> loading) {
        if (!proven.contains(key)) {
            Objects.requireNonNull(loading.get(), "a release");
            prove(key);
        }
    }

    /** How many releases are kept without being held. */
    int size() {
        synchronized (kept) {
            return kept.size();
        }
    }

    private void prove(Key key) {
        if (proven.size() >= MAX_PROVEN) {
            proven.clear();
        }
        proven.add(key);
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
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a release was loaded", e);
        }
    }

    /** Rethrows errors unchanged, so that errors of the virtual machine are not taken for faults of a release. */
    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private void forget(Key key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
