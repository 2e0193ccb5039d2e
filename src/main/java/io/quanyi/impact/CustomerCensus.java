package io.quanyi.impact;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.term.FurtherSentence;
import io.quanyi.impact.term.FurtherTerms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the customers to whom each sentence of an impact applies. Customers are added one at a time, so any number can be counted. */
public final class CustomerCensus {

    private final Impact impact;
    private final List<SharedSentence> sentences;
    private final IdentityHashMap<ImpactSentence, Integer> numbers;
    private final List<CountedService> services = new ArrayList<>();
    private final long[] counts;
    private final List<FurtherSentence> further;
    private final long[] furtherCounts;
    private long all;
    private long touched;
    private long unplaced;

    /** A changed service, with the number of the shared sentence for each of its own sentences. */
    private record CountedService(CustomerMatcher customers, List<Integer> shared) {}

    /** Begins with no customers. */
    public CustomerCensus(Impact impact) {
        this.impact = impact;
        this.sentences = impact.sharedSentences();
        this.counts = new long[sentences.size()];
        this.further = impact.furtherSentences();
        this.furtherCounts = new long[further.size()];
        this.numbers = SharedSentence.numbers(sentences);
        for (ServiceImpact service : impact.services()) {
            if (!service.sentences().isEmpty()) {
                services.add(new CountedService(
                        service.customers(),
                        service.sentences().stream().map(numbers::get).toList()));
            }
        }
    }

    /** Counts one customer. */
    public void add(Subscription customer) {
        all++;
        BitSet refused = programmeSentencesFor(customer);
        if (!refused.isEmpty()) {
            touched++;
            refused.stream().forEach(number -> counts[number]++);
            return;
        }
        BitSet applicable = sentencesFor(customer);
        if (applicable == null) {
            unplaced++;
            return;
        }
        BitSet changed = furtherSentencesFor(customer);
        touched += applicable.isEmpty() && changed.isEmpty() ? 0 : 1;
        changed.stream().forEach(number -> furtherCounts[number]++);
        applicable.stream().forEach(number -> counts[number]++);
    }

    /** The further sentences that speak of a customer, if deciding the questions of the customer shows a change. */
    private BitSet furtherSentencesFor(Subscription customer) {
        BitSet applicable = new BitSet();
        for (ServiceImpact service : impact.services()) {
            // Without a further sentence no answer can change that no other one covers, and nothing is decided
            if (!service.further().isEmpty()) {
                Set<FurtherTerms> changed = service.customers().changedFurtherTerms(customer);
                IntStream.range(0, further.size())
                        .filter(i -> changed.contains(further.get(i).terms())
                                && further.get(i).services().contains(service.service()))
                        .forEach(applicable::set);
            }
        }
        return applicable;
    }

    /** The sentences about any service that apply; every request of such a customer is refused by one of the releases. */
    private BitSet programmeSentencesFor(Subscription customer) {
        DecisionRequest any = new DecisionRequest(
                impact.after().programme(),
                null,
                null,
                customer,
                AskedQuestion.about(ImpactSentence.ANY_SERVICE, impact.at()));
        BitSet applicable = new BitSet();
        impact.programmeSentencesFor(any)
                .forEach(sentence -> applicable.set(Objects.requireNonNull(numbers.get(sentence), "numbered")));
        return applicable;
    }

    private @Nullable BitSet sentencesFor(Subscription customer) {
        BitSet applicable = new BitSet();
        for (CountedService service : services) {
            BitSet own = service.customers().sentencesFor(customer);
            if (own == null) {
                return null;
            }
            own.stream().forEach(sentence -> applicable.set(service.shared().get(sentence)));
        }
        return applicable;
    }

    /** The number of customers counted. */
    public long all() {
        return all;
    }

    /** The number of customers for whom some answer changes. */
    public long touched() {
        return touched;
    }

    /** The number of customers whose record a release refuses, so that no sentence can be matched. */
    public long unplaced() {
        return unplaced;
    }

    /** The number of customers to whom a sentence applies for at least one question. */
    public long customers(SharedSentence sentence) {
        return counts[sentences.indexOf(sentence)];
    }

    /** The number of customers of whom a further sentence speaks, and to whom some answer changes. */
    public long customers(FurtherSentence sentence) {
        return furtherCounts[further.indexOf(sentence)];
    }
}
