package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceTree;
import io.quanyi.store.DraftStore;
import io.quanyi.store.MemoryDraftStore;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreRefused;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A store without changes: rules packed by the build, or a folder that others write to. */
public final class ReadOnlyStore implements Store {

    private final Supplier<Snapshot> newest;
    private final Optional<Snapshot> good;
    private final DraftStore drafts = new MemoryDraftStore();

    private ReadOnlyStore(Supplier<Snapshot> newest, Optional<Snapshot> good) {
        this.newest = newest;
        this.good = good;
    }

    /** A store of the packed rules, which never change and were checked by the build. */
    public static ReadOnlyStore packed(SourceTree tree) {
        Snapshot only = new Snapshot(SourceTree.digest(tree.under("")), tree);
        return new ReadOnlyStore(() -> only, Optional.of(only));
    }

    /**
     * A store that reads a folder again after each change. The folder may be a link whose target changes; links inside
     * it are not followed, so for a mounted config map use its {@code ..data}.
     */
    public static ReadOnlyStore ofFolder(Path folder) {
        FolderReader reader = new FolderReader(folder);
        return new ReadOnlyStore(() -> reader.newest(UnfinishedWrite.NONE), Optional.empty());
    }

    @Override
    public String kind() {
        return "read-only";
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public Snapshot newest() {
        return newest.get();
    }

    /** The packed state; empty for a folder, which has no place to keep one. */
    @Override
    public Optional<Snapshot> lastGood() {
        return good;
    }

    @Override
    public void accept(Snapshot snapshot) {
        // A read-only store has no place to keep it
    }

    @Override
    public Snapshot append(StoreChange change) {
        throw new StoreRefused(Fault.at("", "store-read-only"));
    }

    /** Drafts in memory: they have no place here either. */
    @Override
    public DraftStore drafts() {
        return drafts;
    }

    @Override
    public void close() {
        // Nothing is held open
    }
}
