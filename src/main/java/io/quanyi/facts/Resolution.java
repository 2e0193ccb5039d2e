package io.quanyi.facts;

import io.quanyi.servicetime.Target;
import org.jspecify.annotations.Nullable;

/**
 * The target time of the resolution.
 *
 * @param target the target time
 * @param window the window in which the target time is counted; null if it is counted without a window
 */
public record Resolution(
        Target target, @Of(Domain.WINDOW) @Nullable String window) implements Term.Single {

    /**
     * Refuses a window that has no effect.
     *
     * @throws io.quanyi.servicetime.InvalidTime if the target time is not counted in open time, and there is a window
     */
    public Resolution {
        target.checkWindow(window);
    }

    /** A target time that is counted without a window. */
    public Resolution(Target target) {
        this(target, null);
    }
}
