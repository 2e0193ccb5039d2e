package io.quanyi.facts;

import io.quanyi.servicetime.Target;
import org.jspecify.annotations.Nullable;

/**
 * The target time of the response.
 *
 * @param target the target time
 * @param window the window in which the target time is counted; null if it is counted without a window
 */
public record Response(
        Target target, @Of(Domain.WINDOW) @Nullable String window) implements Term.Single {

    /** A target time that is counted without a window. */
    public Response(Target target) {
        this(target, null);
    }
}
