package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Reads a folder that others may write to, again only after a change. */
final class FolderReader {

    private static final int MAX_READS = 5;

    /**
     * How long the timestamps of files may stay equal while the files change: the coarsest file system counts in steps
     * of two seconds. Files read so soon after a change are read once more.
     */
    static final Duration SETTLED = Duration.ofSeconds(3);

    private final Path folder;
    private final Function<Path, SourceTree> read;
    private final LongSupplier nanoTime;
    private @Nullable KnownState known;

    FolderReader(Path folder) {
        this(folder, SourceTree::ofFolder, System::nanoTime);
    }

    FolderReader(Path folder, Function<Path, SourceTree> read, LongSupplier nanoTime) {
        this.folder = folder.toAbsolutePath();
        this.read = read;
        this.nanoTime = nanoTime;
    }

    /**
     * The state of the folder; the same object as in the last call if nothing has changed.
     *
     * @param unfinished the files that do not count, or count instead of others
     * @throws StoreUnavailable if it cannot be read, or keeps changing
     */
    synchronized Snapshot newest(UnfinishedWrite unfinished) {
        for (int i = 0; i < MAX_READS; i++) {
            Optional<Snapshot> snapshot = snapshot(new View(root(), unfinished));
            if (snapshot.isPresent()) {
                return snapshot.get();
            }
        }
        throw new StoreUnavailable(Fault.at("", "store-changing"));
    }

    /** The state of the folder; empty if it changed during the reading. */
    private Optional<Snapshot> snapshot(View view) {
        try {
            FolderManifest manifest = FolderManifest.of(view.root());
            if (known != null && known.holds(view, manifest, nanoTime.getAsLong())) {
                return Optional.of(known.snapshot());
            }
            SourceTree tree = view.tree(read.apply(view.root()));
            boolean stoodStill = view.root().equals(root()) && manifest.equals(FolderManifest.of(view.root()));
            return stoodStill ? Optional.of(remember(view, manifest, tree)) : Optional.empty();
        } catch (NoSuchFileException | FaultsFound e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreachable(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return Optional.empty();
            }
            throw unreachable(e);
        }
    }

    private Snapshot remember(View view, FolderManifest manifest, SourceTree tree) {
        KnownState last = known;
        String revision = SourceTree.digest(tree.under(""));
        boolean same = last != null && last.snapshot().revision().equals(revision);
        Snapshot snapshot = last != null && same ? last.snapshot() : new Snapshot(revision, tree);
        boolean settled =
                last != null && last.manifest().equals(manifest) && last.view().equals(view);
        known = new KnownState(view, manifest, snapshot, nanoTime.getAsLong(), settled);
        return snapshot;
    }

    /** The real path, resolved at each call, because the folder may be a link whose target changes. */
    private Path root() {
        try {
            return realFolder(folder);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** The folder that a path leads to. */
    static Path realFolder(Path path) throws IOException {
        Path folder = path.toRealPath();
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return folder;
    }

    static StoreUnavailable unreachable(IOException e) {
        return new StoreUnavailable(Fault.at("", "store-unreachable", DiskFailureReason.of(e)), e);
    }

    /** The failure of a walk through a folder, whose cause is never null. */
    private static StoreUnavailable unreachable(UncheckedIOException e) {
        return unreachable(Objects.requireNonNull(e.getCause()));
    }

    private record View(Path root, UnfinishedWrite unfinished) {

        SourceTree tree(SourceTree all) {
            Set<String> leftOut = unfinished.leftOut();
            SourceTree counted = leftOut.isEmpty()
                    ? all
                    : SourceTree.of(all.under("").stream()
                            .filter(file -> !leftOut.contains(file.path()))
                            .toList());
            return counted.with(unfinished.instead());
        }
    }

    private record KnownState(View view, FolderManifest manifest, Snapshot snapshot, long at, boolean settled) {

        boolean holds(View asked, FolderManifest found, long now) {
            return view.equals(asked) && manifest.equals(found) && (settled || now - at < SETTLED.toNanos());
        }
    }
}
