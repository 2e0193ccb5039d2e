package io.quanyi.release;

import io.quanyi.decision.ReleaseId;
import io.quanyi.source.Fault;
import java.util.List;

/** A release of long ago cannot be loaded any more. Nobody else's answers depend on it. */
final class BrokenRelease extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    BrokenRelease(ReleaseId id, List<Fault> faults) {
        super("release " + id.number() + " of " + id.programme() + ": " + faults);
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
