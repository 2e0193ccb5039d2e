package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreRefused;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Determines which files of a change do not exist yet, and refuses changes that conflict with existing files or with
 * themselves.
 */
final class NewFiles {

    private final Path root;
    private final SourceTree tree;

    NewFiles(Path root, SourceTree tree) {
        this.root = root;
        this.tree = tree;
    }

    /**
     * The files of a change to write before its ledger.
     *
     * @throws StoreRefused if the change conflicts with the tree
     */
    List<SourceFile> of(StoreChange change) {
        Set<String> paths = new HashSet<>();
        Stream.concat(change.ledgers().stream(), change.added().stream())
                .forEach(file -> refuseIf(!paths.add(file.path()), file.path()));
        for (String path : paths) {
            StorePath.folders(path).forEach(folder -> refuseIf(paths.contains(folder) || !mayBeFolder(folder), folder));
            refuseIf(tree.file(path) == null && isTaken(path), path);
        }
        List<SourceFile> fresh =
                change.added().stream().filter(file -> !isThere(file)).toList();
        refuseTooLarge(fresh, change.ledgers());
        return fresh;
    }

    /** Whether the tree has the file with the same bytes. */
    boolean hasSame(SourceFile file) {
        SourceFile present = tree.file(file.path());
        return present != null && Arrays.equals(present.bytes(), file.bytes());
    }

    private boolean isThere(SourceFile file) {
        boolean same = hasSame(file);
        refuseIf(!same && tree.file(file.path()) != null, file.path());
        return same;
    }

    private boolean mayBeFolder(String folder) {
        return !isTaken(folder) || Files.isDirectory(root.resolve(folder), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether anything has this path, including links and other things that are no part of the tree. */
    private boolean isTaken(String path) {
        return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** Refuses a change that would make the tree too large to be read again. */
    private void refuseTooLarge(List<SourceFile> fresh, List<SourceFile> ledgers) {
        List<SourceFile> all = new ArrayList<>(tree.with(ledgers).under(""));
        all.addAll(fresh);
        long bytes = all.stream().mapToLong(SourceFile::length).sum();
        if (all.size() > SourceTree.MOST_FILES || bytes > SourceTree.MOST_BYTES) {
            throw new StoreRefused(Fault.at("", "store-full", SourceTree.MOST_FILES, SourceTree.MOST_BYTES));
        }
    }

    private static void refuseIf(boolean wrong, String path) {
        if (wrong) {
            throw new StoreRefused(Fault.at("", "store-file-exists", path));
        }
    }
}
