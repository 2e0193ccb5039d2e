package io.quanyi.impact;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.dimension.ElementNames;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.List;

/** Finds the sentences about a service that cover a request. Not safe for use by several threads. */
public final class SentenceFinder {

    private ServiceComparison comparison;
    private final List<ValueBox> boxes;
    private List<MergedDimension> dimensions;
    private LocalDate day;

    /**
     * Begins on the day of the comparison.
     *
     * @param boxes the combinations of each sentence
     */
    SentenceFinder(ServiceComparison comparison, List<MergedDimension> dimensions, List<ValueBox> boxes) {
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
        int[] digits = dimensions.stream()
                .mapToInt(dimension -> dimension.valueOf(placed))
                .toArray();
        BitSet covering = new BitSet();
        for (int i = 0; i < boxes.size(); i++) {
            covering.set(i, boxes.get(i).contains(digits));
        }
        return covering;
    }

    /** A change of the answer to a request, named as sentences name it. */
    public AnswerChange named(AnswerChange change, DecisionRequest request, Instant at) {
        turnTo(at.atZone(comparison.after().programme().zone()).toOffsetDateTime());
        return new ElementNames(comparison).of(change, request);
    }

    /** Reads values of requests as of another day. */
    private void turnTo(OffsetDateTime asked) {
        if (!asked.toLocalDate().equals(day)) {
            day = asked.toLocalDate();
            comparison = new ServiceComparison(comparison.before(), comparison.after(), comparison.service(), asked);
            dimensions = dimensions.stream()
                    .map(dimension -> dimension.at(comparison))
                    .toList();
        }
    }
}
