package io.quanyi.release.draft.job;

import io.quanyi.release.draft.Draft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs that are kept, with their results: bounded in number and time, because each can be asked for again. One that has
 * not ended is never forgotten.
 */
final class KeptJobs {

    /** How many jobs are kept; more than can wait and run. */
    static final int MAX_JOBS = 32;

    /** How long a job is kept after its end. */
    static final Duration MAX_AGE = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, DraftJob> jobs = new LinkedHashMap<>();

    KeptJobs(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(DraftJob job) {
        forgetOld();
        Iterator<DraftJob> oldest = jobs.values().iterator();
        while (jobs.size() >= MAX_JOBS && oldest.hasNext()) {
            if (oldest.next().hasEnded()) {
                oldest.remove();
            }
        }
        jobs.put(job.id(), job);
    }

    /** The job of an id, if it is about a draft. */
    synchronized Optional<DraftJob> find(Draft draft, String id) {
        forgetOld();
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.draft().id().equals(draft.id()));
    }

    /** The job of a kind about a draft that began last. */
    synchronized Optional<DraftJob> newest(Draft draft, JobTask.Kind kind) {
        forgetOld();
        return jobs.values().stream()
                .filter(job -> job.draft().id().equals(draft.id()) && job.task().kind() == kind)
                .reduce((earlier, later) -> later);
    }

    /** The jobs of a kind about a draft that have not ended. */
    synchronized List<DraftJob> open(Draft draft, JobTask.Kind kind) {
        return jobs.values().stream()
                .filter(job -> !job.hasEnded()
                        && job.draft().id().equals(draft.id())
                        && job.task().kind() == kind)
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
