package io.quanyi.release.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The jobs that are kept, with their results: bounded in number and time, because each can be asked for again. One that has
 * not ended is never forgotten.
 *
 * @param <J> the type of the jobs
 */
public final class KeptJobs<J extends Job<?>> {

    /** How many jobs are kept; more than can wait and run. */
    public static final int MAX_JOBS = 32;

    /** How long a job is kept after its end. */
    public static final Duration MAX_AGE = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, J> jobs = new LinkedHashMap<>();

    /** No jobs. */
    public KeptJobs(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins a job in a lane, or finds the equal one that has not ended. Others of its group are cancelled.
     *
     * @param group the jobs of which only one goes on
     * @param equal the jobs of the group that do the same work for the same caller
     * @param unneeded whether the result of the job is not needed any more; evaluated repeatedly until it ends
     * @return the job, or the equal one
     * @throws io.quanyi.work.WorkQueueFull if too many jobs wait
     */
    public synchronized J begin(JobLane lane, J job, Predicate<J> group, Predicate<J> equal, BooleanSupplier unneeded) {
        List<J> others = open(group);
        Optional<J> same = others.stream().filter(equal).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        lane.add(job, others, unneeded);
        add(job);
        return job;
    }

    /** Keeps a job; the oldest that has ended makes room for it. */
    synchronized void add(J job) {
        forgetOld();
        Iterator<J> oldest = jobs.values().iterator();
        while (jobs.size() >= MAX_JOBS && oldest.hasNext()) {
            if (oldest.next().hasEnded()) {
                oldest.remove();
            }
        }
        jobs.put(job.id(), job);
    }

    /** The job of an id; empty if it is not kept. */
    public synchronized Optional<J> find(String id) {
        forgetOld();
        return Optional.ofNullable(jobs.get(id));
    }

    /** The job of a kind that began last. */
    public synchronized Optional<J> newest(Predicate<J> kind) {
        forgetOld();
        return jobs.values().stream().filter(kind).reduce((earlier, later) -> later);
    }

    /** The jobs of a kind that have not ended. */
    synchronized List<J> open(Predicate<J> kind) {
        return jobs.values().stream()
                .filter(job -> !job.hasEnded() && kind.test(job))
                .toList();
    }

    private void forgetOld() {
        Instant old = clock.instant().minus(MAX_AGE);
        jobs.values().removeIf(job -> {
            Instant end = job.status().endedAt();
            return end != null && end.isBefore(old);
        });
    }
}
