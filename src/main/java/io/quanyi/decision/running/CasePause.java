package io.quanyi.decision.running;

import io.quanyi.servicetime.Pauses.Pause;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a case waits for the customer, so that no target time counts.
 *
 * @param from the first instant of the pause
 * @param to the end, which is not part of the pause; absent while the case still waits
 */
public record CasePause(OffsetDateTime from, @Nullable OffsetDateTime to) {

    Pause asPause() {
        return new Pause(from.toInstant(), to == null ? null : to.toInstant());
    }
}
