package io.quanyi.release.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.store.folder.FolderStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that polling goes on after any failure of a check, and that a thread that cannot go on reports it. */
class StorePollerTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    private final TinyRules rules = TinyRules.sealed();
    private final Path data;
    private final FailingStore store;
    private final LiveReleases live;

    StorePollerTests(@TempDir Path temp) {
        data = temp.resolve("data");
        store = new FailingStore(FolderStore.open(data, rules.tree()));
        live = new LiveReleases(store, NOW, 8);
    }

    @Test
    void theNextGoodStateIsTakenWhateverWasThrown() throws Exception {
        CountDownLatch taken = new CountDownLatch(2);
        live.onSwap(served -> taken.countDown());
        for (Throwable thrown : List.of(new AssertionError("no"), new StackOverflowError(), new Exception("sneaked"))) {
            store.troubleAt(1, thrown);
            live.refresh();
            assertThat(store.endTrouble()).isTrue();
        }
        store.troubleAt(1, new LinkageError("gone"));
        StorePoller polling = new StorePoller(live, store, Duration.ofMillis(5));
        polling.start();
        try {
            rules.with("tiny/why.md", "another revision").write(data);
            assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(polling.isRunning()).isTrue();
        } finally {
            polling.stop();
        }
        assertThat(polling.isRunning()).isFalse();
    }

    @Test
    void anErrorOfTheVirtualMachineReachesWhoeverSeesThoseOfThreads() throws Exception {
        AtomicReference<Throwable> seen = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            seen.set(failure);
            ended.countDown();
        });
        try {
            store.troubleAt(4, new OutOfMemoryError("no more"));
            new StorePoller(live, store, Duration.ofMillis(5)).start();
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(seen.get()).isInstanceOf(OutOfMemoryError.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
