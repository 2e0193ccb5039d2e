package io.quanyi.release.live;

import io.quanyi.source.WatchedTree;
import io.quanyi.store.DraftStore;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.store.StoreChange;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store that counts the steps of a check and throws at one of them: each call of the store, each access to its files,
 * and each further {@link #step} of a test.
 */
final class FailingStore implements Store {

    /** The exit status of a process that {@link #haltAt} ends. */
    static final int HALTED = 42;

    private final Store real;
    private @Nullable Throwable trouble;
    private int left;
    private boolean happened;

    FailingStore(Store real) {
        this.real = real;
    }

    /** Makes it throw at a step, counted from 1. */
    void troubleAt(int step, Throwable thrown) {
        trouble = thrown;
        left = step;
        happened = false;
    }

    /** Makes it end this process at a step, without any cleaning up. */
    void haltAt(int step) {
        troubleAt(step, new Halt());
    }

    /** Whether the step was reached; no later step fails. */
    boolean endTrouble() {
        trouble = null;
        return happened;
    }

    void step() {
        if (trouble != null && --left == 0) {
            happened = true;
            if (trouble instanceof Halt) {
                Runtime.getRuntime().halt(HALTED);
            }
            FailingStore.<RuntimeException>sneak(trouble);
        }
    }

    @Override
    public String kind() {
        return real.kind();
    }

    @Override
    public boolean writable() {
        return real.writable();
    }

    @Override
    public Optional<Path> folder() {
        step();
        return real.folder();
    }

    @Override
    public Snapshot newest() {
        step();
        return watched(real.newest());
    }

    @Override
    public Optional<Snapshot> lastGood() {
        step();
        return real.lastGood().map(this::watched);
    }

    @Override
    public void accept(Snapshot snapshot) {
        step();
        real.accept(snapshot);
    }

    @Override
    public Snapshot append(StoreChange change) {
        return real.append(change);
    }

    @Override
    public DraftStore drafts() {
        return real.drafts();
    }

    @Override
    public void close() {
        real.close();
    }

    private Snapshot watched(Snapshot snapshot) {
        return new Snapshot(snapshot.revision(), WatchedTree.of(snapshot.tree(), this::step));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static final class Halt extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
