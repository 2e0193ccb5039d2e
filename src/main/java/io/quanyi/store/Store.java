package io.quanyi.store;

import java.nio.file.Path;
import java.util.Optional;

/** Keeps a tree of rules, and all there ever was in it. Safe for any number of threads, and beside other processes on the same files. */
public interface Store extends AutoCloseable {

    /** What kind it is: {@code read-only}, {@code folder} or {@code git}. */
    String kind();

    /** Whether anything can be added to it. */
    boolean writable();

    /** The folder of this machine that it writes to; none for a store that writes nowhere. */
    Optional<Path> folder();

    /**
     * The newest state there is; the very object of the last call where nothing has changed.
     *
     * @throws StoreUnavailable if it cannot be read at present
     * @throws StoreRefused if it can be read, and is no state that this store may ever have
     */
    Snapshot newest();

    /** The state that {@link #accept} was last called with, also by an earlier process, or that the build has checked; none in a new store. */
    Optional<Snapshot> lastGood();

    /** Remembers a state as one that serves: where a later one does not hold, a later process starts with it. */
    void accept(Snapshot snapshot);

    /**
     * Adds to the newest state: all of the change or, whatever happens, nothing that counts.
     *
     * @return the state with the change
     * @throws StoreMoved if the newest state is not the one that the change was made for
     * @throws StoreUnavailable if it cannot be written at present; whether it has been is then said by {@link #newest}
     * @throws StoreRefused if it can never be written, such as to a store that is only read
     */
    Snapshot append(StoreChange change);

    /** Lets go of what it holds open. */
    @Override
    void close();
}
