package io.quanyi.impact;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.dimension.FurtherTermsFinder;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.term.AgreedReading;
import io.quanyi.impact.term.FurtherTerms;
import io.quanyi.impact.term.OwnTerms;
import io.quanyi.impact.usage.RequestedAmount;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the sentences about a service that apply to a customer for at least one question. Not safe for use by several threads. */
public final class CustomerMatcher {

    private static final int REMEMBERED = 10_000;

    /** The number of questions of a customer with own terms from which on no further parts of the question are varied. */
    private static final int MAX_ASKED = 10_000;

    private static final String SEVERITY = "severity";

    /** Dimensions of the question, which no customer record determines. */
    private static final Set<String> QUESTION_DIMENSIONS = Set.of(
            "channel",
            "topic",
            SEVERITY,
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
    private final List<AnswerChange> changes;
    private final List<Map<DecisionRequest, BitSet>> known;
    private final FurtherTermsFinder further;
    private final SentenceFinder sentences;

    /**
     * Begins with no customers.
     *
     * @param boxes the combinations of each sentence
     * @param changes the change of the answer that each sentence states
     */
    CustomerMatcher(
            ServiceComparison comparison,
            List<MergedDimension> dimensions,
            List<ValueBox> boxes,
            List<AnswerChange> changes) {
        this.comparison = comparison;
        this.dimensions = dimensions;
        this.boxes = boxes;
        this.changes = changes;
        this.further = FurtherTermsFinder.of(comparison, dimensions);
        this.sentences = new SentenceFinder(comparison, dimensions, boxes, changes);
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
    public @Nullable BitSet sentencesFor(Subscription customer) {
        DecisionRequest request = asked(customer);
        if (comparison.releases().stream().allMatch(release -> isRefused(release, request))) {
            return null;
        }
        boolean ownTerms = OwnTerms.areIn(request);
        BitSet applicable = new BitSet();
        applicable.set(0, boxes.size());
        for (int place = 0; place < dimensions.size(); place++) {
            MergedDimension dimension = dimensions.get(place);
            if (!QUESTION_DIMENSIONS.contains(dimension.id()) && !(dimension.isOwnTerms() && ownTerms)) {
                BitSet values = known.get(place)
                        .computeIfAbsent(only(dimension, request), one -> values(dimension, one, request));
                if (values.isEmpty()) {
                    return null;
                }
                keep(applicable, place, values);
            }
        }
        if (ownTerms) {
            applicable.and(withOwnTerms(request));
        }
        return applicable;
    }

    private DecisionRequest asked(Subscription customer) {
        return new DecisionRequest(
                comparison.after().programme().id(),
                null,
                null,
                customer,
                AskedQuestion.about(comparison.service(), comparison.at()));
    }

    /** The sentences that say something of the customer's own terms for a severity that the sentence is about. */
    private BitSet withOwnTerms(DecisionRequest customer) {
        BitSet applicable = new BitSet();
        severities(customer).forEach(asked -> {
            OwnTerms own = comparison.ownTerms(asked);
            AgreedReading reading = new AgreedReading(own);
            boolean varied = further.ownTerms() != null;
            for (int i = 0; i < boxes.size(); i++) {
                if ((varied || own.parts().isEmpty()) && reading.says(changes.get(i)) && fits(boxes.get(i), asked)) {
                    applicable.set(i);
                }
            }
        });
        return applicable;
    }

    private boolean fits(ValueBox box, DecisionRequest asked) {
        return IntStream.range(0, dimensions.size()).allMatch(place -> {
            MergedDimension dimension = dimensions.get(place);
            if (!dimension.isOwnTerms() && !dimension.id().equals(SEVERITY)) {
                return true;
            }
            int value = dimension.valueOf(asked);
            return value >= 0 && box.values().get(place).get(value);
        });
    }

    /** A request for each severity of the releases, and one without. */
    private Stream<DecisionRequest> severities(DecisionRequest customer) {
        return Stream.concat(
                Stream.of(customer),
                comparison.releases().stream()
                        .flatMap(release -> release.catalogue().severities().stream())
                        .map(Catalogue.Term::id)
                        .distinct()
                        .map(id -> RequestBuilder.from(customer).severity(id).request()));
    }

    /**
     * The own terms in the contract of a customer of which no sentence tells how answers change, and with which some answer changes: found by
     * deciding the questions that the rules tell apart by both releases.
     */
    public Set<FurtherTerms> changedFurtherTerms(Subscription customer) {
        DecisionRequest request = asked(customer);
        EnumSet<FurtherTerms> changed = EnumSet.noneOf(FurtherTerms.class);
        if (!OwnTerms.areIn(request)) {
            return changed;
        }
        List<RequestedAmount> amounts = RequestedAmount.of(comparison.usageLimits(), request);
        questions(request).stream()
                .flatMap(asked -> amounts.stream().map(amount -> amount.in(asked)))
                .forEach(asked -> addChanged(asked, changed));
        return changed;
    }

    private void addChanged(DecisionRequest request, Set<FurtherTerms> changed) {
        Instant at = comparison.at().toInstant();
        Set<FurtherTerms> terms = further.of(request);
        if (!changed.containsAll(terms)
                && changes(request)
                && sentences.sentencesFor(request, at).isEmpty()) {
            changed.addAll(terms);
        }
    }

    /** The questions of a customer that the rules tell apart. */
    private List<DecisionRequest> questions(DecisionRequest request) {
        List<DecisionRequest> questions = List.of(request);
        for (MergedDimension dimension : dimensions) {
            if (QUESTION_DIMENSIONS.contains(dimension.id()) && questions.size() < MAX_ASKED) {
                questions = questions.stream()
                        .flatMap(asked -> dimension.values().stream().map(value -> {
                            RequestBuilder builder = RequestBuilder.from(asked);
                            value.setting().accept(builder);
                            return builder.request();
                        }))
                        .toList();
            }
        }
        return questions;
    }

    private boolean changes(DecisionRequest request) {
        return ReleaseAnswer.differ(
                ReleaseAnswer.of(request, comparison.before(), comparison.at().toInstant()),
                ReleaseAnswer.of(request, comparison.after(), comparison.at().toInstant()));
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
        for (RequestedAmount one : RequestedAmount.of(comparison.usageLimits(), only)) {
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
