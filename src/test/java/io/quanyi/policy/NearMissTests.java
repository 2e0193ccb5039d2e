package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.NearMiss;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.facts.Amount;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Opening;
import io.quanyi.facts.Product;
import io.quanyi.facts.Purchase;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Requester;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rule that would speak but for one thing is named with that thing; a rule that lacks two is not. */
class NearMissTests {

    private static final CompiledPolicy POLICY = DemoPolicy.compile(
            DemoPolicy.rules(
                    "plans.drl",
                    DemoPolicy.rule("P-1", "Plan(id == \"high\")", "insert(new Plan(\"middle\"));"),
                    DemoPolicy.rule("P-2", "Plan(id == \"middle\")", "insert(new Plan(\"low\"));")),
            DemoPolicy.rules(
                    "advice.drl",
                    DemoPolicy.grant(
                            "A-1", "Question(service == \"advice\") Plan(id == \"low\") Amount(value < 5000)")),
            DemoPolicy.rules(
                    "repair.drl",
                    DemoPolicy.rule(
                            "R-1",
                            "Question(service == \"repair\") Product(family == \"books\") not Opening(service =="
                                    + " \"repair\")",
                            "insert(new Denied(\"product-not-open\"));")),
            DemoPolicy.rules(
                    "report.drl",
                    DemoPolicy.rule(
                            "T-1",
                            "Question(service == \"report\") FreeRemoteSupport($limit : limit) Requester(certified =="
                                    + " true)",
                            "insert(new Quota($limit, \"time\", \"contract\"));")),
            DemoPolicy.rules(
                    "sp-extra.drl",
                    DemoPolicy.grant(
                            "X-1",
                            "Question(service == \"sp-extra\") Purchase(service == \"sp-extra\")"
                                    + " not ContractTerm(service == \"sp-extra\", effect == \"exclude\")")));

    @Test
    void theFieldItsValueAndWhatTheRuleWouldSayAreNamed() {
        assertThat(nearly("advice", "low", new Amount(new BigDecimal("6000"), "CNY")))
                .containsExactly(new NearMiss(
                        POLICY.rules().get(0), "value < 5000", "Amount.value", new BigDecimal("6000"), new Granted()));
    }

    @Test
    void aValueThatIsAbsentIsNone() {
        assertThat(nearly("advice", "low")).singleElement().satisfies(miss -> {
            assertThat(miss.field()).isEqualTo("Amount.value");
            assertThat(miss.value()).isNull();
        });
    }

    @Test
    void aRuleThatSpeaksIsNoNearMiss() {
        assertThat(nearly("advice", "low", new Amount(new BigDecimal("4999"), "CNY")))
                .isEmpty();
    }

    @Test
    void aRuleThatLacksTwoThingsIsNoNearMiss() {
        CompiledPolicy alone = DemoPolicy.compile(DemoPolicy.rules(
                "advice.drl",
                DemoPolicy.grant("A-1", "Question(service == \"advice\") Plan(id == \"low\") Amount(value < 5000)")));
        assertThat(nearMisses(alone, DemoQuestion.about("advice", "high", new Amount(new BigDecimal("6000"), "CNY"))))
                .isEmpty();
        assertThat(nearMisses(alone, DemoQuestion.about("advice", "high", new Amount(new BigDecimal("1"), "CNY"))))
                .extracting(miss -> miss.field() + " " + miss.value())
                .containsExactly("Plan.id high");
    }

    @Test
    void aContainedPlanIsThePlanThatIsAskedFor() {
        assertThat(nearly("advice", "high", new Amount(new BigDecimal("6000"), "CNY")))
                .extracting(NearMiss::words)
                .containsExactly("value < 5000");
    }

    @Test
    void aFactThatIsNotThereIsNamedByItsType() {
        assertThat(nearly("sp-extra", "low")).singleElement().satisfies(miss -> {
            assertThat(miss.words()).isEqualTo("Purchase(service == \"sp-extra\")");
            assertThat(miss.field()).isEqualTo("Purchase");
            assertThat(miss.value()).isNull();
        });
    }

    @Test
    void aFactThatShouldNotBeThereIsNamedByItsType() {
        assertThat(nearly("repair", "low", new Product("ledger", "books"), new Opening("repair")))
                .singleElement()
                .satisfies(miss -> {
                    assertThat(miss.words()).isEqualTo("not Opening(service == \"repair\")");
                    assertThat(miss.field()).isEqualTo("Opening");
                    assertThat(miss.outcome()).isEqualTo(new Denied("product-not-open"));
                });
        assertThat(nearly("sp-extra", "low", new Purchase("sp-extra"), new ContractTerm("sp-extra", "exclude")))
                .extracting(NearMiss::field)
                .containsExactly("ContractTerm");
    }

    @Test
    void whatTheRuleWouldSayMayDependOnAFact() {
        Fact free = new io.quanyi.facts.FreeRemoteSupport(new BigDecimal("3"));
        assertThat(nearly("report", "low", free, new Requester(false, null)))
                .singleElement()
                .satisfies(miss -> {
                    assertThat(miss.value()).isEqualTo(false);
                    assertThat(miss.outcome()).isEqualTo(new Quota(new BigDecimal("3"), "time", "contract"));
                });
        assertThat(nearly("report", "low", new Requester(true, null))).isEmpty();
    }

    /** Checks that a rule fires without the condition that a near miss names. */
    @Tag("slow")
    @Test
    @Timeout(60)
    void aNearMissIsWhatTheRuleWithoutItSaysAndTheRuleDoesNot() {
        CompiledPolicy policy = GalaxyPolicy.compiled();
        List<PolicyMutation> dropped = PolicyMutations.of(policy).all().stream()
                .filter(mutation -> mutation.kind() == MutationKind.CONDITION_DROPPED)
                .toList();
        RandomFacts random = new RandomFacts(new Random(1), GalaxyPolicy.CATALOGUE);
        int misses = 0;
        for (PolicyMutation mutation : dropped) {
            CompiledPolicy without = mutation.policy();
            String rule = mutation.rule().id();
            for (int i = 0; i < 40; i++) {
                QuestionFacts facts = random.question(
                        random.anyOf(mutation.services()),
                        random.anyOf(List.of("basic", "preferred", "exclusive")),
                        0.3);
                boolean expected = !fired(policy, facts).contains(rule)
                        && fired(without, facts).contains(rule);
                boolean isNear = nearMisses(policy, facts).stream()
                        .anyMatch(miss ->
                                miss.rule().id().equals(rule) && miss.words().equals(mutation.what()));
                assertThat(isNear).as(mutation + " " + facts).isEqualTo(expected);
                misses += expected ? 1 : 0;
            }
        }
        assertThat(misses).isGreaterThan(100);
    }

    private static Set<String> fired(CompiledPolicy policy, QuestionFacts facts) {
        return policy.evaluate(facts).stream()
                .filter(finding -> finding.absent() == null)
                .map(finding -> Objects.requireNonNull(finding.rule()).id())
                .collect(Collectors.toSet());
    }

    private static List<NearMiss> nearly(String service, String plan, Fact... facts) {
        return nearMisses(POLICY, DemoQuestion.about(service, plan, facts));
    }

    private static List<NearMiss> nearMisses(CompiledPolicy policy, QuestionFacts facts) {
        return policy.nearMisses(facts, policy.evaluate(facts));
    }
}
