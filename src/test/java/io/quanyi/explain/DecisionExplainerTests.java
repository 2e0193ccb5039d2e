package io.quanyi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Result;
import io.quanyi.decision.combination.FindingStatus;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.ClockLine;
import io.quanyi.explain.ExplanationReport.ExplainedRule;
import io.quanyi.explain.ExplanationReport.FieldLine;
import io.quanyi.explain.ExplanationReport.FindingLine;
import io.quanyi.explain.ExplanationReport.NamedId;
import io.quanyi.explain.ExplanationReport.NearMissLine;
import io.quanyi.explain.ExplanationReport.PauseLine;
import io.quanyi.explain.ExplanationReport.QuotaLine;
import io.quanyi.explain.ExplanationReport.RefusalLine;
import io.quanyi.explain.ExplanationReport.StretchLine;
import io.quanyi.explain.ExplanationReport.UseLine;
import io.quanyi.explain.ExplanationReport.WaitingLine;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.text.Language;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations of requests to the shipped programmes. */
class DecisionExplainerTests {

    private static final String FEEDBACK = """
        { 'programme': 'kingdee-galaxy-public',
          'subscription': { 'plan': 'preferred', 'product': '星空', 'deployment': 'public-cloud',
            'serviceStart': '2026-01-01', 'serviceEnd': '2026-12-31' },
          'question': { 'service': 'issue-feedback', 'at': '2026-09-25T08:00:00Z' } }
        """;

    /** A Wednesday, 16:00 in Beijing; the seven days after it are days off. */
    private static final String NATIONAL_DAY = FEEDBACK.replace("2026-09-25", "2026-09-30");

    private static final String CRITICAL = """
        { 'programme': 'kingdee-premium-success',
          'subscription': { 'plan': 'premium', 'product': 'kingdee-cloud-galaxy', 'deployment': 'public-cloud',
            'usageRegion': 'CN', 'serviceStart': '2025-07-01', 'serviceEnd': '2027-06-30',
            'contract': { 'amount': 58000, 'currency': 'CNY', 'terms': [
              { 'service': 'critical-moment-support', 'effect': 'quota', 'limit': 3, 'unit': 'person-day' } ] },
            'usage': [ { 'service': 'critical-moment-support', 'date': '2026-06-30', 'personDays': 1.5 },
                       { 'service': 'critical-moment-support', 'date': '2026-07-01', 'personDays': 1 },
                       { 'service': 'health-check', 'date': '2026-08-01' } ] },
          'question': { 'service': 'critical-moment-support', 'at': '2026-09-30T16:00:00+08:00', 'personDays': 2 } }
        """;

    @Test
    void aClockStandsStillOverAHolidayAndAtNoon() {
        ClockLine clock = english(NATIONAL_DAY).clocks().get(0);
        assertThat(clock.start()).isEqualTo("2026-09-30T16:00:00+08:00");
        assertThat(clock.due()).isEqualTo(OffsetDateTime.parse("2026-10-08T16:00:00+08:00"));
        assertThat(clock.window()).isEqualTo(new NamedId("5x8", "5×8 hours"));
        assertThat(clock.stretches())
                .extracting(stretch -> stretch.counted() + " " + stretch.from().toLocalDateTime() + " "
                        + stretch.to().toLocalDateTime())
                .containsExactly(
                        "true 2026-09-30T16:00 2026-09-30T17:30",
                        "false 2026-09-30T17:30 2026-10-08T08:30",
                        "true 2026-10-08T08:30 2026-10-08T12:00",
                        "false 2026-10-08T12:00 2026-10-08T13:00",
                        "true 2026-10-08T13:00 2026-10-08T16:00");
        assertThat(counted(clock)).isEqualTo(Duration.ofHours(8));
        assertThat(clock.stretches().get(1).reasons())
                .extracting(PauseLine::text)
                .containsExactly(
                        "Wed 2026-09-30: outside the hours of the day",
                        "Thu 2026-10-01 – Wed 2026-10-07: holiday “National Day”",
                        "Thu 2026-10-08: outside the hours of the day");
    }

    /** 2026-09-18 is a Friday before a weekend without a holiday. */
    @Test
    void aClockStandsStillOverAWeekend() {
        ClockLine clock =
                english(FEEDBACK.replace("2026-09-25", "2026-09-18")).clocks().get(0);
        assertThat(clock.due()).isEqualTo(OffsetDateTime.parse("2026-09-21T16:00:00+08:00"));
        assertThat(clock.stretches().get(1).reasons())
                .extracting(reason -> reason.code() + " " + reason.from() + " " + reason.to())
                .containsExactly(
                        "OUTSIDE_HOURS 2026-09-18 2026-09-18",
                        "WEEKEND 2026-09-19 2026-09-20",
                        "OUTSIDE_HOURS 2026-09-21 2026-09-21");
    }

    /** 2026-09-25 to 27 are days off; asked on the first of them, a Friday. */
    @Test
    void aClockThatStartsOnAHolidayBeginsWithAPause() {
        ClockLine clock = english(FEEDBACK).clocks().get(0);
        StretchLine first = clock.stretches().get(0);
        assertThat(first.counted()).isFalse();
        assertThat(first.from()).isEqualTo(clock.start());
        assertThat(first.reasons())
                .extracting(PauseLine::code, PauseLine::holiday)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PauseReason.HOLIDAY, "Mid-Autumn Festival"),
                        org.assertj.core.groups.Tuple.tuple(PauseReason.OUTSIDE_HOURS, null));
        assertThat(counted(clock)).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void whatIsInheritedRestsOnTheContainedPlanAndOnTheRuleThatBringsItIn() {
        ExplanationReport report = english(NATIONAL_DAY);
        assertThat(Objects.requireNonNull(report.answer()).grantedByPlan()).isEqualTo(new NamedId("basic", "Basic"));
        BasisLine reason = report.basis().get(0);
        assertThat(reason.text()).isEqualTo("Included in a plan that the customer's plan contains");
        assertThat(reason.plan()).isEqualTo(new NamedId("basic", "Basic"));
        assertThat(id(reason.rule())).isEqualTo("GAL-FB-01");
        assertThat(findings(report, "GAL-PL-01").status()).isEqualTo(FindingStatus.CONTAINS);
        assertThat(findings(report, "GAL-PL-01").plan()).isEqualTo(new NamedId("preferred", "Preferred"));
        assertThat(findings(report, "GAL-FB-04").why())
                .isEqualTo("not used: a provision nearer to the customer's plan takes precedence (GAL-FB-02)");
    }

    @Test
    void aTermIsQuotedWithItsClausesAndReadings() {
        BasisLine response = basis(english(NATIONAL_DAY), "Response");
        ExplainedRule rule = Objects.requireNonNull(response.rule());
        assertThat(rule.id()).isEqualTo("GAL-FB-02");
        assertThat(rule.clauses().get(0).quote()).isEqualTo("7*24问题反馈");
        assertThat(rule.clauses().get(0).gloss()).startsWith("Issue feedback around the clock");
        assertThat(rule.readings()).extracting(reading -> reading.id()).containsExactly("A03", "A44");
        assertThat(response.readings()).extracting(reading -> reading.id()).containsExactly("A06");
    }

    @Test
    void aNearMissSaysWhatIsAskedAndWhatIsThere() {
        NearMissLine near = near(english(NATIONAL_DAY), "GAL-FB-03");
        assertThat(near.why()).isEqualTo("requires that plan is Exclusive; actually: Preferred");
        assertThat(near.condition()).isEqualTo("id == \"exclusive\"");
        assertThat(near.field()).isEqualTo("Plan.id");
        assertThat(near.value()).isEqualTo("preferred");
    }

    @Test
    void aRefusalSaysWhatOutweighedWhat() {
        ExplanationReport report = english(CRITICAL.replace("58000", "4999.99"));
        assertThat(Objects.requireNonNull(report.answer()).outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(findings(report, "KPS-CM-02").counts()).isTrue();
        assertThat(findings(report, "KPS-CM-01").why())
                .isEqualTo("not used: a stronger reason decides (A condition of the service is not met)");
        assertThat(findings(report, "KPS-CM-04").status()).isEqualTo(FindingStatus.NO_YES);
        assertThat(findings(report, "KPS-PL-01").status()).isEqualTo(FindingStatus.CONTAINS_UNUSED);
        assertThat(near(report, "KPS-CM-03").why())
                .isEqualTo("requires that currency of the contract is not CNY; actually: CNY");
        assertThat(report.clocks()).isEmpty();
        assertThat(report.quota()).isNull();
    }

    @Test
    void exactlyTheAmountThatIsAskedForIsANearMissOfTheRefusal() {
        ExplanationReport report = english(CRITICAL.replace("58000", "5000"));
        assertThat(near(report, "KPS-CM-02").why())
                .isEqualTo("requires that amount of the contract is below 5000; actually: 5000");
    }

    @Test
    void aTermOfTheContractBeatsThatOfARule() {
        ExplanationReport report = english(CRITICAL);
        assertThat(report.findings().get(0).rule()).isNull();
        assertThat(report.findings().get(0).text()).isEqualTo("3 person-days per service year");
        assertThat(report.findings().get(0).counts()).isTrue();
        assertThat(findings(report, "KPS-CM-04").why())
                .isEqualTo(
                        "not used: a provision nearer to the customer's plan takes precedence (the customer's contract)");
        assertThat(basis(report, "Quota").fromContract()).isTrue();
    }

    @Test
    void aQuotaIsCountedOverTheServiceYear() {
        QuotaLine quota = Objects.requireNonNull(english(CRITICAL).quota());
        assertThat(quota.text())
                .isEqualTo(
                        "3 person-days in all, 1 person-day used, 2 person-days left; counted over Wed 2026-07-01 – Wed 2027-06-30");
        assertThat(quota.uses())
                .extracting(UseLine::text)
                .containsExactly(
                        "Tue 2026-06-30: 1.5 person-days, before the period that is counted",
                        "Wed 2026-07-01: 1 person-day");
    }

    @Test
    void aQuotaThatIsUsedUpIsWhatTheRefusalRestsOn() {
        ExplanationReport report = english(CRITICAL.replace("'personDays': 1 }", "'personDays': 1.5 }"));
        assertThat(report.basis()).hasSizeGreaterThan(1).first().satisfies(reason -> {
            assertThat(reason.text()).isEqualTo("More is requested than is left of the quota");
            assertThat(reason.fromContract()).isTrue();
        });
        assertThat(report.findings().get(0).status()).isEqualTo(FindingStatus.COUNTS);
    }

    @Test
    void missingFactsAreNamedAndTheRulesThatWaitForThem() {
        ExplanationReport report = english(CRITICAL.replace("'amount': 58000, 'currency': 'CNY', ", ""));
        RefusalLine refusal = Objects.requireNonNull(report.refusal());
        assertThat(report.answer()).isNull();
        assertThat(refusal.code()).isEqualTo("missing-fact");
        assertThat(refusal.faults())
                .extracting(fault -> fault.pointer() + " " + fault.member())
                .containsExactly(
                        "/subscription/contract/amount contract amount",
                        "/subscription/contract/currency currency of the contract");
        assertThat(report.waiting())
                .filteredOn(WaitingLine::decisive)
                .isNotEmpty()
                .allSatisfy(waiting -> {
                    assertThat(waiting.meaning()).isEqualTo(Meaning.UNKNOWN);
                    assertThat(waiting.why()).startsWith("may apply and affects the outcome; needed: ");
                });
        assertThat(report.findings()).extracting(FindingLine::status).containsOnly(FindingStatus.UNDECIDED);
        assertThat(report.nearMisses()).noneMatch(near -> near.rule().id().equals("KPS-CM-02"));
    }

    @Test
    void ofTheTwoEndsOfTheServicePeriodTheOneThatIsNotThereIsWaitedFor() {
        assertThat(pointers(FEEDBACK.replace("'serviceStart': '2026-01-01', ", "")))
                .contains("/subscription/serviceStart")
                .doesNotContain("/subscription/serviceEnd");
        assertThat(pointers(FEEDBACK.replace(", 'serviceEnd': '2026-12-31'", "")
                        .replace("'serviceStart': '2026-01-01',", "'serviceStart': '2026-01-01'")))
                .contains("/subscription/serviceEnd")
                .doesNotContain("/subscription/serviceStart");
    }

    private static List<String> pointers(String json) {
        return english(json).waiting().stream().map(WaitingLine::pointer).toList();
    }

    @Test
    void aMissingFactWithAListComesWithTheList() {
        ExplanationReport report = english(CRITICAL.replace("'deployment': 'public-cloud',", "")
                .replace("critical-moment-support", "public-cloud-ops")
                .replace(", 'personDays': 2", ""));
        assertThat(Objects.requireNonNull(report.refusal()).faults())
                .filteredOn(fault -> fault.pointer().equals("/subscription/deployment"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.choices()).contains(new NamedId("public-cloud", "public cloud")));
    }

    @Test
    void anUnknownIdComesWithThoseThatThereAre() {
        ExplanationReport report = english(FEEDBACK.replace("preferred", "platinum"));
        RefusalLine refusal = Objects.requireNonNull(report.refusal());
        assertThat(refusal.code()).isEqualTo("unknown-plan");
        assertThat(refusal.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.choices()).contains(new NamedId("preferred", "Preferred")));
        assertThat(report.facts()).isEmpty();
    }

    @Test
    void factsThatContradictEachOtherAreNamed() {
        ExplanationReport report = english(FEEDBACK.replace("2026-12-31", "2025-12-31"));
        assertThat(Objects.requireNonNull(report.refusal()).code()).isEqualTo("contradictory-facts");
        assertThat(report.refusal().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/subscription/serviceEnd");
            assertThat(fault.choices()).isEmpty();
        });
    }

    @Test
    void aTermOfTheContractThatIsNotCompleteIsNamed() {
        ExplanationReport report = english(CRITICAL.replace(", 'limit': 3", ""));
        assertThat(Objects.requireNonNull(report.refusal()).code()).isEqualTo("malformed");
        assertThat(report.refusal().faults())
                .extracting(fault -> fault.pointer())
                .containsExactly("/subscription/contract/terms/0/limit");
    }

    @Test
    void aServiceOfASiblingHasNoRulesHere() {
        ExplanationReport report = english(FEEDBACK.replace("issue-feedback", "online-ticket"));
        assertThat(Objects.requireNonNull(report.answer()).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("not-in-programme"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.nearMisses()).isEmpty();
        assertThat(report.basis()).singleElement().satisfies(line -> {
            assertThat(line.rule()).isNull();
            assertThat(line.fromContract()).isFalse();
        });
    }

    @Test
    void aFactIsGivenOrDerivedOrAbsent() {
        ExplanationReport report = english(CRITICAL);
        assertThat(field(report, "Place", "region").origin()).isEqualTo(FieldOrigin.GIVEN);
        FieldLine year = field(report, "Period", "year");
        assertThat(year.origin()).isEqualTo(FieldOrigin.DERIVED);
        assertThat(year.value()).isEqualTo(2);
        assertThat(year.how()).isEqualTo("service period 2025-07-01 to 2027-06-30, request on 2026-09-30");
        FieldLine served = field(report, "Branch", "servedBy");
        assertThat(served.origin()).isEqualTo(FieldOrigin.ABSENT);
        assertThat(served.meaning()).isEqualTo(Meaning.ASSUMED);
        assertThat(served.condition()).isEqualTo("assumed-served-by-headquarters");
        assertThat(served.pointer()).isEqualTo("/subscription/servedBy");
    }

    @Test
    void aProductWrittenByAnotherNameIsDerived() {
        FieldLine product = field(english(FEEDBACK), "Product", "id");
        assertThat(product.origin()).isEqualTo(FieldOrigin.DERIVED);
        assertThat(product.how()).isEqualTo("written as “星空”");
        String id = FEEDBACK.replace("星空", "kingdee-cloud-galaxy");
        assertThat(field(english(id), "Product", "id").origin()).isEqualTo(FieldOrigin.GIVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theInstantIsSaidInTheZoneOfTheProgramme(String tag) {
        Language language = tag.equals("en") ? Language.ENGLISH : Language.CHINESE;
        assertThat(ShippedExplanations.explained(language, NATIONAL_DAY).asked().text())
                .contains(
                        language == Language.ENGLISH
                                ? "Wed 2026-09-30 16:00, Asia/Shanghai"
                                : "2026-09-30（周三）16:00（北京时间）");
    }

    private static ExplanationReport english(String json) {
        return ShippedExplanations.explained(Language.ENGLISH, json);
    }

    private static Duration counted(ClockLine clock) {
        return clock.stretches().stream()
                .filter(StretchLine::counted)
                .map(StretchLine::seconds)
                .map(Duration::ofSeconds)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static FindingLine findings(ExplanationReport report, String rule) {
        return only(report.findings().stream()
                .filter(line -> rule.equals(id(line.rule())))
                .toList());
    }

    private static NearMissLine near(ExplanationReport report, String rule) {
        return only(report.nearMisses().stream()
                .filter(line -> line.rule().id().equals(rule))
                .toList());
    }

    private static BasisLine basis(ExplanationReport report, String part) {
        return only(
                report.basis().stream().filter(line -> line.part().equals(part)).toList());
    }

    private static FieldLine field(ExplanationReport report, String fact, String field) {
        return only(report.facts().stream()
                .filter(line -> line.fact().equals(fact))
                .flatMap(line -> line.fields().stream())
                .filter(line -> line.field().equals(field))
                .toList());
    }

    private static <T> T only(List<T> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static @Nullable String id(@Nullable ExplainedRule rule) {
        return rule == null ? null : rule.id();
    }
}
