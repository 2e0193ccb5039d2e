package io.quanyi.facts;

import io.quanyi.servicetime.Target;
import org.jspecify.annotations.Nullable;

/**
 * By when the first answer is promised.
 *
 * @param target the promise
 * @param window the window whose hours the promise is counted in; null for a promise that no window counts
 * @param fulfilledBy what counts as an answer; null where the document does not say
 */
public record Response(
        Target target,
        @Of(Domain.WINDOW) @Nullable String window,
        @Of(Domain.FULFILMENT) @Nullable String fulfilledBy)
        implements Term.Single {

    /** A promise counted in the hours of a window, fulfilled by what the document leaves open. */
    public Response(Target target, String window) {
        this(target, window, null);
    }

    /** A promise that no window counts. */
    public Response(Target target) {
        this(target, null, null);
    }
}
