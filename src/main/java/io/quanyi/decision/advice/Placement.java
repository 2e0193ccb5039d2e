package io.quanyi.decision.advice;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import java.time.Instant;

/** Finds the release that decides. */
public interface Placement {

    /**
     * The release that the request pins, else the one in force at the instant asked about, as known at the request's
     * {@code knownAt}.
     *
     * @throws RequestRefused if there is no such programme or release, or none in force
     */
    ProgrammeRelease place(DecisionRequest request, Instant at);

    /** The same as it is now, whatever is published from here on: for many questions that are to be answered by one state of things. */
    default Placement fixed() {
        return this;
    }
}
