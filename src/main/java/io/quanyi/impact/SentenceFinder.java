package io.quanyi.impact;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.dimension.ElementNames;
import io.quanyi.impact.dimension.FurtherTermsFinder;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.term.AgreedReading;
import io.quanyi.impact.term.FurtherTerms;
import io.quanyi.impact.term.OwnTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Finds the sentences about a service that cover a request. Not safe for use by several threads. */
public final class SentenceFinder {

    private ServiceComparison comparison;
    private final List<ValueBox> boxes;
    private final List<AnswerChange> changes;
    private List<MergedDimension> dimensions;
    private LocalDate day;

    /**
     * Begins on the day of the comparison.
     *
     * @param boxes the combinations of each sentence
     * @param changes the change of the answer that each sentence states
     */
    SentenceFinder(
            ServiceComparison comparison,
            List<MergedDimension> dimensions,
            List<ValueBox> boxes,
            List<AnswerChange> changes) {
        this.changes = changes;
        this.comparison = comparison;
        this.dimensions = dimensions;
        this.boxes = boxes;
        this.day = comparison.at().toLocalDate();
    }

    /**
     * The numbers of the sentences that cover a request; none if a value of the request is not enumerated.
     *
     * @param at the instant of the request; periods are counted from its day
     */
    public BitSet sentencesFor(DecisionRequest request, Instant at) {
        OffsetDateTime asked = at.atZone(comparison.after().programme().zone()).toOffsetDateTime();
        turnTo(asked);
        DecisionRequest placed = RequestBuilder.from(request).at(asked).request();
        OwnTerms own = comparison.ownTerms(placed);
        BitSet covering = new BitSet();
        if (!own.parts().isEmpty() && furtherTerms().ownTerms() == null) {
            return covering;
        }
        AgreedReading reading = new AgreedReading(own);
        int[] digits = dimensions.stream()
                .mapToInt(dimension -> dimension.valueOf(placed))
                .toArray();
        for (int i = 0; i < boxes.size(); i++) {
            covering.set(i, boxes.get(i).contains(digits) && reading.says(changes.get(i)));
        }
        return covering;
    }

    private FurtherTermsFinder furtherTerms() {
        return FurtherTermsFinder.of(comparison, dimensions);
    }

    /** The own terms of the contract of a request of which no sentence tells how the answer changes. */
    public Set<FurtherTerms> furtherTerms(DecisionRequest request, Instant at) {
        turnTo(at.atZone(comparison.after().programme().zone()).toOffsetDateTime());
        return furtherTerms().of(request);
    }

    /** The part of a sentence that holds for a request whose contract has own terms on the service. */
    public AnswerChange left(AnswerChange said, DecisionRequest request, Instant at) {
        turnTo(at.atZone(comparison.after().programme().zone()).toOffsetDateTime());
        return new AgreedReading(comparison.ownTerms(request)).left(said);
    }

    /** A change of the answer to a request, named as sentences name it, and read with the own terms of its contract. */
    public AnswerChange named(AnswerChange change, DecisionRequest request, Instant at) {
        turnTo(at.atZone(comparison.after().programme().zone()).toOffsetDateTime());
        return new AgreedReading(comparison.ownTerms(request)).shown(new ElementNames(comparison).of(change, request));
    }

    /** Reads values of requests as of another day. */
    private void turnTo(OffsetDateTime asked) {
        if (!asked.toLocalDate().equals(day)) {
            day = asked.toLocalDate();
            comparison = comparison.at(asked);
            dimensions = dimensions.stream()
                    .map(dimension -> dimension.at(comparison))
                    .toList();
        }
    }
}
