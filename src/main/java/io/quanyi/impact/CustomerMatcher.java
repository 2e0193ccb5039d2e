package io.quanyi.impact;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final Set<RequestedAmount> amounts = new LinkedHashSet<>();

    /** The amounts that a question asks for. */
    private record RequestedAmount(
            @Nullable Integer quantity,
            @Nullable BigDecimal personDays,
            @Nullable LocalDate start) {}

    /**
     * Collects the amounts that questions can ask for.
     *
     * @param boxes the combinations of each sentence
     */
    CustomerMatcher(ServiceComparison comparison, List<MergedDimension> dimensions, List<ValueBox> boxes) {
        this.comparison = comparison;
        this.dimensions = dimensions;
        this.boxes = boxes;
        this.known = dimensions.stream().map(dimension -> memory()).toList();
        dimensions.stream()
                .filter(dimension -> dimension.id().equals(USE))
                .flatMap(dimension -> dimension.source().candidates().apply(comparison).stream())
                .forEach(candidate -> {
                    RequestBuilder builder = comparison.requestBuilder(comparison.after());
                    candidate.setting().accept(builder);
                    AskedQuestion question = builder.request().question();
                    amounts.add(
                            new RequestedAmount(question.quantity(), question.personDays(), question.requestedStart()));
                });
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
                BitSet values =
                        known.get(place).computeIfAbsent(only(dimension, request), one -> values(dimension, one));
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

    /** The values of a dimension that the customer record allows. */
    private BitSet values(MergedDimension dimension, DecisionRequest only) {
        BitSet values = new BitSet();
        if (!dimension.id().equals(USE)) {
            add(values, dimension.valueOf(only));
            return values;
        }
        for (RequestedAmount one : amounts) {
            RequestBuilder builder = comparison.requestBuilder(comparison.after());
            dimension.source().copy().accept(only, builder);
            builder.quantity(one.quantity()).personDays(one.personDays()).requestedStart(one.start());
            add(values, dimension.valueOf(builder.request()));
        }
        return values;
    }

    private static void add(BitSet values, int value) {
        if (value >= 0) {
            values.set(value);
        }
    }
}
