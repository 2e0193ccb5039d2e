package io.quanyi.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole sheet of a customer: every service of the programme, in the order of the catalogue.
 *
 * @param release which release decided
 * @param entries one a service
 */
public record Sheet(ReleaseId release, List<Entry> entries) {

    /** A decision, or why there is none: then facts are missing that it depends on. */
    public record Entry(
            String service,
            @Nullable Decision decision,
            @Nullable RequestRefused problem) {}
}
