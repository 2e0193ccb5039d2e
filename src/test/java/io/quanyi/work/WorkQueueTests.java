package io.quanyi.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests of the bounds and the cancellation of long work. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WorkQueueTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private WorkQueue queue = new WorkQueue(1, 1, LONG);

    @AfterEach
    void end() {
        allowed.countDown();
        callers.shutdownNow();
    }

    @Test
    void whatComesOfTheWorkComesBack() {
        assertThat(queue.<String>run(() -> false, cancellation -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> queue.run(() -> false, cancellation -> {
                    throw new IllegalArgumentException("wrong");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wrong");
    }

    @Test
    void whatCannotEvenWaitIsRefusedAtOnce() throws InterruptedException {
        CompletableFuture<String> first = inBackground();
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        CompletableFuture<String> one =
                CompletableFuture.supplyAsync(() -> queue.run(() -> false, end -> "one"), callers);
        CompletableFuture<String> two =
                CompletableFuture.supplyAsync(() -> queue.run(() -> false, end -> "two"), callers);
        assertThatThrownBy(() -> CompletableFuture.anyOf(one, two).join()).hasCauseInstanceOf(WorkQueueFull.class);
        allowed.countDown();
        assertThat(first.join()).isEqualTo("first");
        CompletableFuture<String> waited = one.isCompletedExceptionally() ? two : one;
        assertThat(waited.join()).isIn("one", "two");
    }

    @Test
    void whatHasWaitedTooLongIsRefusedAndNeverDone() throws InterruptedException {
        queue = new WorkQueue(1, 5, Duration.ofMillis(1));
        CompletableFuture<String> first = inBackground();
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        AtomicBoolean done = new AtomicBoolean();
        assertThatThrownBy(() -> queue.run(() -> false, cancellation -> done.getAndSet(true)))
                .isInstanceOf(WorkQueueFull.class);
        allowed.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(done).isFalse();
    }

    @Test
    void workEndsWhenNobodyWaitsForIt() {
        AtomicBoolean gone = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        assertThatThrownBy(() -> queue.run(gone::get, cancellation -> {
                    gone.set(true);
                    return forEver(cancellation, ended);
                }))
                .isInstanceOf(WorkCancelled.class);
        assertThat(ended.getCount()).isZero();
    }

    @Test
    void allWorkEndsAtAStopAndNoneBeginsUntilAStart() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<String> running = CompletableFuture.supplyAsync(
                () -> queue.run(() -> false, cancellation -> {
                    begun.countDown();
                    return forEver(cancellation, ended);
                }),
                callers);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        queue.stop();
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThatThrownBy(running::join).hasCauseInstanceOf(WorkCancelled.class);
        assertThatThrownBy(() -> queue.run(() -> false, cancellation -> {
                    cancellation.check();
                    return forEver(cancellation, ended);
                }))
                .isInstanceOf(WorkCancelled.class);
        queue.start();
        assertThat(queue.<String>run(() -> false, cancellation -> "again")).isEqualTo("again");
    }

    private CompletableFuture<String> inBackground() {
        return CompletableFuture.supplyAsync(
                () -> queue.run(() -> false, cancellation -> {
                    begun.countDown();
                    await(allowed);
                    return "first";
                }),
                callers);
    }

    private static String forEver(Cancellation cancellation, CountDownLatch ended) {
        try {
            while (true) {
                cancellation.check();
                Thread.onSpinWait();
            }
        } finally {
            ended.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
