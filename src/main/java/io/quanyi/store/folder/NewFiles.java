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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Determines which files of a change do not exist yet, and refuses changes that conflict with existing files or with
 * themselves.
 */
public final class NewFiles {

    private final SourceTree tree;
    private final Predicate<String> taken;
    private final Predicate<String> folder;

    private NewFiles(SourceTree tree, Predicate<String> taken, Predicate<String> folder) {
        this.tree = tree;
        this.taken = taken;
        this.folder = folder;
    }

    /** Files of a folder, in which links and other things that are no part of the tree take a path as well. */
    NewFiles(Path root, SourceTree tree) {
        this(
                tree,
                path -> Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS),
                path -> Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS));
    }

    /** Files of a tree that is kept without folders. */
    public static NewFiles in(SourceTree tree) {
        Predicate<String> folder = path -> !tree.under(path + "/").isEmpty();
        return new NewFiles(tree, folder.or(path -> tree.file(path) != null), folder);
    }

    /**
     * The files of a change to write before its ledger.
     *
     * @throws StoreRefused if the change conflicts with the tree
     */
    public List<SourceFile> of(StoreChange change) {
        Set<String> paths = new HashSet<>();
        Stream.concat(change.ledgers().stream(), change.added().stream())
                .forEach(file -> refuseIf(!paths.add(file.path()), file.path()));
        for (String path : paths) {
            StorePath.folders(path).forEach(folder -> refuseIf(paths.contains(folder) || !mayBeFolder(folder), folder));
            refuseIf(tree.file(path) == null && taken.test(path), path);
        }
        List<SourceFile> fresh =
                change.added().stream().filter(file -> !isThere(file)).toList();
        refuseTooLarge(fresh, change.ledgers());
        return fresh;
    }

    /** Whether the tree has the file with the same bytes. */
    public boolean hasSame(SourceFile file) {
        SourceFile present = tree.file(file.path());
        return present != null && Arrays.equals(present.bytes(), file.bytes());
    }

    private boolean isThere(SourceFile file) {
        boolean same = hasSame(file);
        refuseIf(!same && tree.file(file.path()) != null, file.path());
        return same;
    }

    private boolean mayBeFolder(String path) {
        return !taken.test(path) || folder.test(path);
    }

    /** Refuses a change that would make the tree too large to be read again. */
    private void refuseTooLarge(List<SourceFile> fresh, List<SourceFile> ledgers) {
        List<SourceFile> all = new ArrayList<>(tree.with(ledgers).under(""));
        all.addAll(fresh);
        long bytes = all.stream().mapToLong(SourceFile::length).sum();
        if (all.size() > SourceTree.MAX_FILES || bytes > SourceTree.MAX_BYTES) {
            throw new StoreRefused(Fault.at("", "store-full", SourceTree.MAX_FILES, SourceTree.MAX_BYTES));
        }
    }

    private static void refuseIf(boolean wrong, String path) {
        if (wrong) {
            throw new StoreRefused(Fault.at("", "store-file-exists", path));
        }
    }
}
