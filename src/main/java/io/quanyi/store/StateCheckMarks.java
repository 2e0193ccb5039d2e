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
 * Marks on the disk that say which state of a store is being looked at, so that a state under whose look processes die is known to the
 * next process. A mark is a hidden file that its process keeps locked while it looks: a mark without a lock is left from a process
 * that died. Other processes that look at the same state at the same time are not mistaken for dead ones.
 */
public final class StateCheckMarks {

    private static final Logger LOG = LoggerFactory.getLogger(StateCheckMarks.class);
    private static final String PREFIX = ".look-";
    private static final String UNNAMED = ".begin-look-";

    /** The marks of this process: to open and close one of them would end its lock. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final @Nullable Path folder;

    private StateCheckMarks(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Marks in a folder of this machine. */
    public static StateCheckMarks in(Path folder) {
        return new StateCheckMarks(folder.toAbsolutePath().normalize());
    }

    /** No marks, where there is no place to write any. */
    public static StateCheckMarks none() {
        return new StateCheckMarks(null);
    }

    /** How many processes died while they looked at a state, since the last look that came to an end. */
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
     * Looks at a state under a mark. The mark, and those of processes that died, are taken away when the look ends, whether it returns
     * or throws an exception; an error that may end the process leaves them. A mark that cannot be written prevents no look.
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

    /** It is locked before it has its name: nobody ever sees it without a lock while its process lives. */
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
            // Its process has come to the end of its look
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
