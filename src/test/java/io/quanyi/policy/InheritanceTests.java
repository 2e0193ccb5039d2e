package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quanyi.decision.release.Finding;
import io.quanyi.facts.Plan;
import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** High contains middle, and middle contains low, except that for reports middle stands alone. */
class InheritanceTests {

    private static final SourceFile PLANS = DemoPolicy.rules(
            "plans.drl",
            DemoPolicy.rule("P-1", "Plan(id == \"high\")", "insert(new Plan(\"middle\"));"),
            DemoPolicy.rule(
                    "P-2",
                    "Question(service not in (\"report\"))\n    Plan(id == \"middle\")",
                    "insert(new Plan(\"low\"));"));

    private final CompiledPolicy policy = DemoPolicy.compile(PLANS, rules("advice"), rules("report"));

    @ParameterizedTest
    @CsvSource({
        "high, high 0 | middle 1 | low 2 | none far",
        "middle, middle 0 | low 1 | none far",
        "low, low 0 | none far"
    })
    void anOutcomeIsAsFarAsThePlanItRestsOn(String plan, String expected) {
        assertThat(said("advice", plan)).containsExactlyInAnyOrder(expected.split(" \\| "));
    }

    @ParameterizedTest
    @CsvSource({"high, high 0 | middle 1 | none far", "middle, middle 0 | none far", "low, low 0 | none far"})
    void aServiceThatAPlanExceptsInheritsNothingFromThere(String plan, String expected) {
        assertThat(said("report", plan)).containsExactlyInAnyOrder(expected.split(" \\| "));
    }

    @Test
    void aContainedPlanIsAFindingOfTheRuleThatSaysSo() {
        assertThat(policy.evaluate(DemoQuestion.about("repair", "high")))
                .filteredOn(finding -> finding.outcome() instanceof Plan)
                .extracting(finding -> Objects.requireNonNull(finding.rule()).id() + " " + finding.distance())
                .containsExactly("P-1 1", "P-2 2");
    }

    @Test
    void aRuleForSeveralPlansSpeaksOnceForEachThatTheCustomerHas() {
        CompiledPolicy both = DemoPolicy.compile(
                PLANS,
                DemoPolicy.rules(
                        "advice.drl",
                        DemoPolicy.grant("A-1", "Question(service == \"advice\") Plan(id in (\"high\", \"low\"))")));
        assertThat(both.evaluate(DemoQuestion.about("advice", "high")))
                .filteredOn(finding -> !(finding.outcome() instanceof Plan))
                .extracting(Finding::distance)
                .containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void theContainedPlanIsFoundByItsDistance() {
        assertThat(List.of(
                        policy.containedPlan("high", 0),
                        policy.containedPlan("high", 1),
                        policy.containedPlan("high", 2)))
                .containsExactly("high", "middle", "low");
        assertThatIllegalArgumentException().isThrownBy(() -> policy.containedPlan("high", 3));
    }

    @Test
    void aRingOfPlansIsRefusedEvenWhereAnExceptionBreaksIt() {
        SourceFile ring = DemoPolicy.rules(
                "plans.drl",
                DemoPolicy.rule("P-1", "Plan(id == \"high\")", "insert(new Plan(\"low\"));"),
                DemoPolicy.rule(
                        "P-2",
                        "Question(service != \"report\")\n    Plan(id == \"low\")",
                        "insert(new Plan(\"high\"));"));
        assertThat(DemoPolicy.codes(ring)).containsExactly("plan-contains-itself");
    }

    @Test
    void theOrderOfRulesAndFilesMakesNoDifference() {
        CompiledPolicy turned = DemoPolicy.compile(rules("report"), rules("advice"), PLANS);
        for (String plan : List.of("low", "middle", "high")) {
            assertThat(turned.evaluate(DemoQuestion.about("advice", plan)))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("rule.position")
                    .containsExactlyInAnyOrderElementsOf(policy.evaluate(DemoQuestion.about("advice", plan)));
        }
    }

    /** One rule for each plan, and one for none. */
    private static SourceFile rules(String service) {
        String question = "Question(service == \"" + service + "\")";
        String id = service.substring(0, 3).toUpperCase(Locale.ROOT);
        return DemoPolicy.rules(
                service + ".drl",
                DemoPolicy.rule(id + "-1", question + " Plan(id == \"low\")", "insert(new LeadTime(1));"),
                DemoPolicy.rule(id + "-2", question + " Plan(id == \"middle\")", "insert(new LeadTime(2));"),
                DemoPolicy.rule(id + "-3", question + " Plan(id == \"high\")", "insert(new LeadTime(3));"),
                DemoPolicy.rule(id + "-4", question, "insert(new LeadTime(4));"));
    }

    private List<String> said(String service, String plan) {
        List<String> names = List.of("low", "middle", "high", "none");
        return policy.evaluate(DemoQuestion.about(service, plan)).stream()
                .filter(finding -> !(finding.outcome() instanceof Plan))
                .map(finding -> {
                    String id = Objects.requireNonNull(finding.rule()).id();
                    String distance = finding.distance() == Finding.PROGRAMME ? "far" : "" + finding.distance();
                    return names.get(id.charAt(id.length() - 1) - '1') + " " + distance;
                })
                .toList();
    }
}
