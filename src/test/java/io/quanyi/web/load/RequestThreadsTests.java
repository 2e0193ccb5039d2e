package io.quanyi.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestThreadsTests {

    private static final int AT_ONCE = 2;
    private static final int MAX_THREADS = 100;

    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
    private final RequestThreads threads = new RequestThreads("test-", AT_ONCE, MAX_THREADS, timer);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
        threads.end(10_000);
        timer.shutdownNow();
    }

    @Test
    void noMoreThanThoseTakeRequestsIn() throws InterruptedException {
        AtomicInteger takingIn = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(10_000);
        for (int i = 0; i < 10_000; i++) {
            threads.execute(() -> {
                most.accumulateAndGet(takingIn.incrementAndGet(), Math::max);
                takingIn.decrementAndGet();
                done.countDown();
            });
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(takingIn).hasValue(0);
        // A thread that had to wait for a processor is passed over, so that there may be some more, but never one for
        // each request
        assertThat(most.get()).isPositive().isLessThan(MAX_THREADS / 2);
    }

    @Test
    void theThreadThatMakesWayGoesOnBesideTheNext() throws InterruptedException {
        CountDownLatch allAreIn = new CountDownLatch(MAX_THREADS);
        for (int i = 0; i < MAX_THREADS; i++) {
            threads.execute(() -> {
                RequestThreads.makeWay();
                allAreIn.countDown();
                await(end);
            });
        }
        assertThat(allAreIn.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theThreadThatTakesTooLongIsPassedOver() throws InterruptedException {
        for (int i = 0; i < AT_ONCE; i++) {
            threads.execute(() -> await(end));
        }
        CountDownLatch next = new CountDownLatch(1);
        threads.execute(next::countDown);
        assertThat(next.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theThreadThatMadeWayTakesInAgainWhenItsRequestIsDone() throws InterruptedException {
        List<String> names = new ArrayList<>();
        Semaphore done = new Semaphore(0);
        for (int i = 0; i < 500; i++) {
            threads.execute(() -> {
                RequestThreads.makeWay();
                synchronized (names) {
                    names.add(Thread.currentThread().getName());
                }
                done.release();
            });
            assertThat(done.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(names.stream().distinct().count()).isLessThan(50);
    }

    @Test
    void theErrorOfOneRequestHoldsUpNoOther() throws InterruptedException {
        CountDownLatch next = new CountDownLatch(10);
        for (int i = 0; i < 10; i++) {
            threads.execute(() -> {
                throw new IllegalStateException("of a test");
            });
            threads.execute(next::countDown);
        }
        assertThat(next.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void manyThatHaveWaitedAreACrowd() throws Exception {
        assertThat(crowded(20, 5))
                .hasSize(20)
                .startsWith(true, true, true, false)
                .endsWith(false);
    }

    @Test
    void fewThatHaveWaitedAreNoCrowd() throws Exception {
        assertThat(crowded(16, 5)).hasSize(16).containsOnly(false);
    }

    @Test
    void manyThatHaveHardlyWaitedAreNoCrowd() throws Exception {
        assertThat(crowded(20, 60_000)).hasSize(20).containsOnly(false);
    }

    /** Whether each of some requests found a crowd, on one thread that was busy for longer than 5 ms before. */
    private static List<Boolean> crowded(int requests, long millis) throws InterruptedException {
        ScheduledThreadPoolExecutor never = new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
        never.shutdown();
        RequestThreads one = new RequestThreads("one-", 1, MAX_THREADS, never);
        try {
            CountDownLatch all = new CountDownLatch(1);
            one.execute(() -> await(all));
            List<Boolean> crowded = new CopyOnWriteArrayList<>();
            CountDownLatch done = new CountDownLatch(requests);
            for (int i = 0; i < requests; i++) {
                one.execute(() -> {
                    crowded.add(RequestThreads.isCrowded(TimeUnit.MILLISECONDS.toNanos(millis)));
                    done.countDown();
                });
            }
            Thread.sleep(10);
            all.countDown();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            return crowded;
        } finally {
            one.end(10_000);
        }
    }

    @Test
    void anyThreadMayMakeWayAndKnowsOfNoCrowd() {
        RequestThreads.makeWay();
        assertThat(RequestThreads.isCrowded(0)).isFalse();
    }

    @Test
    void nothingIsTakenInAfterTheEnd() {
        threads.end(10_000);
        AtomicInteger done = new AtomicInteger();
        threads.execute(done::incrementAndGet);
        threads.execute(done::incrementAndGet);
        assertThat(done).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
