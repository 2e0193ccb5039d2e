package io.quanyi.impact.census;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.CustomerMatcher;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.impact.ServiceImpact;
import io.quanyi.impact.SharedSentence;
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

/** Finds the sentences of an impact that apply to customers, one customer after the other. Not safe for use by several threads. */
public final class CustomerImpacts {

    private final Impact impact;
    private final IdentityHashMap<ImpactSentence, Integer> numbers;
    private final int shared;
    private final List<FurtherSentence> further;
    private final List<MatchedService> services = new ArrayList<>();

    /** A changed service, with the number of the shared sentence for each of its own sentences. */
    private record MatchedService(CustomerMatcher customers, List<Integer> shared) {}

    /** Numbers the sentences of an impact. */
    public CustomerImpacts(Impact impact) {
        this.impact = impact;
        List<SharedSentence> sentences = impact.sharedSentences();
        this.numbers = SharedSentence.numbers(sentences);
        this.shared = sentences.size();
        this.further = impact.furtherSentences();
        for (ServiceImpact service : impact.services()) {
            if (!service.sentences().isEmpty()) {
                services.add(new MatchedService(
                        service.customers(),
                        service.sentences().stream().map(numbers::get).toList()));
            }
        }
    }

    /** The impact on a customer. */
    public CustomerImpact of(Subscription customer) {
        BitSet refused = programmeSentencesFor(customer);
        if (!refused.isEmpty()) {
            return placed(refused);
        }
        BitSet applicable = sentencesFor(customer);
        if (applicable == null) {
            return CustomerImpact.UNPLACED;
        }
        addFurtherSentences(customer, applicable);
        return placed(applicable);
    }

    private static CustomerImpact placed(BitSet sentences) {
        return new CustomerImpact(true, sentences.stream().boxed().toList());
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
        for (MatchedService service : services) {
            BitSet own = service.customers().sentencesFor(customer);
            if (own == null) {
                return null;
            }
            own.stream().forEach(sentence -> applicable.set(service.shared().get(sentence)));
        }
        return applicable;
    }

    /** Adds the further sentences that speak of a customer, if deciding the questions of the customer shows a change. */
    private void addFurtherSentences(Subscription customer, BitSet applicable) {
        for (ServiceImpact service : impact.services()) {
            // Without a further sentence no answer can change that no other one covers, and nothing is decided
            if (!service.further().isEmpty()) {
                Set<FurtherTerms> changed = service.customers().changedFurtherTerms(customer);
                IntStream.range(0, further.size())
                        .filter(i -> changed.contains(further.get(i).terms())
                                && further.get(i).services().contains(service.service()))
                        .forEach(i -> applicable.set(shared + i));
            }
        }
    }
}
