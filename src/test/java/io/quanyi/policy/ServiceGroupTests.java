package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.policy.model.DrlWriter;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that name their services by a group of the catalogue, in place of a list. */
class ServiceGroupTests {

    private static final CompiledPolicy POLICY = DemoPolicy.compile(
            DemoPolicy.rules(
                    "care.drl",
                    DemoPolicy.grant("C-1", "ServiceGroup(id == \"care\")"),
                    DemoPolicy.rule(
                            "C-2",
                            "ServiceGroup(id == \"care\") Question($service : service, quantity > 1)"
                                    + " not Purchase(service == $service)",
                            "insert(new Payable(\"needs-purchase\"));")),
            DemoPolicy.rules(
                    "every-service.drl",
                    DemoPolicy.rule(
                            "E-1", "not ServiceGroup(id == \"care\")", "insert(new Condition(\"by-agreement\"));")));

    @Test
    void aRuleBelongsToTheServicesOfItsGroup() {
        assertThat(POLICY.services("C-1")).containsExactlyInAnyOrder("advice", "repair");
        assertThat(POLICY.services("E-1")).containsExactlyInAnyOrder("report", "sp-extra");
    }

    @Test
    void aGroupSaysWhatTheListOfItsServicesSays() {
        CompiledPolicy listed = DemoPolicy.compile(
                DemoPolicy.rules(
                        "care.drl",
                        DemoPolicy.grant("C-1", "Question(service in (\"advice\", \"repair\"))"),
                        DemoPolicy.rule(
                                "C-2",
                                "Question($service : service, service in (\"advice\", \"repair\"), quantity > 1)"
                                        + " not Purchase(service == $service)",
                                "insert(new Payable(\"needs-purchase\"));")),
                DemoPolicy.rules(
                        "every-service.drl",
                        DemoPolicy.rule(
                                "E-1",
                                "Question(service not in (\"advice\", \"repair\"))",
                                "insert(new Condition(\"by-agreement\"));")));
        RandomFacts facts = new RandomFacts(new Random(1), DemoPolicy.CATALOGUE);
        for (int i = 0; i < 200; i++) {
            QuestionFacts asked = facts.question(
                    facts.anyOf(List.copyOf(DemoPolicy.CATALOGUE.services().keySet())), "low", 0.3);
            assertThat(POLICY.evaluate(asked))
                    .extracting(finding -> finding.outcome() + " " + finding.absent())
                    .containsExactlyInAnyOrderElementsOf(listed.evaluate(asked).stream()
                            .map(finding -> finding.outcome() + " " + finding.absent())
                            .toList());
        }
    }

    @Test
    void theOutlineNamesTheGroupAndReadsNothingOfIt() {
        RuleOutline outline = POLICY.outlines("advice").get(0);
        assertThat(outline.groups()).isEqualTo(Set.of("care"));
        assertThat(outline.condition()).isEqualTo("ServiceGroup(id == \"care\")");
        assertThat(outline.looks()).isEmpty();
    }

    @Test
    void aGroupIsWrittenAsItIsRead() {
        assertThat(POLICY.policy().rules())
                .extracting(rule -> DrlWriter.of(rule.patterns().get(0)))
                .containsExactly(
                        "ServiceGroup(id == \"care\")",
                        "ServiceGroup(id == \"care\")",
                        "not ServiceGroup(id == \"care\")");
    }

    /** As for a service that is named by its id, no slip is made in the routing of a rule. */
    @Test
    void aGroupIsNeitherDroppedNorTurnedRound() {
        assertThat(PolicyMutations.of(POLICY).all())
                .extracting(PolicyMutation::what)
                .noneMatch(what -> what.contains("ServiceGroup") || what.contains("care"));
    }

    @Test
    void rulesOfTwoGroupsWithoutACommonServiceDoNotConflict() {
        assertThat(DemoPolicy.codes(DemoPolicy.rules(
                        "care.drl",
                        DemoPolicy.rule("C-1", "ServiceGroup(id == \"care\")", "insert(new Hours(\"5x8\"));"),
                        DemoPolicy.rule("C-2", "ServiceGroup(id == \"papers\")", "insert(new Hours(\"immediate\"));"))))
                .isEmpty();
        assertThat(DemoPolicy.codes(DemoPolicy.rules(
                        "care.drl",
                        DemoPolicy.rule("C-1", "ServiceGroup(id == \"care\")", "insert(new Hours(\"5x8\"));"),
                        DemoPolicy.rule(
                                "C-2", "Question(service == \"repair\")", "insert(new Hours(\"immediate\"));"))))
                .containsExactly("terms-conflict");
    }
}
