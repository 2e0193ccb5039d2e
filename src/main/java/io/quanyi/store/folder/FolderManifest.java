package io.quanyi.store.folder;

import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder with their attributes, without their content: those that {@link SourceTree#ofFolder} would
 * read.
 *
 * @param stamps the attributes of each file, by its path below the folder
 */
record FolderManifest(Map<Path, Stamp> stamps) {

    /**
     * The attributes of a file.
     *
     * @param key the identity of the file; null if the file system has none
     * @param changed when its content or name last changed, which unlike the modification time cannot be set; null if
     *     the file system does not record it
     */
    record Stamp(
            long size,
            FileTime modified,
            @Nullable Object key,
            @Nullable Object changed) {}

    /** @param root the folder itself, not a link to it */
    static FolderManifest of(Path root) throws IOException {
        Visitor visitor = new Visitor(root);
        Files.walkFileTree(root, visitor);
        return new FolderManifest(Map.copyOf(visitor.stamps));
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Map<Path, Stamp> stamps = new HashMap<>();
        private final Path root;
        private final boolean tellsChanges;

        Visitor(Path root) {
            this.root = root;
            this.tellsChanges =
                    root.getFileSystem().supportedFileAttributeViews().contains("unix");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        /** Records a file, and ends the walk beyond the bound on files, which the reader of the tree reports. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && !isHidden(file)) {
                stamps.put(root.relativize(file), stamp(file, attributes));
            }
            return stamps.size() > SourceTree.MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        private Stamp stamp(Path file, BasicFileAttributes attributes) throws IOException {
            Object changed = tellsChanges ? Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS) : null;
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey(), changed);
        }

        private boolean isHidden(Path path) {
            return !path.equals(root) && path.getFileName().toString().startsWith(".");
        }
    }
}
