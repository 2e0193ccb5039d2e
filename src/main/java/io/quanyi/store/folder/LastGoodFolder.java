package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of this machine in which a store that is kept elsewhere keeps its last sound state, so that a later process
 * can start while the store is away.
 */
public final class LastGoodFolder {

    private final Path root;
    private final FolderLock lock;
    private final LastGoodState state;

    private LastGoodFolder(Path root, Disk disk) {
        this.root = root;
        this.lock = new FolderLock(root);
        this.state = new LastGoodState(root, disk);
    }

    /**
     * Opens the folder.
     *
     * @param folder the folder, created if missing; its parent folder exists
     * @throws StoreUnavailable if the folder cannot be reached
     * @throws StoreRefused if everybody may write to it
     */
    public static LastGoodFolder open(Path folder) {
        Disk disk = new RealDisk();
        return new LastGoodFolder(FolderStore.made(folder, disk), disk);
    }

    /** The path of the folder. */
    public Path path() {
        return root;
    }

    /**
     * The state; empty if none was kept.
     *
     * @throws StoreRefused if it is damaged
     */
    public Optional<Snapshot> read() {
        try {
            return state.read();
        } catch (IOException e) {
            throw FolderReader.unreachable(e);
        }
    }

    /** Keeps a state in place of the one before it. */
    public void keep(Snapshot snapshot) {
        try {
            lock.exclusive(() -> {
                state.write(snapshot);
                return snapshot;
            });
        } catch (IOException e) {
            throw new StoreUnavailable(Fault.at("", "store-not-written", DiskFailureReason.of(e)), e);
        }
    }
}
