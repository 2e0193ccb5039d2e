package io.quanyi.coverage;

/** The result of testing one mutation with all cases. */
enum MutationStatus {
    /** A case fails, by its answer or by the rules that fire. */
    DETECTED,
    /** All cases pass, although some requests are answered differently. */
    SURVIVED,
    /** All cases pass, and there are too many combinations to know whether any request is answered differently. */
    UNPROVEN,
    /** All requests are answered as before, so that no case can detect the mutation. */
    EQUIVALENT
}
