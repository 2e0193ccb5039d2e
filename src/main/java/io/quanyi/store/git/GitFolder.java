package io.quanyi.store.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.FileUtils;

/** The folder of a bare repository that only its owner may enter, and whose own configuration alone counts. */
public final class GitFolder {

    private GitFolder() {}

    /** The class of a repository, made with options. */
    @FunctionalInterface
    public interface Kind {
        /** Opens it. */
        Repository open(FileRepositoryBuilder options) throws IOException;
    }

    /** Opens the repository in a folder, or creates it if the folder is empty or missing. */
    static Repository open(Path folder) throws IOException {
        return open(folder, FileRepositoryBuilder::build);
    }

    /** Opens the repository in a folder as an object of a class, or creates it if the folder is empty or missing. */
    public static Repository open(Path folder, Kind kind) throws IOException {
        CleanSystemReader.install();
        FS files = FS.DETECTED.newInstance();
        if (files instanceof FS_POSIX posix) {
            // Otherwise git would start a shell to ask
            posix.setUmask(0077);
        }
        Path home = folder.toAbsolutePath().normalize();
        if (!FileKey.isGitRepository(home.toFile(), files)) {
            make(home, files);
        }
        try {
            Repository repository = kind.open(options(home, files));
            configure(repository.getConfig());
            return repository;
        } catch (IllegalArgumentException e) {
            // The configuration contains an invalid value
            throw GitFailures.corrupt(e);
        }
    }

    /**
     * Creates the repository in another folder and renames it, so that no process, also after a crash, finds half of
     * it.
     */
    private static void make(Path home, FS files) throws IOException {
        if (!isFree(home)) {
            throw GitFailures.setting("copy");
        }
        Files.createDirectories(home.getParent());
        // A temporary folder is only for its owner
        Path made = Files.createTempDirectory(home.getParent(), home.getFileName() + ".");
        try (Repository repository = options(made, files).build()) {
            repository.create(true);
            configure(repository.getConfig());
        }
        try {
            Files.move(made, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileUtils.delete(made.toFile(), FileUtils.RECURSIVE);
            if (!FileKey.isGitRepository(home.toFile(), files)) {
                throw e;
            }
        }
    }

    private static boolean isFree(Path home) throws IOException {
        if (home.getParent() == null || (Files.exists(home) && !Files.isDirectory(home))) {
            return false;
        }
        if (!Files.exists(home)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(home)) {
            return inside.findAny().isEmpty();
        }
    }

    private static FileRepositoryBuilder options(Path home, FS files) throws IOException {
        return new FileRepositoryBuilder()
                .setFS(files)
                .setGitDir(home.toFile())
                .setBare()
                .setup();
    }

    private static void configure(StoredConfig config) throws IOException {
        boolean changed = set(config, "http", "followRedirects", false);
        // An accepted commit must survive a power cut
        changed |= set(config, "core", "fsyncObjectFiles", true);
        changed |= set(config, "core", "fsyncRefFiles", true);
        // No thread of git may outlive a call
        changed |= set(config, "gc", "autoDetach", false);
        // Otherwise many commits in an hour would each leave another copy of all objects
        if (!"now".equals(config.getString("gc", null, "prunePackExpire"))) {
            config.setString("gc", null, "prunePackExpire", "now");
            changed = true;
        }
        if (changed) {
            config.save();
        }
    }

    private static boolean set(StoredConfig config, String section, String name, boolean value) {
        if (config.getBoolean(section, null, name, !value) == value) {
            return false;
        }
        config.setBoolean(section, null, name, value);
        return true;
    }
}
