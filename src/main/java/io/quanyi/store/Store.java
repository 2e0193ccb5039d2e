package io.quanyi.store;

import io.quanyi.source.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A store of a tree of rules with all its published history. It is safe for use by several threads, and by several
 * processes on the same files.
 */
public interface Store extends AutoCloseable {

    /** The kind of store: {@code read-only}, {@code folder}, {@code git} or {@code postgresql}. */
    String kind();

    /** Whether changes can be appended. */
    boolean writable();

    /** The folder on this machine that the store writes to; empty if it writes nowhere. */
    Optional<Path> folder();

    /**
     * The newest state; the same object as in the last call if nothing has changed.
     *
     * @throws StoreUnavailable if it cannot be read at present
     * @throws StoreRefused if its content can never be a state of this store
     */
    Snapshot newest();

    /**
     * The last state given to {@link #accept}, also by an earlier process, or the state that the build has checked;
     * empty in a new store.
     */
    Optional<Snapshot> lastGood();

    /** Records a state as sound. A later process starts with it if a newer state is refused. */
    void accept(Snapshot snapshot);

    /**
     * Appends a change to the newest state, completely or without any effect.
     *
     * @return the state with the change
     * @throws StoreMoved if the newest state is not the base of the change
     * @throws StoreUnavailable if it cannot be written at present; {@link #newest} then shows whether it was written
     * @throws StoreRefused if the change can never be written, for example to a read-only store
     */
    Snapshot append(StoreChange change);

    /**
     * Why nothing can be appended at present, as far as the store can tell without appending; empty if it knows of no
     * reason.
     */
    default Optional<Fault> unwritable() {
        return Optional.empty();
    }

    /**
     * Waits until another process may have changed the store, at most for a time. A store that is not told of changes
     * waits for the whole of it.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    default void awaitChange(Duration longest) throws InterruptedException {
        Thread.sleep(longest.toMillis());
    }

    /** The drafts beside the states, always the same object. */
    DraftStore drafts();

    /** Releases its resources. */
    @Override
    void close();
}
