package io.quanyi.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quanyi.coverage.CaseCoverage.Count;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseCoverageTests {

    @Test
    void whatTheCasesOfTheTinyProgrammeTouchIsCounted() {
        CaseCoverage coverage = TinyProgramme.asItIs().coverage();
        assertThat(coverage.cases()).isEqualTo(3);
        assertThat(coverage.counts())
                .containsExactly(
                        entry(ItemKind.RULE_FIRES, new Count(3, 3)),
                        entry(ItemKind.RULE_SILENT, new Count(2, 3)),
                        entry(ItemKind.CLAUSE, new Count(3, 3)),
                        entry(ItemKind.PLAN, new Count(2, 2)),
                        entry(ItemKind.PRODUCT, new Count(1, 1)),
                        entry(ItemKind.DEPLOYMENT, new Count(0, 1)),
                        entry(ItemKind.SERVICE, new Count(2, 2)),
                        entry(ItemKind.CHANNEL, new Count(0, 1)),
                        entry(ItemKind.WINDOW, new Count(1, 1)));
    }

    @Test
    void whatIsNotCoveredIsNamedWithItsPlace() {
        assertThat(TinyProgramme.asItIs().coverage().missing())
                .extracting(item -> item.kind() + " " + item.id() + " " + item.position())
                .containsExactly(
                        "RULE_SILENT T-HE-01 tiny/policy/1/help.drl:6:1",
                        "DEPLOYMENT public-cloud tiny/catalogue/2026-01-01.yaml",
                        "CHANNEL phone tiny/catalogue/2026-01-01.yaml");
    }

    @Test
    void aRuleIsSilentOnlyWhereItsServiceIsAskedFor() {
        assertThat(item(TinyProgramme.asItIs(), ItemKind.RULE_SILENT, "T-HE-02").cases())
                .extracting(asked -> asked.name().written())
                .containsExactly("low is helped");
        assertThat(item(TinyProgramme.asItIs(), ItemKind.RULE_SILENT, "T-PL-01").cases())
                .extracting(asked -> asked.name().written())
                .containsExactly("low is helped");
        assertThat(item(TinyProgramme.asItIs(), ItemKind.RULE_FIRES, "T-PL-01").cases())
                .extracting(asked -> asked.name().written())
                .containsExactly("high is answered on the next working day", "more is not in high");
    }

    @Test
    void aRuleThatAsksForNothingCannotBeSilent() {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "", "new Granted()")
                        + TinyProgramme.rule("T-HE-02", "not Purchase()", "new Granted()"),
                "");
        assertThat(tiny.items(false, ItemKind.RULE_SILENT))
                .containsExactly("RULE_SILENT T-HE-02", "RULE_SILENT T-PL-01");
    }

    @Test
    void aClauseIsCoveredByARuleThatFiresAndRestsOnIt() {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "Plan(id == \"high\")", "new Granted()"),
                TinyProgramme.asked("low", "", "", "expect: { outcome: NOT_ENTITLED }"));
        assertThat(tiny.items(true, ItemKind.CLAUSE)).isEmpty();
        assertThat(tiny.items(false, ItemKind.CLAUSE)).containsExactly("CLAUSE 一 帮助", "CLAUSE 二", "CLAUSE 三");
    }

    @Test
    void entriesAreNamedByTheRequestOrItsAnswer() {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "", "new Granted()")
                        + TinyProgramme.rule("T-HE-02", "", "new Channel(\"phone\")"),
                TinyProgramme.asked(
                        "bought", ", deployment: public-cloud, specialServices: [sp-more]", "", "expect: {}"));
        assertThat(tiny.items(
                        true,
                        ItemKind.PLAN,
                        ItemKind.PRODUCT,
                        ItemKind.DEPLOYMENT,
                        ItemKind.SERVICE,
                        ItemKind.CHANNEL,
                        ItemKind.WINDOW))
                .containsExactly(
                        "PLAN low", "DEPLOYMENT public-cloud", "SERVICE help", "SERVICE sp-more", "CHANNEL phone");
    }

    @Test
    void aCaseThatIsNoRequestTouchesNothing() {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "", "new Granted()"),
                TinyProgramme.asked("of no product", ", product: nothing", "", "expect: { problem: { status: 422 } }"));
        assertThat(tiny.coverage().items()).noneMatch(ItemCoverage::isCovered);
    }

    @ParameterizedTest
    @CsvSource({"4999.99, BELOW", "5000, AT", "5000.00, AT", "5000.01, ABOVE"})
    void anAmountLiesOnOneSideOfTheNumberItIsComparedWith(String amount, ItemKind side) {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "Amount(value < 5000)", "new Granted()"),
                TinyProgramme.asked(
                        "amount", ", contract: { amount: " + amount + ", currency: CNY }", "", "expect: {}"));
        assertThat(tiny.items(true, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .containsExactly(side + " T-HE-01 Amount.value < 5000");
        assertThat(tiny.items(false, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .hasSize(2);
    }

    @Test
    void anAmountThatIsNotKnownLiesOnNoSide() {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "Amount(value < 5000)", "new Granted()"),
                TinyProgramme.asked("none", "", "", "expect: {}"));
        assertThat(tiny.items(true, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Period(year > 1), 2", "Period(year > 2), 3", "Question(quantity > 1), 2", "Amount(value > 1), 3"})
    void nothingLiesBelowTheFirstOfWhatIsCounted(String condition, int sides) {
        String when = condition.startsWith("Question")
                ? condition.replace("Question(", "Question(service == \"help\", ")
                : "Question(service == \"help\") " + condition;
        String rule =
                TinyProgramme.rule("T-HE-01", "", "new Granted()").replace("Question(service == \"help\") ", when);
        assertThat(TinyProgramme.with(rule, "").items(false, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .hasSize(sides);
    }

    @ParameterizedTest
    @CsvSource({"0, BELOW", "1, AT", "2, ABOVE"})
    void aQuotaIsHeldAgainstWhatWasUsedAndIsAsked(int times, ItemKind side) {
        String usage = times == 0 ? "[]" : "[{ service: help, date: 2026-11-01, times: %d }]".formatted(times);
        TinyProgramme tiny = limited(
                "new Quota(2, \"time\", \"service-year\")",
                ", serviceStart: 2026-10-01, serviceEnd: 2027-09-30, usage: " + usage,
                "");
        assertThat(tiny.items(true, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .containsExactly(side + " T-HE-02 new Quota(2, \"time\", \"service-year\")");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26, BELOW", "2026-11-27, AT", "2026-11-28, ABOVE"})
    void aLeadTimeIsHeldAgainstTheDaysAhead(String start, ItemKind side) {
        assertThat(limited("new LeadTime(7)", "", ", requestedStart: " + start)
                        .items(true, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .containsExactly(side + " T-HE-02 new LeadTime(7)");
    }

    @ParameterizedTest
    @CsvSource({"1.5, BELOW", "2, AT", "2.5, ABOVE"})
    void aLimitOfEachUseIsHeldAgainstThePersonDays(String personDays, ItemKind side) {
        assertThat(limited("new EachLimit(2, \"person-day\")", "", ", personDays: " + personDays)
                        .items(true, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .containsExactly(side + " T-HE-02 new EachLimit(2, \"person-day\")");
    }

    @ParameterizedTest
    @CsvSource({"3, BELOW", "4, AT", "5, ABOVE"})
    void aLimitOfAGroupIsHeldAgainstItsUsers(int members, ItemKind side) {
        assertThat(limited("new GroupLimit(5)", ", imGroupMembers: " + members, ", quantity: 1")
                        .items(true, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .containsExactly(side + " T-HE-02 new GroupLimit(5)");
    }

    @Test
    void aLimitOfWhatIsRefusedAnywayIsNotReached() {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "", "new Denied(\"out-of-scope\")")
                        + TinyProgramme.rule("T-HE-02", "", "new EachLimit(2, \"person-day\")"),
                TinyProgramme.asked("refused", "", ", personDays: 2", "expect: {}"));
        assertThat(tiny.items(true, ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE))
                .isEmpty();
    }

    @Test
    void aFirstUseOfAQuotaOfOneIsAtTheLimitAndNoneIsBelow() {
        TinyProgramme once = limited("new Quota(1, \"time\", \"contract\")", "", "");
        TinyProgramme oneDay = limited("new Quota(1, \"person-day\", \"contract\")", "", "");
        assertThat(sides(once)).containsExactly(ItemKind.AT, ItemKind.ABOVE);
        assertThat(sides(oneDay)).containsExactly(ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE);
    }

    private static List<ItemKind> sides(TinyProgramme tiny) {
        return tiny.coverage().items().stream()
                .map(ItemCoverage::kind)
                .filter(kind -> kind.compareTo(ItemKind.BELOW) >= 0)
                .toList();
    }

    private static TinyProgramme limited(String limit, String subscription, String question) {
        return TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "", "new Granted()") + TinyProgramme.rule("T-HE-02", "", limit),
                TinyProgramme.asked("limited", subscription, question, "expect: {}"));
    }

    private static ItemCoverage item(TinyProgramme tiny, ItemKind kind, String id) {
        return tiny.coverage().items().stream()
                .filter(item -> item.kind() == kind && item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
