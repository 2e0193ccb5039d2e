package io.quanyi.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quanyi.coverage.Coverage.Count;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTests {

    @Test
    void whatTheCasesOfTheTinyProgrammeTouchIsCounted() {
        Coverage coverage = Tiny.asItIs().coverage();
        assertThat(coverage.cases()).isEqualTo(3);
        assertThat(coverage.counts())
                .containsExactly(
                        entry(Kind.RULE_FIRES, new Count(3, 3)),
                        entry(Kind.RULE_SILENT, new Count(2, 3)),
                        entry(Kind.CLAUSE, new Count(3, 3)),
                        entry(Kind.PLAN, new Count(2, 2)),
                        entry(Kind.PRODUCT, new Count(1, 1)),
                        entry(Kind.DEPLOYMENT, new Count(0, 1)),
                        entry(Kind.SERVICE, new Count(2, 2)),
                        entry(Kind.CHANNEL, new Count(0, 1)),
                        entry(Kind.WINDOW, new Count(1, 1)));
    }

    @Test
    void whatIsNotCoveredIsNamedWithItsPlace() {
        assertThat(Tiny.asItIs().coverage().missing())
                .extracting(thing -> thing.kind() + " " + thing.id() + " " + thing.position())
                .containsExactly(
                        "RULE_SILENT T-HE-01 tiny/policy/1/help.drl:6:1",
                        "DEPLOYMENT public-cloud tiny/catalogue/2026-01-01.yaml",
                        "CHANNEL phone tiny/catalogue/2026-01-01.yaml");
    }

    @Test
    void aRuleIsSilentOnlyWhereItsServiceIsAskedFor() {
        assertThat(thing(Tiny.asItIs(), Kind.RULE_SILENT, "T-HE-02").cases())
                .extracting(asked -> asked.name().written())
                .containsExactly("low is helped");
        assertThat(thing(Tiny.asItIs(), Kind.RULE_SILENT, "T-PL-01").cases())
                .extracting(asked -> asked.name().written())
                .containsExactly("low is helped");
        assertThat(thing(Tiny.asItIs(), Kind.RULE_FIRES, "T-PL-01").cases())
                .extracting(asked -> asked.name().written())
                .containsExactly("high is answered on the next working day", "more is not in high");
    }

    @Test
    void aRuleThatAsksForNothingCannotBeSilent() {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "", "new Granted()") + Tiny.rule("T-HE-02", "not Purchase()", "new Granted()"),
                "");
        assertThat(tiny.things(false, Kind.RULE_SILENT)).containsExactly("RULE_SILENT T-HE-02", "RULE_SILENT T-PL-01");
    }

    @Test
    void aClauseIsCoveredByARuleThatFiresAndRestsOnIt() {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "Plan(id == \"high\")", "new Granted()"),
                Tiny.asked("low", "", "", "expect: { outcome: NOT_ENTITLED }"));
        assertThat(tiny.things(true, Kind.CLAUSE)).isEmpty();
        assertThat(tiny.things(false, Kind.CLAUSE)).containsExactly("CLAUSE 一 帮助", "CLAUSE 二", "CLAUSE 三");
    }

    @Test
    void entriesAreNamedByTheRequestOrItsAnswer() {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "", "new Granted()") + Tiny.rule("T-HE-02", "", "new Channel(\"phone\")"),
                Tiny.asked("bought", ", deployment: public-cloud, specialServices: [sp-more]", "", "expect: {}"));
        assertThat(tiny.things(true, Kind.PLAN, Kind.PRODUCT, Kind.DEPLOYMENT, Kind.SERVICE, Kind.CHANNEL, Kind.WINDOW))
                .containsExactly(
                        "PLAN low", "DEPLOYMENT public-cloud", "SERVICE help", "SERVICE sp-more", "CHANNEL phone");
    }

    @Test
    void aCaseThatIsNoRequestTouchesNothing() {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "", "new Granted()"),
                Tiny.asked("of no product", ", product: nothing", "", "expect: { problem: { status: 422 } }"));
        assertThat(tiny.coverage().things()).noneMatch(Touched::isCovered);
    }

    @ParameterizedTest
    @CsvSource({"4999.99, BELOW", "5000, AT", "5000.00, AT", "5000.01, ABOVE"})
    void anAmountLiesOnOneSideOfTheNumberItIsComparedWith(String amount, Kind side) {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "Amount(value < 5000)", "new Granted()"),
                Tiny.asked("amount", ", contract: { amount: " + amount + ", currency: CNY }", "", "expect: {}"));
        assertThat(tiny.things(true, Kind.BELOW, Kind.AT, Kind.ABOVE))
                .containsExactly(side + " T-HE-01 Amount.value < 5000");
        assertThat(tiny.things(false, Kind.BELOW, Kind.AT, Kind.ABOVE)).hasSize(2);
    }

    @Test
    void anAmountThatIsNotKnownLiesOnNoSide() {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "Amount(value < 5000)", "new Granted()"),
                Tiny.asked("none", "", "", "expect: {}"));
        assertThat(tiny.things(true, Kind.BELOW, Kind.AT, Kind.ABOVE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Period(year > 1), 2", "Period(year > 2), 3", "Question(quantity > 1), 2", "Amount(value > 1), 3"})
    void nothingLiesBelowTheFirstOfWhatIsCounted(String condition, int sides) {
        String when = condition.startsWith("Question")
                ? condition.replace("Question(", "Question(service == \"help\", ")
                : "Question(service == \"help\") " + condition;
        String rule = Tiny.rule("T-HE-01", "", "new Granted()").replace("Question(service == \"help\") ", when);
        assertThat(Tiny.with(rule, "").things(false, Kind.BELOW, Kind.AT, Kind.ABOVE))
                .hasSize(sides);
    }

    @ParameterizedTest
    @CsvSource({"0, BELOW", "1, AT", "2, ABOVE"})
    void aQuotaIsHeldAgainstWhatWasUsedAndIsAsked(int times, Kind side) {
        String usage = times == 0 ? "[]" : "[{ service: help, date: 2026-11-01, times: %d }]".formatted(times);
        Tiny tiny = limited(
                "new Quota(2, \"time\", \"service-year\")",
                ", serviceStart: 2026-10-01, serviceEnd: 2027-09-30, usage: " + usage,
                "");
        assertThat(tiny.things(true, Kind.BELOW, Kind.AT, Kind.ABOVE))
                .containsExactly(side + " T-HE-02 new Quota(2, \"time\", \"service-year\")");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26, BELOW", "2026-11-27, AT", "2026-11-28, ABOVE"})
    void aLeadTimeIsHeldAgainstTheDaysAhead(String start, Kind side) {
        assertThat(limited("new LeadTime(7)", "", ", requestedStart: " + start)
                        .things(true, Kind.BELOW, Kind.AT, Kind.ABOVE))
                .containsExactly(side + " T-HE-02 new LeadTime(7)");
    }

    @ParameterizedTest
    @CsvSource({"1.5, BELOW", "2, AT", "2.5, ABOVE"})
    void aLimitOfEachUseIsHeldAgainstThePersonDays(String personDays, Kind side) {
        assertThat(limited("new EachLimit(2, \"person-day\")", "", ", personDays: " + personDays)
                        .things(true, Kind.BELOW, Kind.AT, Kind.ABOVE))
                .containsExactly(side + " T-HE-02 new EachLimit(2, \"person-day\")");
    }

    @ParameterizedTest
    @CsvSource({"3, BELOW", "4, AT", "5, ABOVE"})
    void aLimitOfAGroupIsHeldAgainstItsUsers(int members, Kind side) {
        assertThat(limited("new GroupLimit(5)", ", imGroupMembers: " + members, ", quantity: 1")
                        .things(true, Kind.BELOW, Kind.AT, Kind.ABOVE))
                .containsExactly(side + " T-HE-02 new GroupLimit(5)");
    }

    @Test
    void aLimitOfWhatIsRefusedAnywayIsNotReached() {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "", "new Denied(\"out-of-scope\")")
                        + Tiny.rule("T-HE-02", "", "new EachLimit(2, \"person-day\")"),
                Tiny.asked("refused", "", ", personDays: 2", "expect: {}"));
        assertThat(tiny.things(true, Kind.BELOW, Kind.AT, Kind.ABOVE)).isEmpty();
    }

    @Test
    void aFirstUseOfAQuotaOfOneIsAtTheLimitAndNoneIsBelow() {
        Tiny once = limited("new Quota(1, \"time\", \"contract\")", "", "");
        Tiny oneDay = limited("new Quota(1, \"person-day\", \"contract\")", "", "");
        assertThat(sides(once)).containsExactly(Kind.AT, Kind.ABOVE);
        assertThat(sides(oneDay)).containsExactly(Kind.BELOW, Kind.AT, Kind.ABOVE);
    }

    private static List<Kind> sides(Tiny tiny) {
        return tiny.coverage().things().stream()
                .map(Touched::kind)
                .filter(kind -> kind.compareTo(Kind.BELOW) >= 0)
                .toList();
    }

    private static Tiny limited(String limit, String subscription, String question) {
        return Tiny.with(
                Tiny.rule("T-HE-01", "", "new Granted()") + Tiny.rule("T-HE-02", "", limit),
                Tiny.asked("limited", subscription, question, "expect: {}"));
    }

    private static Touched thing(Tiny tiny, Kind kind, String id) {
        return tiny.coverage().things().stream()
                .filter(thing -> thing.kind() == kind && thing.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
