package io.quanyi.log;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quanyi.log.DecisionLog.Answered;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The spans of decisions within the traces of their requests; there are none without a receiver of traces. Their attributes are ids of
 * catalogues and codes of the service, never a word of a caller.
 */
@Component
class DecisionSpans {

    static final String NAME = "decision";

    private final Clock clock;
    private final @Nullable Tracer tracer;

    DecisionSpans(Clock clock, ObjectProvider<Tracer> tracer) {
        this.clock = clock;
        this.tracer = tracer.getIfAvailable();
    }

    /** Adds a decision that has just been made to the trace of its request, if that is sent. */
    void decided(Answered answered, String service, String outcome, long nanos) {
        if (tracer != null && Span.current().isRecording()) {
            Instant end = clock.instant();
            tracer.spanBuilder(NAME)
                    .setStartTimestamp(end.minusNanos(nanos))
                    .setAttribute("quanyi.programme", answered.programme())
                    .setAttribute("quanyi.release", answered.release())
                    .setAttribute("quanyi.service", service)
                    .setAttribute("quanyi.outcome", outcome)
                    .startSpan()
                    .end(end);
        }
    }
}
