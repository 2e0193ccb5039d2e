package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreChange;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.store.StoreRefused;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Rules that nothing is added to from here: packed by the build, or in a folder that somebody else writes to. */
public final class ReadOnlyStore implements Store {

    private final Supplier<Snapshot> newest;
    private final Optional<Snapshot> good;

    private ReadOnlyStore(Supplier<Snapshot> newest, Optional<Snapshot> good) {
        this.newest = newest;
        this.good = good;
    }

    /** Keeps these files, which never change, and which the build has checked. */
    public static ReadOnlyStore packed(SourceTree tree) {
        Snapshot only = new Snapshot(SourceTree.digest(tree.under("")), tree);
        return new ReadOnlyStore(() -> only, Optional.of(only));
    }

    /**
     * Reads a folder whenever something in it has changed. The folder may itself be a link, and be made to lead elsewhere;
     * links below it are not followed, so of a mounted config map the folder is its {@code ..data}.
     */
    public static ReadOnlyStore ofFolder(Path folder) {
        FolderReader reader = new FolderReader(folder);
        return new ReadOnlyStore(() -> reader.newest(Set.of()), Optional.empty());
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

    /** What was packed; of a folder none, for there is no place to keep it. */
    @Override
    public Optional<Snapshot> lastGood() {
        return good;
    }

    @Override
    public void accept(Snapshot snapshot) {
        // There is no place to keep it
    }

    @Override
    public Snapshot append(StoreChange change) {
        throw new StoreRefused(Fault.at("", "store-read-only"));
    }

    @Override
    public void close() {
        // Nothing is held open
    }
}
