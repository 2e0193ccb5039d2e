package io.quanyi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> places.take("a"));
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
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> places.take("a"));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> places.take("b"));
        awaitFull(queue);
        assertThatExceptionOfType(RequestShed.class).isThrownBy(places::requireHope);
        assertThatExceptionOfType(RequestShed.class)
                .isThrownBy(() -> places.take("c"))
                .satisfies(shed -> assertThat(shed.status()).isEqualTo(503));
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
                .satisfies(shed -> assertThat(shed.status()).isEqualTo(503));
        places.give();
        places.take("b");
    }

    private static void awaitFull(CallerLimit queue) {
        while (!queue.isFull()) {
            Thread.onSpinWait();
        }
    }
}
