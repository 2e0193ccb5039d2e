package io.quanyi.release.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.impact.ProgressListener;
import io.quanyi.release.job.Job.Progress;
import io.quanyi.release.job.Job.State;
import io.quanyi.source.Fault;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkQueue;
import io.quanyi.work.WorkQueueFull;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests of the order, the end and the bounds of jobs. */
@Timeout(20)
class JobLaneTests {

    private static final String RESULT = "result";

    private final AtomicBoolean unneeded = new AtomicBoolean();
    private final WorkQueue queue = new WorkQueue(1, 1, Duration.ofMillis(300));
    private final JobLane lane = new JobLane(queue);
    private final Endless endless = new Endless();

    @AfterEach
    void stop() {
        lane.close();
        queue.stop();
    }

    /** Work that only a cancellation ends. */
    private static class Endless implements JobWork<String> {

        final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        @SuppressWarnings("ThreadPriorityCheck")
        public String run(Cancellation cancellation, ProgressListener progress) {
            begun.countDown();
            try {
                while (true) {
                    cancellation.check();
                    Thread.yield();
                }
            } finally {
                ended.countDown();
            }
        }
    }

    @Test
    void aJobGoesFromWaitingToItsResultWithItsProgress() {
        Job<String> job = job((cancellation, progress) -> {
            progress.done(2, 2);
            // Threads report out of order
            progress.done(1, 2);
            return RESULT;
        });
        assertThat(job.status().state()).isEqualTo(State.WAITING);
        lane.add(job, List.of(), unneeded::get);
        await(job, State.DONE);
        assertThat(job.status().result()).isEqualTo(RESULT);
        assertThat(job.status().progress()).isEqualTo(new Progress(2, 2));
        job.cancel();
        assertThat(job.status().state()).isEqualTo(State.DONE);
    }

    @Test
    void whatIsFoundBeforeTheEndIsShownUntilThen() throws InterruptedException {
        Endless work = new Endless() {

            @Override
            public String soFar() {
                return RESULT;
            }
        };
        Job<String> job = job(work);
        lane.add(job, List.of(), unneeded::get);
        assertThat(work.begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(job.soFar()).isEqualTo(RESULT);
        assertThat(job.status().result()).isNull();
        lane.cancel(job);
        assertThat(job.soFar()).isNull();
    }

    @Test
    void cancellingARunningJobEndsItsWork() throws InterruptedException {
        Job<String> job = job(endless);
        lane.add(job, List.of(), unneeded::get);
        assertThat(endless.begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(job.status().state()).isEqualTo(State.RUNNING);
        lane.cancel(job);
        assertThat(job.status().state()).isEqualTo(State.CANCELLED);
        assertThat(endless.ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aJobThatNobodyNeedsAnyMoreIsCancelledAndItsWorkEnds() throws InterruptedException {
        Job<String> job = job(endless);
        lane.add(job, List.of(), unneeded::get);
        assertThat(endless.begun.await(10, TimeUnit.SECONDS)).isTrue();
        unneeded.set(true);
        await(job, State.CANCELLED);
        assertThat(endless.ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aJobTakesThePlaceOfAWaitingOneAndEndsNoneIfThereIsNoRoom() throws InterruptedException {
        Job<String> running = job(endless);
        lane.add(running, List.of(), unneeded::get);
        assertThat(endless.begun.await(10, TimeUnit.SECONDS)).isTrue();
        Job<String> waiting = quick();
        lane.add(waiting, List.of(), unneeded::get);
        for (int i = 1; i < JobLane.MAX_WAITING; i++) {
            lane.add(quick(), List.of(), unneeded::get);
        }
        Job<String> job = quick();
        assertThatThrownBy(() -> lane.add(job, List.of(running), unneeded::get)).isInstanceOf(WorkQueueFull.class);
        assertThat(running.status().state()).isEqualTo(State.RUNNING);
        lane.add(job, List.of(waiting), unneeded::get);
        assertThat(waiting.status().state()).isEqualTo(State.CANCELLED);
        lane.cancel(running);
        await(job, State.DONE);
    }

    @Test
    void asManyJobsWaitAsThereIsRoomAndACancelledOneMakesRoom() throws InterruptedException {
        lane.add(job(endless), List.of(), unneeded::get);
        assertThat(endless.begun.await(10, TimeUnit.SECONDS)).isTrue();
        Job<String> waiting = quick();
        lane.add(waiting, List.of(), unneeded::get);
        for (int i = 1; i < JobLane.MAX_WAITING; i++) {
            lane.add(quick(), List.of(), unneeded::get);
        }
        assertThatThrownBy(() -> lane.add(quick(), List.of(), unneeded::get)).isInstanceOf(WorkQueueFull.class);
        lane.cancel(waiting);
        assertThat(waiting.status().state()).isEqualTo(State.CANCELLED);
        lane.add(quick(), List.of(), unneeded::get);
    }

    @Test
    void aJobWaitsWhileThePublicationsOccupyTheThreads() throws InterruptedException {
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch publishing = new CountDownLatch(1);
        Thread publication = new Thread(() -> queue.run(() -> false, cancellation -> {
            publishing.countDown();
            return wait(published);
        }));
        publication.start();
        assertThat(publishing.await(10, TimeUnit.SECONDS)).isTrue();
        Job<String> job = quick();
        lane.add(job, List.of(), unneeded::get);
        // Longer than the queue's patience
        LockSupport.parkNanos(700_000_000);
        assertThat(job.status().state()).isEqualTo(State.WAITING);
        published.countDown();
        await(job, State.DONE);
        publication.join();
    }

    @Test
    void workThatFailsLeavesAReasonAndTheNextJobRuns() {
        Job<String> failing = job((cancellation, progress) -> {
            throw new IllegalStateException("a defect");
        });
        Job<String> deep = job((cancellation, progress) -> {
            throw new StackOverflowError();
        });
        Job<String> next = quick();
        List.of(failing, deep, next).forEach(one -> lane.add(one, List.of(), unneeded::get));
        await(next, State.DONE);
        assertThat(failing.status().state()).isEqualTo(State.FAILED);
        assertThat(failing.status().faults()).extracting(Fault::code).containsExactly("state-failed");
        assertThat(deep.status().faults()).extracting(Fault::code).containsExactly("state-too-deep");
    }

    @Test
    void aServiceThatStopsCancelsItsJobs() throws InterruptedException {
        Job<String> job = job(endless);
        lane.add(job, List.of(), unneeded::get);
        assertThat(endless.begun.await(10, TimeUnit.SECONDS)).isTrue();
        queue.stop();
        await(job, State.CANCELLED);
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Job<String> quick() {
        return job((cancellation, progress) -> RESULT);
    }

    private static Job<String> job(JobWork<String> work) {
        return new Job<>(work, Clock.systemUTC());
    }

    private static void await(Job<String> job, State state) {
        while (!job.hasEnded()) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(job.status().state()).isEqualTo(state);
    }
}
