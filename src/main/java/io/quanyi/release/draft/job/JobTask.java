package io.quanyi.release.draft.job;

import io.quanyi.impact.request.AskedRequests;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The task of a job, as a caller states it. Two equal tasks about the same draft have the same result.
 *
 * @param at the instant of examples, and of requests without one; null for the instant from which the draft is to be in force, or
 *     now if it is not submitted
 * @param requests the requests to decide by the base and by the draft; null for none
 */
public record JobTask(
        Kind kind, @Nullable Instant at, @Nullable AskedRequests requests) {

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
        return new JobTask(Kind.TEST, null, null);
    }

    /** To try the mutations of the rules in files that the draft changes; of all rules, if it changes none. */
    public static JobTask mutations() {
        return new JobTask(Kind.MUTATIONS, null, null);
    }

    /** To compare the answers of the draft with those of its base. */
    public static JobTask impact(@Nullable Instant at, @Nullable AskedRequests requests) {
        return new JobTask(Kind.IMPACT, at, requests);
    }
}
