package io.quanyi.impact;

import io.quanyi.decision.Core;
import io.quanyi.decision.Decider;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a release makes of a request.
 *
 * @param decision what it decides; null where it cannot
 * @param refused why it cannot
 * @param core what answers are compared by
 * @param number which of a release's different answers it is
 */
record Answer(@Nullable Decision decision, @Nullable RequestRefused refused, String core, int number) {

    static Answer of(DecisionRequest request, ProgrammeRelease release, Instant at) {
        try {
            Decision decision = Decider.decideBare(request, release, at);
            return new Answer(decision, null, Core.of(decision), 0);
        } catch (RequestRefused e) {
            return new Answer(null, e, Sight.refused(e), 0);
        }
    }

    Answer numbered(int other) {
        return new Answer(decision, refused, core, other);
    }

    SortedSet<Statement> statements() {
        return decision != null ? Statements.of(decision) : Statements.of(java.util.Objects.requireNonNull(refused));
    }
}
