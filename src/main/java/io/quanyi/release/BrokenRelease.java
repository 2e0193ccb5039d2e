package io.quanyi.release;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A published release that cannot be loaded. Only requests that need this release fail. */
public final class BrokenRelease extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String programme;
    private final int number;
    private final transient List<Fault> faults;

    /** @param cause the failure of the service; null if the faults explain everything */
    BrokenRelease(ReleaseId id, List<Fault> faults, @Nullable Throwable cause) {
        super("release " + id.number() + " of " + id.programme() + ": " + faults, cause);
        this.programme = id.programme();
        this.number = id.number();
        this.faults = List.copyOf(faults);
    }

    /** The id of the programme of the release. */
    public String programme() {
        return programme;
    }

    /** The number of the release. */
    public int number() {
        return number;
    }

    /** The faults of the release. */
    public List<Fault> faults() {
        return faults;
    }
}
