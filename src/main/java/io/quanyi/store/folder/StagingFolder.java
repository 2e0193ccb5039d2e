package io.quanyi.store.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A hidden folder in which files are written completely before they are renamed. */
final class StagingFolder {

    private static final String PREFIX = ".staging-";

    private final Path folder;
    private final Disk disk;
    private int written;

    private StagingFolder(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    static StagingFolder in(Path root, Disk disk) throws IOException {
        Path folder = root.resolve(PREFIX + UUID.randomUUID());
        disk.createFolder(folder);
        return new StagingFolder(folder, disk);
    }

    Path write(byte[] bytes) throws IOException {
        Path file = folder.resolve(Integer.toString(written++));
        disk.write(file, bytes);
        return file;
    }

    /** The folder itself. */
    Path path() {
        return folder;
    }

    /** Deletes all staging folders, including those of dead processes. */
    static void sweep(Path root, Disk disk) throws IOException {
        for (Path folder : children(root, PREFIX + "*")) {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                for (Path file : children(folder, "*")) {
                    disk.delete(file);
                }
            }
            disk.delete(folder);
        }
    }

    /** The visible files and folders directly below a folder. */
    static List<Path> visible(Path root) throws IOException {
        return children(root, "[!.]*");
    }

    private static List<Path> children(Path folder, String pattern) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }
}
