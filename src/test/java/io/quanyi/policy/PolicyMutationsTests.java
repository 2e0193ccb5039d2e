package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.facts.Amount;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyMutationsTests {

    private static final String ADVICE = "Question(service == \"advice\")";

    private static final String SMALL =
            DemoPolicy.grant("A-1", "Question(service == \"advice\") Plan(id == \"middle\") Amount(value < 5000)");

    @Test
    void everyMutationIsListedOnceInAFixedOrder() {
        PolicyMutations mutations = mutations(SMALL);
        assertThat(mutations.all())
                .extracting(PolicyMutation::toString)
                .containsExactly(
                        "A-1 RULE_DROPPED: rule \"The norm of A-1\" → ",
                        "A-1 CONDITION_DROPPED: id == \"middle\" → ",
                        "A-1 CONDITION_DROPPED: value < 5000 → ",
                        "A-1 COMPARISON_FLIPPED: value < 5000 → value >= 5000",
                        "A-1 COMPARISON_SHIFTED: value < 5000 → value <= 5000",
                        "A-1 COMPARISON_SHIFTED: value < 5000 → value < 4999",
                        "A-1 COMPARISON_SHIFTED: value < 5000 → value < 5001",
                        "A-1 PLAN_SWAPPED: id == \"middle\" → id == \"low\"",
                        "A-1 PLAN_SWAPPED: id == \"middle\" → id == \"high\"");
        assertThat(mutations.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.kind()).isEqualTo(MutationKind.COMPARISON_FLIPPED);
            assertThat(refused.instead()).isEqualTo("id != \"middle\"");
            assertThat(refused.fault().code()).isEqualTo("plan-negated");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Amount(value == 49.90)|value != 49.90",
                "Amount(value > 1)|value <= 1",
                "Requester(certified == false)|certified != false",
                "Phase(value != \"operation\")|value == \"operation\"",
                "Place(region not in (\"CN\", \"HK\"))|region in (\"CN\", \"HK\")",
                "Opening(service == \"advice\")|not Opening(service == \"advice\")",
                "not Opening(service == \"advice\")|Opening(service == \"advice\")",
                "exists Opening(service == \"advice\")|not Opening(service == \"advice\")"
            })
    void aComparisonIsTurnedIntoItsOpposite(String condition, String opposite) {
        assertThat(instead(
                        MutationKind.COMPARISON_FLIPPED,
                        DemoPolicy.grant("A-1", ADVICE + " Product(family == \"books\") " + condition)))
                .containsExactly("family != \"books\"", opposite);
    }

    @Test
    void patternsAndConstraintsAreDroppedButNeverTheService() {
        String rule = DemoPolicy.grant("A-1", """
            Question($service : service, service in ("advice", "sp-extra"), topic == "data")
                Purchase(service == $service)
                not ContractTerm(service == $service, effect == "exclude")\
            """);
        assertThat(mutations(rule).all())
                .filteredOn(mutation -> mutation.kind() == MutationKind.CONDITION_DROPPED)
                .extracting(PolicyMutation::what)
                .containsExactly(
                        "topic == \"data\"",
                        "Purchase(service == $service)",
                        "effect == \"exclude\"",
                        "not ContractTerm(service == $service, effect == \"exclude\")");
    }

    @Test
    void aPatternWhoseVariableIsUsedIsNotDropped() {
        String rule = DemoPolicy.rule(
                "A-1",
                ADVICE + " FreeRemoteSupport($limit : limit)",
                "insert(new Quota($limit, \"time\", \"contract\"));");
        assertThat(instead(MutationKind.CONDITION_DROPPED, rule)).isEmpty();
        assertThat(instead(MutationKind.COMPARISON_FLIPPED, rule)).isEmpty();
        assertThat(instead(MutationKind.NUMBER_CHANGED, rule)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amount(value < 5000)|value <= 5000, value < 4999, value < 5001",
                "Amount(value >= 49.90)|value > 49.90, value >= 49.89, value >= 49.91",
                "Period(year > 1)|year >= 1, year > 0, year > 2",
                "Period(year <= 0)|year < 0, year <= 1",
                "Period(year == 1)|year == 0, year == 2",
                "Period(year != 1)|year != 0, year != 2"
            })
    void aComparisonWithANumberIsOffByOneStep(String condition, String shifted) {
        assertThat(instead(MutationKind.COMPARISON_SHIFTED, DemoPolicy.grant("A-1", ADVICE + " " + condition)))
                .containsExactly(shifted.split(", "));
    }

    @Test
    void ofAListOfPlansEachIsLeftOutAndEachOtherAdded() {
        assertThat(instead(
                        MutationKind.PLAN_SWAPPED,
                        DemoPolicy.grant("A-1", ADVICE + " Plan(id in (\"low\", \"high\"))")))
                .containsExactly("id in (\"high\")", "id in (\"low\", \"high\", \"middle\")", "id in (\"low\")");
        assertThat(instead(MutationKind.PLAN_SWAPPED, DemoPolicy.grant("A-1", ADVICE + " Plan(id in (\"low\"))")))
                .containsExactly("id in (\"low\", \"middle\")", "id in (\"low\", \"high\")");
    }

    @Test
    void aValueOfAMeasureIsTakenForEachOther() {
        assertThat(instead(
                        MutationKind.VALUE_SWAPPED,
                        DemoPolicy.grant("A-1", ADVICE + " Measure(id == \"tier\", value == \"gold\")")))
                .containsExactly("id == \"tier\", value == \"silver\"");
    }

    @Test
    void plansThatWouldContainThemselvesAreRefused() {
        PolicyMutations mutations = PolicyMutations.of(DemoPolicy.compile(DemoPolicy.rules(
                "plans.drl",
                DemoPolicy.rule("P-1", "Plan(id == \"high\")", "insert(new Plan(\"middle\"));"),
                DemoPolicy.rule("P-2", "Plan(id == \"middle\")", "insert(new Plan(\"low\"));"))));
        assertThat(mutations.all())
                .extracting(PolicyMutation::toString)
                .containsExactly(
                        "P-1 RULE_DROPPED: rule \"The norm of P-1\" → ",
                        "P-1 PLAN_SWAPPED: new Plan(\"middle\") → new Plan(\"low\")",
                        "P-2 RULE_DROPPED: rule \"The norm of P-2\" → ");
        assertThat(mutations.refused())
                .extracting(refused -> refused.rule().id() + " " + refused.instead() + " "
                        + refused.fault().code())
                .containsExactly(
                        "P-1  plan-inserted",
                        "P-1 id != \"high\" plan-negated",
                        "P-1 id == \"low\" plan-contains-itself",
                        "P-1 id == \"middle\" plan-contains-itself",
                        "P-1 new Plan(\"high\") plan-contains-itself",
                        "P-2  plan-inserted",
                        "P-2 id != \"middle\" plan-negated",
                        "P-2 id == \"low\" plan-contains-itself",
                        "P-2 id == \"high\" plan-contains-two",
                        "P-2 new Plan(\"middle\") plan-contains-itself",
                        "P-2 new Plan(\"high\") plan-contains-itself");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "new Quota(2, \"time\", \"contract\")|new Quota(1, \"time\", \"contract\")|new Quota(3, \"time\","
                        + " \"contract\")",
                "new Quota(0.5, \"time\", \"contract\")|new Quota(0.4, \"time\", \"contract\")|new Quota(0.6,"
                        + " \"time\", \"contract\")",
                "new Quota(0.10, \"time\", \"contract\")|new Quota(0.09, \"time\", \"contract\")|new Quota(0.11,"
                        + " \"time\", \"contract\")",
                "new GroupLimit(10)|new GroupLimit(9)|new GroupLimit(11)",
                "new LeadTime(0)|new LeadTime(1)|",
                "new Response(workingHours(10), \"5x8\")|new Response(workingHours(9), \"5x8\")|new"
                        + " Response(workingHours(11), \"5x8\")",
                "new Response(workingDays(0.5))|new Response(workingDays(0.4))|new Response(workingDays(0.6))",
                "new Response(hours(1))|new Response(hours(2))|",
                "new Response(hours(10000))|new Response(hours(9999))|",
                "new Response(immediate())||"
            })
    void aNumberThatIsStatedIsOffByOneStepUnlessTheTypeRefusesIt(String said, String less, String more) {
        List<String> expected = Stream.of(less, more).filter(Objects::nonNull).toList();
        assertThat(instead(MutationKind.NUMBER_CHANGED, DemoPolicy.rule("A-1", ADVICE, "insert(" + said + ");")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "new Hours(\"5x8\")|new Hours(\"immediate\")",
                "new Hours(\"immediate\")|new Hours(\"5x8\")",
                "new Channel(\"im\")|new Channel(\"phone\")",
                "new Denied(\"requester-not-certified\")|new Denied(\"severity-not-applicable\")",
                "new Payable(\"needs-purchase\")|new Payable(\"available-at-fee\")",
                "new Priority(\"high\")|new Priority(\"highest\")"
            })
    void aWordThatIsStatedIsTheNextOfItsKind(String said, String other) {
        assertThat(instead(MutationKind.WORD_CHANGED, DemoPolicy.rule("A-1", ADVICE, "insert(" + said + ");")))
                .containsExactly(other);
    }

    @Test
    void aWordWithoutAnOtherStaysAndEachOfSeveralIsChangedByItself() {
        assertThat(instead(
                        MutationKind.WORD_CHANGED, DemoPolicy.rule("A-1", ADVICE, "insert(new Seat(\"dedicated\"));")))
                .isEmpty();
        assertThat(instead(
                        MutationKind.WORD_CHANGED,
                        DemoPolicy.rule("A-1", ADVICE, "insert(new Charge(200, \"CNY\", \"incident\", true));")))
                .containsExactly(
                        "new Charge(200, \"COP\", \"incident\", true)",
                        "new Charge(200, \"CNY\", \"person-day\", true)",
                        "new Charge(200, \"CNY\", \"incident\", false)");
    }

    @Test
    void termsThatWouldStandAgainstEachOtherAreRefused() {
        PolicyMutations mutations = mutations(
                DemoPolicy.rule("A-1", ADVICE + " Plan(id == \"low\")", "insert(new GroupLimit(3));"),
                DemoPolicy.rule("A-2", ADVICE + " Plan(id == \"high\")", "insert(new GroupLimit(5));"));
        assertThat(mutations.refused())
                .filteredOn(refused -> refused.fault().code().equals("terms-conflict"))
                .extracting(refused -> refused.rule().id() + " " + refused.kind() + " " + refused.instead())
                .containsExactly(
                        "A-1 CONDITION_DROPPED ",
                        "A-1 PLAN_SWAPPED id == \"high\"",
                        "A-2 CONDITION_DROPPED ",
                        "A-2 PLAN_SWAPPED id == \"low\"");
    }

    @Test
    void aMutationDiffersInItsRuleOnly() {
        CompiledPolicy original = DemoPolicy.compile(
                DemoPolicy.rules("advice.drl", SMALL, DemoPolicy.grant("A-2", ADVICE)),
                DemoPolicy.rules("repair.drl", DemoPolicy.grant("R-1", "Question(service == \"repair\")")));
        PolicyMutation mutation = one(original, "value <= 5000");
        assertThat(mutation.services()).containsExactly("advice");
        assertThat(fired(original, "advice", "5000")).containsExactly("A-2");
        assertThat(fired(mutation.policy(), "advice", "5000")).containsExactly("A-1", "A-2");
        assertThat(fired(mutation.policy(), "advice", "5001")).containsExactly("A-2");
        assertThat(fired(mutation.policy(), "repair", "5000")).containsExactly("R-1");
        assertThat(fired(original, "advice", "5000")).containsExactly("A-2");
    }

    @Test
    void aDroppedRuleIsSilentAndTheOthersSpeak() {
        CompiledPolicy original =
                DemoPolicy.compile(DemoPolicy.rules("advice.drl", SMALL, DemoPolicy.grant("A-2", ADVICE)));
        CompiledPolicy dropped = PolicyMutations.of(original).all().get(0).policy();
        assertThat(fired(original, "advice", "1")).containsExactly("A-1", "A-2");
        assertThat(fired(dropped, "advice", "1")).containsExactly("A-2");
        assertThat(dropped.rules()).extracting(rule -> rule.id()).containsExactly("A-2");
    }

    @Test
    void aGrantThatNoLongerAsksForAPurchaseIsNoneByPurchase() {
        CompiledPolicy policy = DemoPolicy.compile(DemoPolicy.rules(
                "sp-extra.drl",
                DemoPolicy.grant("X-1", "Question(service == \"sp-extra\") Purchase(service == \"sp-extra\")")));
        assertThat(policy.rules().get(0).purchase()).isTrue();
        assertThat(one(policy, "not Purchase(service == \"sp-extra\")")
                        .policy()
                        .rules()
                        .get(0)
                        .purchase())
                .isFalse();
    }

    private static PolicyMutations mutations(String... rules) {
        return PolicyMutations.of(DemoPolicy.compile(DemoPolicy.rules("advice.drl", rules)));
    }

    private static List<String> instead(MutationKind kind, String rule) {
        return mutations(rule).all().stream()
                .filter(mutation -> mutation.kind() == kind)
                .map(PolicyMutation::instead)
                .toList();
    }

    private static PolicyMutation one(CompiledPolicy policy, String instead) {
        return PolicyMutations.of(policy).all().stream()
                .filter(mutation -> mutation.instead().equals(instead))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> fired(CompiledPolicy policy, String service, String amount) {
        QuestionFacts facts = DemoQuestion.about(service, "middle", new Amount(new BigDecimal(amount), "CNY"));
        return policy.evaluate(facts).stream()
                .filter(finding -> finding.absent() == null)
                .map(Finding::rule)
                .map(rule -> Objects.requireNonNull(rule).id())
                .sorted()
                .toList();
    }
}
