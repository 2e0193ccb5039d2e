package io.quanyi.store.folder;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lock of a folder, for readers and writers in all threads and processes. A file lock belongs to the whole process
 * and ends when the process closes that file anywhere, so only one thread at a time opens it.
 */
final class FolderLock {

    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 2;

    private final Path file;
    private final ReentrantLock threads;
    private final Duration patience;

    FolderLock(Path root) {
        this(root, PATIENCE);
    }

    FolderLock(Path root, Duration patience) {
        this.file = root.resolve(".lock");
        this.threads = THREADS.computeIfAbsent(root, path -> new ReentrantLock());
        this.patience = patience;
    }

    /** Work under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Runs work together with other readers, without a writer. */
    <T> T shared(Work<T> work) throws IOException {
        return locked(true, work);
    }

    /** Runs work alone. */
    <T> T exclusive(Work<T> work) throws IOException {
        return locked(false, work);
    }

    private <T> T locked(boolean shared, Work<T> work) throws IOException {
        long start = System.nanoTime();
        awaitThreads();
        try (FileChannel channel = open(shared)) {
            awaitProcesses(channel, shared, start);
            return work.run();
        } finally {
            threads.unlock();
        }
    }

    private void awaitThreads() throws IOException {
        try {
            if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new FolderLockTimeout();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Waits for the file lock, which ends when the file is closed or the process ends. */
    private void awaitProcesses(FileChannel channel, boolean shared, long start) throws IOException {
        while (!isLocked(channel, shared)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new FolderLockTimeout();
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    private static boolean isLocked(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared) != null;
        } catch (OverlappingFileLockException e) {
            // Another part of this process holds it, by another path of the folder
            return false;
        }
    }

    /** Opens the lock file. Readers need no right to write, which a failing disk may deny. */
    private FileChannel open(boolean shared) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        if (!shared || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            options.addAll(Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        }
        return FileChannel.open(file, options, RealDisk.allowing(file, "rw-r-----"));
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException();
    }
}
