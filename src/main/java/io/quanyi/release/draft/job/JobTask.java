package io.quanyi.release.draft.job;

import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.request.AskedRequests;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The task of a job, as a caller states it. Two equal tasks about the same draft have the same result.
 *
 * @param at the instant of examples, and of requests without one; null for the instant from which the draft is to be in force, or
 *     now if it is not submitted
 * @param requests the requests to decide by the base and by the draft; null for none
 * @param census the customers to count beside each sentence; null for no census
 */
public record JobTask(
        Kind kind,
        @Nullable Instant at,
        @Nullable AskedRequests requests,
        @Nullable List<Subscription> census) {

    /** Keeps a copy. */
    public JobTask {
        census = census == null ? null : List.copyOf(census);
    }

    /** The kinds of jobs. */
    public enum Kind {
        /** Runs the cases. */
        TEST,
        /** Compares the answers of the draft with those of its base. */
        IMPACT,
        /** Tries the mutations of rules with the cases. */
        MUTATIONS
    }

    /** To run the cases. */
    public static JobTask test() {
        return new JobTask(Kind.TEST, null, null, null);
    }

    /** To try the mutations of the rules in files that the draft changes; of all rules, if it changes none. */
    public static JobTask mutations() {
        return new JobTask(Kind.MUTATIONS, null, null, null);
    }

    /** To compare the answers of the draft with those of its base. */
    public static JobTask impact(@Nullable Instant at, @Nullable AskedRequests requests) {
        return new JobTask(Kind.IMPACT, at, requests, null);
    }

    /** This task with customers to count. */
    public JobTask counting(List<Subscription> customers) {
        return new JobTask(kind, at, requests, customers);
    }

    /** This task without the data of customers: a job that has ended needs them no more. */
    JobTask withoutCustomers() {
        return new JobTask(kind, at, null, null);
    }
}
