package io.quanyi.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks on the disk that show which state of a store is being checked, so that a later process knows the states during
 * whose check a process died. A mark is a hidden file that its process locks during the check: an unlocked mark was
 * left by a dead process.
 */
public final class StateCheckMarks {

    private static final Logger LOG = LoggerFactory.getLogger(StateCheckMarks.class);
    private static final String PREFIX = ".look-";
    private static final String UNNAMED = ".begin-look-";

    /** The marks of this process. Opening and closing one of them would release its lock. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final @Nullable Path folder;

    private StateCheckMarks(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Marks in a folder of this machine. */
    public static StateCheckMarks in(Path folder) {
        return new StateCheckMarks(folder.toAbsolutePath().normalize());
    }

    /** Marks for a store that has no folder: nothing is written. */
    public static StateCheckMarks none() {
        return new StateCheckMarks(null);
    }

    /** How many processes died during a check of a state, since the last check that ended. */
    public int deaths(String revision) {
        try {
            int deaths = 0;
            for (Path mark : marks(name(revision) + "*")) {
                deaths += isDead(mark) ? 1 : 0;
            }
            return deaths;
        } catch (IOException e) {
            LOG.warn("the marks of earlier looks at the rules cannot be read", e);
            return 0;
        }
    }

    /**
     * Runs a check under a mark. The mark, and those of dead processes, are removed when the check returns or throws an
     * exception, but not after an error that may end the process. A mark that cannot be written does not prevent the
     * check.
     */
    public <T> T during(String revision, Supplier<T> look) {
        FileChannel mark = null;
        Path file = folder == null ? null : folder.resolve(name(revision) + UUID.randomUUID());
        try {
            mark = file == null ? null : begun(file);
        } catch (IOException e) {
            LOG.warn("the look at a state of the rules cannot be marked; it goes on without", e);
        }
        try {
            T seen = look.get();
            end(file, mark);
            return seen;
        } catch (RuntimeException e) {
            end(file, mark);
            throw e;
        }
    }

    /**
     * Creates a mark. It is locked before it is renamed, so that no process sees it without a lock while its owner
     * lives.
     */
    private static FileChannel begun(Path file) throws IOException {
        OWN.add(file);
        Path unnamed = file.resolveSibling(UNNAMED + UUID.randomUUID());
        FileChannel mark = FileChannel.open(
                unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        mark.tryLock();
        mark.force(true);
        Files.move(unnamed, file, StandardCopyOption.ATOMIC_MOVE);
        return mark;
    }

    private void end(@Nullable Path file, @Nullable FileChannel mark) {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
            for (Path left : marks(PREFIX + "*")) {
                if (isDead(left)) {
                    Files.deleteIfExists(left);
                }
            }
            if (mark != null) {
                mark.close();
            }
        } catch (IOException e) {
            LOG.warn("the mark of a look at the rules cannot be taken away", e);
        } finally {
            OWN.remove(file);
        }
    }

    private static boolean isDead(Path mark) throws IOException {
        if (OWN.contains(mark)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (NoSuchFileException e) {
            // Its process has ended the check meanwhile
            return false;
        }
    }

    private List<Path> marks(String pattern) throws IOException {
        List<Path> marks = new ArrayList<>();
        if (folder != null) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
                stream.forEach(marks::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return marks;
    }

    private static String name(String revision) {
        return PREFIX + revision.replaceAll("[^0-9A-Za-z]", "") + "-";
    }
}
