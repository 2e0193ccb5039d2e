package io.quanyi.decision.advice;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import java.time.Instant;

/** Finds the release that decides a request. */
public interface ReleaseResolver {

    /**
     * The release that the request names or, if it names none, the one in force at the instant asked about, as known at the request's
     * {@code knownAt}.
     *
     * @throws RequestRefused if there is no such programme or release, or none in force
     */
    ProgrammeRelease resolve(DecisionRequest request, Instant at);

    /** A copy of this resolver with the releases that are published now; later publications do not change it. */
    default ReleaseResolver fixed() {
        return this;
    }
}
