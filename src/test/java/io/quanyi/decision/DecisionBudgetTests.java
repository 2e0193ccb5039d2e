package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.advice.Alternatives;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.PolicyEvaluator;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.Usage;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.source.Position;
import io.quanyi.text.BilingualText;
import io.quanyi.text.TranslatedText;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The largest legal request of each kind, in steps: how often its parts are looked at, and how many decisions one answer takes. */
class DecisionBudgetTests {

    private static final ProgrammeRelease BARE = Trial.of();

    private static final Asked SUPPORT = Asked.about("support", "basic");

    @Test
    void everyUsageEntryIsLookedAtAFewTimesHoweverManyQuotasThereAre() {
        Counting<Usage> usage =
                new Counting<>(10_000, i -> new Usage("support", LocalDate.of(2026, 3, 1), 1, BigDecimal.ONE));
        List<Finding> stated = new ArrayList<>(List.of(said("G", new Granted(), 0, "")));
        for (int i = 0; i < 40; i++) {
            Quota quota = new Quota(
                    100_000 + i, i % 2 == 0 ? "time" : "person-day", i % 3 == 0 ? "service-year" : "contract");
            stated.add(said("Q-" + i, quota, 0, "/subscription/product"));
        }
        DecisionRequest request = with(SUPPORT.request(), "usage", usage);

        assertThat(refusal(request, stated)).isEqualTo("missing-fact");
        assertThat(usage.looks).isLessThanOrEqualTo(6 * usage.size());
    }

    @Test
    void everyContractTermIsLookedAtAFewTimes() {
        Counting<AgreedTerm> terms = new Counting<>(200, DecisionBudgetTests::charge);
        Contract contract = new Contract(null, null, null, terms);
        DecisionRequest request = with(SUPPORT.request(), "contract", contract);
        Denied denied = new Denied("out-of-scope");

        Decision decision = CheckedQuestion.of(request, stating(List.of(said("D", denied, 0, ""))), SUPPORT.instant())
                .decision();

        assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(terms.looks).isLessThanOrEqualTo(12 * terms.size());
    }

    @Test
    void aDecisionAndItsSuggestionsAreAtMostFiftyOneDecisions() {
        CountingPolicy policy = new CountingPolicy();

        Decision decision = Decider.decide(SUPPORT.question(ofManyPlans(policy)));

        assertThat(decision.suggestions()).isEmpty();
        assertThat(policy.asked).isEqualTo(1 + 50);
    }

    @Test
    void alternativesAreAtMostThreeHundredAndOneDecisionsAndSayThatTheyAreNotAll() {
        CountingPolicy policy = new CountingPolicy();

        Alternatives alternatives = Alternatives.to(SUPPORT.question(ofManyPlans(policy)));

        assertThat(alternatives.changes()).isEmpty();
        assertThat(alternatives.complete()).isFalse();
        assertThat(policy.asked).isEqualTo(1 + 300);
    }

    /** 1,000 plans above the customer's. */
    private static ProgrammeRelease ofManyPlans(PolicyEvaluator policy) {
        List<Catalogue.Plan> plans = IntStream.range(0, 1_001)
                .mapToObj(i -> new Catalogue.Plan(
                        i == 0 ? "basic" : "plan-" + i, new BilingualText(Map.of("zh-CN", "计划", "en", "Plan"))))
                .toList();
        return new ProgrammeRelease(
                BARE.id(),
                BARE.programme(),
                changed(BARE.catalogue(), "plans", plans),
                policy,
                BARE.policy(),
                BARE.hours(),
                BARE.calendars(),
                BARE.clauses(),
                BARE.readings());
    }

    private static String refusal(DecisionRequest request, List<Finding> stated) {
        try {
            return CheckedQuestion.of(request, stating(stated), SUPPORT.instant())
                    .decision()
                    .outcome()
                    .name();
        } catch (RequestRefused e) {
            return e.code();
        }
    }

    private static ProgrammeRelease stating(List<Finding> findings) {
        return Trial.stating(findings);
    }

    /** A finding that rests on the fact of this pointer; on none where it is empty. */
    private static Finding said(String rule, Outcome outcome, int distance, String pointer) {
        RuleInfo info = new RuleInfo(rule, TranslatedText.only("Rule"), List.of(), List.of(), false, Position.NOWHERE);
        AbsentFact absent = pointer.isEmpty() ? null : new AbsentFact(pointer, Meaning.UNKNOWN, "");
        return new Finding(info, outcome, distance, absent);
    }

    private static AgreedTerm charge(int from) {
        return new AgreedTerm(
                "support", "charge", null, null, null, null, null, null, BigDecimal.valueOf(from), null, "CNY", "year");
    }

    private static DecisionRequest with(DecisionRequest request, String member, Object value) {
        return changed(request, "subscription", changed(request.subscription(), member, value));
    }

    /** A copy of a record with one component changed. */
    private static <T extends Record> T changed(T from, String component, Object value) {
        RecordComponent[] components = from.getClass().getRecordComponents();
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            for (RecordComponent one : components) {
                values.put(one.getName(), one.getAccessor().invoke(from));
            }
            values.put(component, value);
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            T copy = (T) from.getClass()
                    .getDeclaredConstructor(types)
                    .newInstance(values.values().toArray());
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** A long list that counts how often one of its elements is looked at. */
    private static final class Counting<T> extends AbstractList<T> {

        private final List<T> elements;
        private int looks;

        Counting(int size, java.util.function.IntFunction<T> element) {
            elements = IntStream.range(0, size).mapToObj(element).toList();
        }

        @Override
        public T get(int index) {
            looks++;
            return Objects.requireNonNull(elements.get(index));
        }

        @Override
        public int size() {
            return elements.size();
        }
    }

    /** A policy that states nothing and counts how often it is asked. */
    private static final class CountingPolicy implements PolicyEvaluator {

        private int asked;

        @Override
        public List<Finding> evaluate(QuestionFacts facts) {
            asked++;
            return List.of();
        }
    }
}
