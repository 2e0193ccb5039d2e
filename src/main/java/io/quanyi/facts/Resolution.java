package io.quanyi.facts;

import io.quanyi.servicetime.Target;
import org.jspecify.annotations.Nullable;

/**
 * By when a solution is promised.
 *
 * @param target the promise
 * @param window the window whose hours the promise is counted in; null for a promise that no window counts
 */
public record Resolution(
        Target target, @Of(Domain.WINDOW) @Nullable String window) implements Term.Single {

    /** A promise that no window counts. */
    public Resolution(Target target) {
        this(target, null);
    }
}
