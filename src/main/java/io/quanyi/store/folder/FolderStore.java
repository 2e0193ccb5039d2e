package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.DraftStore;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.FolderLock.Work;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;

/**
 * A store in a folder that the service owns. Processes write to it one after another, and never see a partial change;
 * people may edit its files at any time.
 */
public final class FolderStore implements Store {

    /** The folder of drafts. It is hidden, so that no draft is read as a programme. */
    private static final String DRAFTS = ".drafts";

    private final Path root;
    private final FolderReader reader;
    private final FolderLock lock;
    private final FolderWriter additions;
    private final LastGoodState lastGood;
    private final DraftStore drafts;

    private FolderStore(Path root, Disk disk) {
        this.root = root;
        this.reader = new FolderReader(root);
        this.lock = new FolderLock(root);
        this.additions = new FolderWriter(root, disk);
        this.lastGood = new LastGoodState(root, disk);
        this.drafts = new FolderDraftStore(root.resolve(DRAFTS), disk);
    }

    /**
     * Opens the store, and completes or undoes what dead processes left.
     *
     * @param folder the folder, created if missing; its parent folder exists
     * @param seed the files of a new store, used if the folder has no visible files
     * @throws StoreUnavailable if the folder cannot be reached or, if needed, written
     * @throws StoreRefused if everybody may write to it, or the seed has paths or a size that no store accepts
     */
    public static FolderStore open(Path folder, SourceTree seed) {
        return open(folder, seed, new RealDisk());
    }

    static FolderStore open(Path folder, SourceTree seed, Disk disk) {
        FolderStore store = new FolderStore(made(folder, disk), disk);
        store.write(() -> {
            store.seedIfEmpty(seed);
            return store;
        });
        return store;
    }

    @Override
    public String kind() {
        return "folder";
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(root);
    }

    @Override
    public Snapshot newest() {
        try {
            return lock.shared(this::current);
        } catch (IOException e) {
            throw FolderReader.unreachable(e);
        }
    }

    @Override
    public Optional<Snapshot> lastGood() {
        try {
            return lastGood.read();
        } catch (IOException e) {
            throw FolderReader.unreachable(e);
        }
    }

    @Override
    public void accept(Snapshot snapshot) {
        write(() -> {
            lastGood.write(snapshot);
            return snapshot;
        });
    }

    @Override
    public Snapshot append(StoreChange change) {
        refusePaths(change.added());
        refusePaths(change.ledgers());
        return write(() -> {
            Snapshot base = current();
            if (!base.revision().equals(change.base())) {
                throw new StoreMoved(Fault.at("", "store-moved", change.base(), base.revision()));
            }
            NewFiles newFiles = new NewFiles(root, base.tree());
            List<SourceFile> fresh = newFiles.of(change);
            List<SourceFile> ledgers = change.ledgers().stream()
                    .filter(ledger -> !newFiles.hasSame(ledger))
                    .toList();
            if (!fresh.isEmpty() || !ledgers.isEmpty()) {
                additions.add(fresh, ledgers);
            }
            return current();
        });
    }

    @Override
    public DraftStore drafts() {
        return drafts;
    }

    /** Does nothing: no resource is held between calls. */
    @Override
    public void close() {
        // See above
    }

    /**
     * Writes the seed into the folder itself and not by renaming, because a mounted volume cannot be replaced and its
     * parent often not written.
     */
    private void seedIfEmpty(SourceTree seed) throws IOException {
        if (StagingFolder.visible(root).isEmpty()) {
            List<SourceFile> files = seed.under("");
            refusePaths(files);
            additions.add(files, List.of());
        }
    }

    private Snapshot current() throws IOException {
        return reader.newest(additions.unfinished());
    }

    private <T> T write(Work<T> work) {
        try {
            return lock.exclusive(() -> {
                additions.finish();
                return undoneOnFailure(work);
            });
        } catch (IOException e) {
            throw new StoreUnavailable(Fault.at("", "store-not-written", DiskFailureReason.of(e)), e);
        }
    }

    /**
     * Runs work and undoes it if it fails. If undoing fails too, the next writer does it, and no reader sees the files
     * before.
     */
    private <T> T undoneOnFailure(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (IOException e) {
            try {
                additions.finish();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void refusePaths(List<SourceFile> files) {
        files.forEach(file -> StorePath.in(root, file.path()));
    }

    /** The folder, created if missing; one that everybody may write to is refused. */
    static Path made(Path folder, Disk disk) {
        try {
            if (!Files.exists(folder)) {
                make(folder.toAbsolutePath(), disk);
            }
            Path root = FolderReader.realFolder(folder);
            refuseOpenToOthers(root);
            return root;
        } catch (IOException e) {
            throw FolderReader.unreachable(e);
        }
    }

    private static void make(Path folder, Disk disk) throws IOException {
        try {
            disk.createFolder(folder);
            disk.syncFolder(StorePath.folderOf(folder));
        } catch (FileAlreadyExistsException e) {
            // Another process has created it
        }
    }

    private static void refuseOpenToOthers(Path root) throws IOException {
        if (RealDisk.isPosix(root) && Files.getPosixFilePermissions(root).contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new StoreRefused(Fault.at(Position.of(root.toString()), "store-open-to-others"));
        }
    }
}
