package io.quanyi.decision.request;

import io.quanyi.decision.running.RunningCase;
import io.quanyi.decision.running.RunningCaseFaults;
import io.quanyi.source.Fault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request: a question with the data of the customer on which its answer may depend.
 *
 * @param programme the programme, by id
 * @param release the number of the release that is to decide; absent means the release in force
 * @param knownAt the instant whose published releases are considered; absent means now
 * @param subscription the data of the customer
 * @param question the question
 */
public record DecisionRequest(
        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) String programme,

        @DecimalMin("1") @Nullable Integer release,
        @Nullable OffsetDateTime knownAt,
        Subscription subscription,
        AskedQuestion question) {

    /** The instant of the question; the given one if the question has none. */
    public Instant instant(Instant now) {
        OffsetDateTime at = question.at();
        return at == null ? now : at.toInstant();
    }

    /**
     * The request with the instant as of which the clocks of its case are read: now, if it states a course of the case and no such
     * instant.
     */
    public DecisionRequest readAsOf(Instant now) {
        RunningCase running = question.runningCase();
        return running == null || running.asOf() != null
                ? this
                : RequestBuilder.from(this).asOf(running.asOfOr(now)).request();
    }

    /**
     * Refuses a request that lacks members which other members of it need, or has ones that others do not take.
     *
     * @throws RequestRefused with all faults of this kind
     */
    public void refuseMalformed() {
        List<Fault> faults = new ArrayList<>(AgreedTerms.malformed(this));
        RunningCase running = question.runningCase();
        if (running != null) {
            faults.addAll(RunningCaseFaults.missing(running));
        }
        if (!faults.isEmpty()) {
            throw new RequestRefused(RequestRefused.Stage.MALFORMED, faults);
        }
    }
}
