package io.quanyi.impact;

import io.quanyi.impact.SentenceBuilder.BoxedSentence;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.FurtherTermsFinder;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.enumeration.AnswerEnumeration;
import io.quanyi.impact.enumeration.CombinationTable;
import io.quanyi.impact.term.FurtherTerms;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the answers about one service between two releases.
 *
 * @param service the id of the service
 * @param combinations the number of combinations of facts, without own terms of the contract, that some answer of either release tells apart; if no answer changes, of those
 *     that the rules of either release distinguish
 * @param impossible the number of combinations whose facts contradict each other
 * @param decided the number of decisions that were made to cover all combinations
 * @param changed the number of combinations, without own terms, whose answer changes
 * @param sentences the sentences that together cover all changed combinations and no others
 * @param further the own terms of which further sentences speak
 * @param dimensions the dimensions on which sentences have conditions, with all their values
 * @param customers finds the sentences that apply to a customer
 * @param requests finds the sentences that cover a request
 */
public record ServiceImpact(
        String service,
        long combinations,
        long impossible,
        long decided,
        long changed,
        List<ImpactSentence> sentences,
        Set<FurtherTerms> further,
        List<DimensionClasses> dimensions,
        CustomerMatcher customers,
        SentenceFinder requests) {

    /** Keeps copies. */
    public ServiceImpact {
        sentences = List.copyOf(sentences);
        further = Set.copyOf(further);
        dimensions = List.copyOf(dimensions);
    }

    /** Compares the service. */
    static ServiceImpact of(ServiceComparison comparison, WorkBudget budget) {
        AnswerEnumeration enumeration = new AnswerEnumeration(comparison, budget);
        CombinationTable table = enumeration.table();
        long impossible = table.count(AnswerEnumeration.IMPOSSIBLE);
        long combinations = table.combinations();
        List<BoxedSentence> boxed = new SentenceBuilder(comparison, table, budget).all();
        List<ValueBox> boxes = boxed.stream().map(BoxedSentence::box).toList();
        List<AnswerChange> changes =
                boxed.stream().map(one -> one.sentence().change()).toList();
        return new ServiceImpact(
                comparison.service(),
                combinations,
                impossible,
                table.decided(),
                combinations - impossible - table.count(AnswerEnumeration.SAME),
                boxed.stream().map(BoxedSentence::sentence).toList(),
                mayChange(comparison, enumeration, boxed)
                        ? FurtherTermsFinder.of(comparison, table.dimensions()).possible()
                        : Set.of(),
                dimensions(table, boxed),
                new CustomerMatcher(comparison, table.dimensions(), boxes, changes),
                new SentenceFinder(comparison, table.dimensions(), boxes, changes));
    }

    /**
     * Whether any answer about the service differs: to the requests that are compared, or where rules find something else that no answer to these
     * shows, to customers with own terms, one kind of terms after the other.
     *
     * @throws io.quanyi.impact.budget.TooManyCombinations if there are more combinations than the budget allows
     */
    static boolean differs(ServiceComparison comparison) {
        if (comparison.isUntouched()) {
            return false;
        }
        AnswerEnumeration answers = new AnswerEnumeration(comparison, WorkBudget.ample());
        return answers.differs()
                || (!answers.hasEqualFindings() && comparison.ofGivenTerms().anyMatch(ServiceImpact::isAmong));
    }

    private static boolean isAmong(ServiceComparison ofTerms) {
        return new AnswerEnumeration(ofTerms, WorkBudget.ample()).differs();
    }

    /**
     * The first sentence about customers with own terms; null if no answer to them differs.
     *
     * @throws io.quanyi.impact.budget.TooManyCombinations if there are more combinations than the budget allows
     */
    static @Nullable ImpactSentence ofGivenTerms(ServiceComparison comparison) {
        return comparison
                .ofGivenTerms()
                .filter(ServiceImpact::isAmong)
                .map(ofTerms -> ServiceImpact.of(ofTerms, WorkBudget.ample()))
                .flatMap(service -> service.sentences().stream())
                .findFirst()
                .orElse(null);
    }

    /** Whether answers to customers with own terms may change that no sentence covers. */
    private static boolean mayChange(
            ServiceComparison comparison, AnswerEnumeration enumeration, List<BoxedSentence> boxed) {
        return !boxed.isEmpty() || !comparison.hasEqualEntries() || !enumeration.hasEqualFindings();
    }

    private static List<DimensionClasses> dimensions(CombinationTable table, List<BoxedSentence> boxed) {
        Set<String> named = boxed.stream()
                .flatMap(one -> one.sentence().conditions().stream())
                .map(SentenceCondition::dimension)
                .collect(Collectors.toSet());
        return table.dimensions().stream()
                .filter(dimension -> named.contains(dimension.id()))
                .map(DimensionClasses::of)
                .toList();
    }

    /** Whether some answer changes, be it only for customers with own terms. */
    public boolean isChanged() {
        return !sentences.isEmpty();
    }
}
