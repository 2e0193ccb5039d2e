package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.NearMiss;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Channel;
import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Quota;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import io.quanyi.policy.mutation.PolicyMutations.RefusedMutation;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that insert several outcomes under one condition. */
class SeveralInsertionsTests {

    private static final CompiledPolicy POLICY = DemoPolicy.compile(DemoPolicy.rules(
            "advice.drl",
            DemoPolicy.rule(
                    "A-1",
                    "Question(service == \"advice\") Amount(value < 5000)",
                    "insert(new Granted());\n    insert(new Channel(\"phone\"));\n    insert(new Channel(\"im\"));"),
            DemoPolicy.rule(
                    "A-2",
                    "Question(service == \"advice\", $n : quantity) FreeRemoteSupport($times : limit)",
                    "insert(new Quota($times, \"time\", \"contract\")); insert(new LeadTime($n));")));

    @Test
    void everyOutcomeIsAFindingOfTheRule() {
        List<Finding> findings =
                POLICY.evaluate(DemoQuestion.about("advice", "low", new Amount(BigDecimal.ONE, "CNY")));
        assertThat(findings)
                .extracting(Finding::outcome)
                .containsExactly(new Granted(), new Channel("phone"), new Channel("im"));
        assertThat(findings)
                .extracting(Finding::rule)
                .containsOnly(POLICY.rules().get(0));
    }

    @Test
    void everyOutcomeWaitsForAnAbsentFact() {
        assertThat(POLICY.evaluate(DemoQuestion.about("advice", "low")))
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.absent()).isNotNull());
    }

    @Test
    void aVariableServesAllInsertions() {
        FreeRemoteSupport three = new FreeRemoteSupport(new BigDecimal("3"));
        assertThat(POLICY.evaluate(
                        DemoQuestion.about("advice", "low", three, new Amount(new BigDecimal("5000"), "CNY"))))
                .extracting(Finding::outcome)
                .contains(new Quota(new BigDecimal("3"), "time", "contract"))
                .hasSize(2);
    }

    @Test
    void everyOutcomeOfARuleThatNearlyFiredIsNamed() {
        QuestionFacts facts = DemoQuestion.about("advice", "low", new Amount(new BigDecimal("5000"), "CNY"));
        List<NearMiss> misses = POLICY.nearMisses(facts, POLICY.evaluate(facts));
        assertThat(misses)
                .extracting(miss -> miss.rule().id() + " " + miss.words() + " " + miss.outcome())
                .containsExactly(
                        "A-1 value < 5000 " + new Granted(),
                        "A-1 value < 5000 " + new Channel("phone"),
                        "A-1 value < 5000 " + new Channel("im"));
    }

    @Test
    void theOutlineStatesEveryOutcomeOnce() {
        assertThat(POLICY.outlines("advice")).hasSize(2).first().satisfies(outline -> {
            assertThat(outline.statements())
                    .extracting(Statement::words)
                    .containsExactly("new Granted()", "new Channel(\"phone\")", "new Channel(\"im\")");
            assertThat(outline.states(Channel.class)).isTrue();
            assertThat(outline.states(Quota.class)).isFalse();
        });
    }

    @Test
    void everyInsertionHasItsOwnMutations() {
        PolicyMutations mutations = PolicyMutations.of(POLICY);
        assertThat(mutations.all())
                .filteredOn(mutation -> mutation.rule().id().equals("A-1"))
                .extracting(PolicyMutation::toString)
                .filteredOn(mutation -> mutation.contains("new "))
                .containsExactly(
                        "A-1 INSERTION_DROPPED: new Granted() → ",
                        "A-1 INSERTION_DROPPED: new Channel(\"phone\") → ",
                        "A-1 INSERTION_DROPPED: new Channel(\"im\") → ");
        assertThat(mutations.refused())
                .extracting(RefusedMutation::instead)
                .as("a changed word that repeats the other insertion")
                .contains("new Channel(\"im\")", "new Channel(\"phone\")");
    }

    @Test
    void theOnlyInsertionOfARuleIsNotDropped() {
        CompiledPolicy single = DemoPolicy.compile(
                DemoPolicy.rules("advice.drl", DemoPolicy.grant("A-1", "Question(service == \"advice\")")));
        assertThat(PolicyMutations.of(single).all())
                .extracting(PolicyMutation::kind)
                .containsExactly(MutationKind.RULE_DROPPED);
    }
}
