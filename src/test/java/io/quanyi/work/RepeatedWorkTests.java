package io.quanyi.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests of work that is done again after each pause. */
class RepeatedWorkTests {

    @Test
    void aFailureDoesNotEndTheRepetition() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        RepeatedWork work = new RepeatedWork("tested", Duration.ofMillis(1), () -> {
            runs.countDown();
            throw new IllegalStateException("fails each time");
        });
        assertThat(work.isRunning()).isFalse();
        work.start();
        try {
            assertThat(work.isRunning()).isTrue();
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            work.stop();
        }
        assertThat(work.isRunning()).isFalse();
    }

    @Test
    void aStopEndsTheRunToo() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        RepeatedWork work = new RepeatedWork("tested", Duration.ofMillis(1), () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                interrupted.countDown();
            }
        });
        work.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        work.stop();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
