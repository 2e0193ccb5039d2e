package io.quanyi.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanyi.text.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Few places, a short queue for them, and a no for what is beyond. */
@Timeout(60)
class WorkPlacesTests {

    @Test
    void oneWaitsInTheQueueUntilAPlaceIsFree() {
        CallerLimit queue = new CallerLimit(1, 1);
        WorkPlaces places = new WorkPlaces(1, queue, Duration.ofMinutes(1));
        places.take("a");
        CompletableFuture<Void> waiting = onThread(() -> places.take("a"));
        awaitFull(queue);
        assertThat(waiting).isNotDone();
        places.give();
        waiting.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void whatTheQueueHasNoRoomForIsRefusedAtOnce() {
        CallerLimit queue = new CallerLimit(2, 1);
        WorkPlaces places = new WorkPlaces(1, queue, Duration.ofMinutes(5));
        places.take("a");
        CompletableFuture<Void> first = onThread(() -> places.take("a"));
        CompletableFuture<Void> second = onThread(() -> places.take("b"));
        awaitFull(queue);
        assertThatExceptionOfType(RequestShed.class).isThrownBy(places::refuseIfQueueIsFull);
        assertThatExceptionOfType(RequestShed.class)
                .isThrownBy(() -> places.take("c"))
                .satisfies(shed ->
                        assertThat(shed.problem(Language.ENGLISH).status()).isEqualTo(503));
        places.give();
        places.give();
        CompletableFuture.allOf(first, second).orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void nobodyWaitsLongerThanIsWorthIt() {
        WorkPlaces places = new WorkPlaces(1, new CallerLimit(2, 1), Duration.ofMillis(50));
        places.take("a");
        assertThatExceptionOfType(RequestShed.class)
                .isThrownBy(() -> places.take("b"))
                .satisfies(shed ->
                        assertThat(shed.problem(Language.ENGLISH).status()).isEqualTo(503));
        places.give();
        places.take("b");
    }

    @Test
    void workThatHasBegunComesBeforeTheQueue() {
        CallerLimit queue = new CallerLimit(1, 1);
        WorkPlaces places = new WorkPlaces(1, queue, Duration.ofMinutes(1));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        places.take("a");
        CompletableFuture<Void> fresh = onThread(() -> {
            places.take("b");
            order.add("new");
            places.give();
        });
        awaitFull(queue);
        Thread begun = new Thread(() -> {
            places.takeAgain();
            order.add("begun");
            places.give();
        });
        begun.start();
        awaitWaiting(begun);
        places.give();
        fresh.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(order).containsExactly("begun", "new");
    }

    @Test
    void noPlaceIsLostOrDoubledHoweverItIsTaken() throws InterruptedException {
        WorkPlaces places = new WorkPlaces(2, new CallerLimit(8, 8), Duration.ofMillis(1));
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int way = i % 3;
            threads.add(new Thread(() -> {
                for (int turn = 0; turn < 2_000; turn++) {
                    if (taken(places, way)) {
                        most.accumulateAndGet(working.incrementAndGet(), Math::max);
                        working.decrementAndGet();
                        places.give();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most).hasValueLessThanOrEqualTo(2);
        places.take("a");
        places.take("b");
        assertThatExceptionOfType(RequestShed.class).isThrownBy(() -> places.take("c"));
    }

    private static boolean taken(WorkPlaces places, int way) {
        try {
            switch (way) {
                case 0 -> places.take("a");
                case 1 -> places.takeAgain();
                default -> places.takeInTurn();
            }
            return true;
        } catch (RequestShed shed) {
            return false;
        }
    }

    /** Has work wait on a thread of its own: the common pool may have only one. */
    private static CompletableFuture<Void> onThread(Runnable work) {
        return CompletableFuture.runAsync(work, command -> new Thread(command).start());
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void awaitFull(CallerLimit queue) {
        while (!queue.isFull()) {
            Thread.onSpinWait();
        }
    }
}
