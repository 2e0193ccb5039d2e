package io.quanyi.release;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
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
 * The releases in memory: those that are held, and beside them those that were asked for last, up to a bound; one that was let go
 * is loaded again when somebody asks for it. Two who ask for one at a time wait for one loading.
 */
public final class ReleaseCache {

    /** How many proofs are remembered; a proof that is forgotten costs one more loading. */
    private static final int MOST_PROVEN = 10_000;

    /**
     * What a loaded release is made of.
     *
     * @param id names its files
     * @param base the digest of what it shares with the programme's other releases
     */
    public record Key(ReleaseId id, String base) {}

    private final Map<Key, FutureTask<ProgrammeRelease>> kept;
    private final Set<Key> proven = ConcurrentHashMap.newKeySet();
    private volatile Map<Key, ProgrammeRelease> held = Map.of();

    /** @param most how many releases may be kept in memory beside the held ones */
    public ReleaseCache(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<ProgrammeRelease>> eldest) {
                return size() > most;
            }
        };
    }

    /** Holds these from now on; those that were held before are kept like any that somebody asked for. */
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
     * The release, loaded now if it is neither held nor kept. What cannot be loaded is not kept.
     *
     * @throws RuntimeException what the loading ends with
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
     * Loads a release that was never loaded before, without keeping it: of many that nobody asks for yet, no two are in memory at a time.
     *
     * @throws RuntimeException what the loading ends with
     */
    void prove(Key key, Supplier<ProgrammeRelease> loading) {
        if (!proven.contains(key)) {
            Objects.requireNonNull(loading.get(), "a release");
            prove(key);
        }
    }

    /** How many releases are in memory without being held. */
    int size() {
        synchronized (kept) {
            return kept.size();
        }
    }

    /** How many releases are held. */
    int held() {
        return held.size();
    }

    private void prove(Key key) {
        if (proven.size() >= MOST_PROVEN) {
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

    /** An error stays one: the virtual machine's own are not to be mistaken for faults of a release. */
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
