package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ConcurrentStoresTests {

    private static final int ROUNDS = 100;

    @TempDir
    private Path temp;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void ofTwoWritersOneWinsAndTheOtherLearnsOfIt() throws Exception {
        Path folder = temp.resolve("data");
        FolderStore.open(folder, StoreSamples.seed()).close();
        CyclicBarrier barrier = new CyclicBarrier(2);
        Future<Set<String>> one = threads.submit(
                () -> wins(FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk()), "one", barrier));
        Future<Set<String>> two = threads.submit(
                () -> wins(FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk()), "two", barrier));
        Set<String> won = new HashSet<>(one.get(60, TimeUnit.SECONDS));
        won.addAll(two.get(60, TimeUnit.SECONDS));
        Snapshot newest = FolderStore.open(folder, StoreSamples.seed()).newest();
        List<String> lines = StoreProcess.ledger(newest).lines().toList();
        assertThat(won).hasSize(ROUNDS);
        assertThat(lines).hasSize(1 + ROUNDS).containsAll(won);
        Map<String, String> expected = new TreeMap<>(StoreSamples.SEED);
        won.forEach(path -> expected.put(path, path));
        expected.put(StoreSamples.LEDGER, String.join("\n", lines));
        assertThat(StoreSamples.texts(newest)).isEqualTo(expected);
    }

    /** The paths that one store appended; in each round both start from the same state. */
    private static Set<String> wins(FolderStore store, String name, CyclicBarrier barrier) throws Exception {
        Set<String> won = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Snapshot base = store.newest();
            String path = "p/" + name + "-" + round;
            barrier.await(20, TimeUnit.SECONDS);
            try {
                store.append(StoreSamples.change(
                        base.revision(), Map.of(path, path), StoreProcess.ledger(base) + "\n" + path));
                won.add(path);
            } catch (StoreMoved e) {
                assertThat(e.fault().arguments()).startsWith(base.revision());
            }
            barrier.await(20, TimeUnit.SECONDS);
        }
        return won;
    }

    @Test
    void aReaderBesideAWriterSeesOneStateAfterTheOther() throws Exception {
        Path folder = temp.resolve("data");
        FolderStore writer = FolderStore.open(folder, StoreSamples.seed());
        FolderStore reader = FolderStore.open(folder, StoreSamples.seed());
        List<String> written = new ArrayList<>(List.of(writer.newest().revision()));
        Future<List<String>> writing = threads.submit(() -> write(writer, 30));
        List<String> seen = see(reader, writing);
        written.addAll(writing.get(1, TimeUnit.SECONDS));
        assertThat(written).containsSubsequence(seen);
        assertThat(seen).endsWith(written.get(30));
    }

    @Test
    void aReaderBesideAProcessThatWritesSeesOneStateAfterTheOther() throws Exception {
        Path folder = temp.resolve("data");
        FolderStore reader = FolderStore.open(folder, StoreSamples.seed());
        List<String> written =
                write(FolderStore.open(temp.resolve("same"), StoreSamples.seed(), new UnsyncedDisk()), 30);
        written.add(0, reader.newest().revision());
        Process process = StoreProcess.start("n", folder, 30);
        Future<Integer> writing = threads.submit(() -> StoreProcess.status(process));
        List<String> seen = see(reader, writing);
        assertThat(writing.get(1, TimeUnit.SECONDS)).isZero();
        assertThat(written).containsSubsequence(seen);
        assertThat(seen).endsWith(written.get(30));
    }

    private static List<String> write(FolderStore store, int times) {
        List<String> revisions = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            StoreProcess.appendAgainAndAgain(store, "n", i, i + 1);
            revisions.add(store.newest().revision());
        }
        return revisions;
    }

    /** The different states that a reader saw until the writer ended, and once more. */
    private static List<String> see(FolderStore reader, Future<?> writing) {
        List<String> seen = new ArrayList<>();
        long start = System.nanoTime();
        boolean done = false;
        for (boolean last = false; !last; last = done) {
            done = writing.isDone();
            String revision = reader.newest().revision();
            if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(revision)) {
                seen.add(revision);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        }
        return seen;
    }

    @Test
    void twoProcessesLoseNothing() throws Exception {
        Path folder = temp.resolve("data");
        FolderStore.open(folder, StoreSamples.seed()).close();
        List<Process> processes = List.of(StoreProcess.start("one", folder, 20), StoreProcess.start("two", folder, 20));
        for (Process process : processes) {
            assertThat(StoreProcess.status(process)).isZero();
        }
        Snapshot newest = FolderStore.open(folder, StoreSamples.seed()).newest();
        assertThat(StoreProcess.ledger(newest).lines()).hasSize(41).doesNotHaveDuplicates();
        assertThat(newest.tree().under("p/one/")).hasSize(20);
        assertThat(newest.tree().under("p/two/")).hasSize(20);
        assertThat(StoreSamples.leftovers(folder)).isEmpty();
    }

    @Test
    void whoDoesNotGetTheLockInTimeGivesUp() throws Exception {
        FolderLock patient = new FolderLock(temp);
        FolderLock impatient = new FolderLock(temp, Duration.ofMillis(20));
        List<Callable<Object>> attempts =
                List.of(() -> impatient.exclusive(() -> "done"), () -> impatient.shared(() -> "done"));
        for (Callable<Object> attempt : attempts) {
            patient.exclusive(() -> {
                Future<Object> waiting = threads.submit(attempt);
                assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(FolderLockTimeout.class);
                return "tried";
            });
            assertThat(attempt.call()).isEqualTo("done");
        }
    }

    /** Closing the lock file anywhere in a process would release the lock. */
    @Test
    void whoGivesUpDoesNotTakeTheLockFromWhoHasIt() throws Exception {
        FolderLock patient = new FolderLock(temp);
        FolderLock impatient = new FolderLock(temp, Duration.ofMillis(20));
        int status = patient.exclusive(() -> {
            Future<Object> waiting = threads.submit(() -> impatient.exclusive(() -> "done"));
            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(FolderLockTimeout.class);
            return StoreProcess.status(StoreProcess.start("lock", temp, 20));
        });
        assertThat(status).isEqualTo(StoreProcess.LOCKED);
        assertThat(StoreProcess.status(StoreProcess.start("lock", temp, 10_000)))
                .isZero();
    }

    @Test
    void aLockThatSomebodyElseHasOnTheFileCountsToo() throws Exception {
        FolderLock impatient = new FolderLock(temp, Duration.ofMillis(20));
        try (FileChannel channel =
                        FileChannel.open(temp.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> impatient.shared(() -> "done")).isInstanceOf(FolderLockTimeout.class);
        }
        assertThat(impatient.exclusive(() -> "done")).isEqualTo("done");
    }

    @Test
    void aWriterThatIsInterruptedWritesNothing() throws Exception {
        FolderStore store = FolderStore.open(temp.resolve("data"), StoreSamples.seed());
        Snapshot newest = store.newest();
        Thread.currentThread().interrupt();
        try {
            assertThat(StoreSamples.code(
                            StoreUnavailable.class, () -> store.append(StoreSamples.change(newest.revision()))))
                    .isEqualTo("store-not-written");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void aLockThatIsALinkIsNotFollowed() throws IOException {
        Path folder = temp.resolve("data");
        Path outside = temp.resolve("outside");
        Files.createDirectory(folder);
        Files.createSymbolicLink(folder.resolve(".lock"), outside);
        assertThat(StoreSamples.code(StoreUnavailable.class, () -> FolderStore.open(folder, SourceTree.of(List.of()))))
                .isEqualTo("store-not-written");
        assertThat(outside).doesNotExist();
    }
}
