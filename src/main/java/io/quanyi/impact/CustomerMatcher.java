package io.quanyi.impact;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.RequestedAmount;
import io.quanyi.impact.dimension.ServiceComparison;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the sentences about a service that apply to a customer for at least one question. Not safe for use by several threads. */
public final class CustomerMatcher {

    private static final int REMEMBERED = 10_000;

    /** Dimensions of the question, which no customer record determines. */
    private static final Set<String> QUESTION_DIMENSIONS = Set.of(
            "channel",
            "topic",
            "severity",
            "activity",
            "delivery",
            "requestedStart",
            "requesterCertified",
            "submittedBy");

    /** The dimension of past usage, which the customer record determines, and of requested amounts, which the question determines. */
    private static final String USE = "use";

    private final ServiceComparison comparison;
    private final List<MergedDimension> dimensions;
    private final List<ValueBox> boxes;
    private final List<Map<DecisionRequest, BitSet>> known;

    /**
     * Begins with no customers.
     *
     * @param boxes the combinations of each sentence
     */
    CustomerMatcher(ServiceComparison comparison, List<MergedDimension> dimensions, List<ValueBox> boxes) {
        this.comparison = comparison;
        this.dimensions = dimensions;
        this.boxes = boxes;
        this.known = dimensions.stream().map(dimension -> memory()).toList();
    }

    private static Map<DecisionRequest, BitSet> memory() {
        return new LinkedHashMap<>() {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<DecisionRequest, BitSet> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** The numbers of the sentences that apply; null if both releases refuse the customer record or a value is not enumerated. */
    @Nullable BitSet sentencesFor(Subscription customer) {
        DecisionRequest request = new DecisionRequest(
                comparison.after().programme().id(),
                null,
                null,
                customer,
                AskedQuestion.about(comparison.service(), comparison.at()));
        if (comparison.releases().stream().allMatch(release -> isRefused(release, request))) {
            return null;
        }
        BitSet applicable = new BitSet();
        applicable.set(0, boxes.size());
        for (int place = 0; place < dimensions.size(); place++) {
            MergedDimension dimension = dimensions.get(place);
            if (!QUESTION_DIMENSIONS.contains(dimension.id())) {
                BitSet values = known.get(place)
                        .computeIfAbsent(only(dimension, request), one -> values(dimension, one, request));
                if (values.isEmpty()) {
                    return null;
                }
                keep(applicable, place, values);
            }
        }
        return applicable;
    }

    private boolean isRefused(ProgrammeRelease release, DecisionRequest request) {
        try {
            CheckedQuestion.of(request, release, comparison.at().toInstant());
            return false;
        } catch (RequestRefused e) {
            return true;
        }
    }

    private void keep(BitSet applicable, int place, BitSet values) {
        for (int i = applicable.nextSetBit(0); i >= 0; i = applicable.nextSetBit(i + 1)) {
            applicable.set(i, boxes.get(i).values().get(place).intersects(values));
        }
    }

    /** A request with one dimension of the customer record only. */
    private DecisionRequest only(MergedDimension dimension, DecisionRequest request) {
        RequestBuilder builder = comparison.requestBuilder(comparison.after());
        dimension.source().copy().accept(request, builder);
        return builder.request();
    }

    /**
     * The values of a dimension that the customer record allows.
     *
     * @param only a request with this dimension of the record alone, its usage summed for each span
     * @param request a request with the whole record, which says in which span an entry of the usage lies
     */
    private BitSet values(MergedDimension dimension, DecisionRequest only, DecisionRequest request) {
        BitSet values = new BitSet();
        if (!dimension.id().equals(USE)) {
            add(values, dimension.valueOf(request));
            return values;
        }
        for (RequestedAmount one : RequestedAmount.of(comparison, only)) {
            add(values, dimension.valueOf(one.in(request)));
        }
        return values;
    }

    private static void add(BitSet values, int value) {
        if (value >= 0) {
            values.set(value);
        }
    }
}
