package io.quanyi.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReleaseCacheTests {

    private static final ProgrammeRelease SOME = SampleTimelines.timeline(SampleTimelines.entry(1, null, "01-01"))
            .inForce(Instant.EPOCH)
            .orElseThrow();

    private final ReleaseCache kept = new ReleaseCache(2);

    @Test
    void whatWasAskedForLongestAgoIsLetGo() {
        AtomicInteger loadings = new AtomicInteger();
        for (int number : new int[] {1, 2, 1, 3, 1, 2}) {
            kept.get(key(number), () -> {
                loadings.incrementAndGet();
                return SOME;
            });
        }
        assertThat(loadings).hasValue(4);
        assertThat(kept.size()).isEqualTo(2);
    }

    @Test
    void whatCannotBeLoadedIsTriedAgain() {
        assertThatThrownBy(() -> kept.get(key(1), () -> {
                    throw new IllegalStateException("not yet");
                }))
                .hasMessage("not yet");
        assertThat(kept.get(key(1), () -> SOME)).isSameAs(SOME);
    }

    @Test
    void whatIsHeldIsNeverLoadedAgainHoweverMuchElseIsAskedFor() {
        kept.get(key(1), () -> SOME);
        kept.hold(Map.of(key(1), SOME));
        for (int number = 2; number < 9; number++) {
            kept.get(key(number), () -> SOME);
        }
        assertThat(kept.get(key(1), ReleaseCacheTests::loadedAgain)).isSameAs(SOME);
        assertThat(kept.size()).isEqualTo(2);
    }

    @Test
    void whatWasHeldIsKeptUntilOthersAreAskedFor() {
        kept.hold(Map.of(key(1), SOME));
        kept.hold(Map.of());
        assertThat(kept.get(key(1), ReleaseCacheTests::loadedAgain)).isSameAs(SOME);
        kept.get(key(2), () -> SOME);
        kept.get(key(3), () -> SOME);
        assertThatThrownBy(() -> kept.get(key(1), ReleaseCacheTests::loadedAgain))
                .hasMessage("loaded again");
    }

    @Test
    void whoAskForOneAtOnceWaitForOneLoading() throws Exception {
        AtomicInteger loadings = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ProgrammeRelease>> asked = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                asked.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return kept.get(key(1), () -> {
                        loadings.incrementAndGet();
                        return SOME;
                    });
                }));
            }
            for (Future<ProgrammeRelease> each : asked) {
                assertThat(each.get()).isSameAs(SOME);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(loadings).hasValue(1);
    }

    private static ProgrammeRelease loadedAgain() {
        throw new IllegalStateException("loaded again");
    }

    private static ReleaseCache.Key key(int number) {
        return new ReleaseCache.Key(new ReleaseId("tiny", number, "1", "1", "1", "sha256:0"), "sha256:1");
    }
}
