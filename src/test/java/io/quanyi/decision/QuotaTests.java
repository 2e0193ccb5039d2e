package io.quanyi.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the count of usage in the span of a quota, and its comparison with a request. */
class QuotaTests {

    private static final ProgrammeRelease TWICE_A_YEAR = Trial.of(
            Trial.support("T-01", "basic", "new Granted()"),
            Trial.support("T-02", "basic", "new Quota(2, 'time', 'service-year')"));

    private static final ProgrammeRelease TWO_DAYS_A_YEAR = Trial.of(
            Trial.support("T-01", "basic", "new Granted()"),
            Trial.support("T-02", "basic", "new Quota(2.5, 'person-day', 'service-year')"));

    private static final ProgrammeRelease TWICE_A_CONTRACT = Trial.of(
            Trial.support("T-01", "basic", "new Granted()"),
            Trial.support("T-02", "basic", "new Quota(2, 'time', 'contract')"));

    private static final Asked SUPPORT = Asked.about("support", "basic");

    @ParameterizedTest(name = "{0} used, {1} asked: {2}")
    @CsvSource({
        "0, 1, granted",
        "0, 2, granted",
        "0, 3, quota-insufficient",
        "1, 1, granted",
        "1, 2, quota-insufficient",
        "2, 1, quota-exhausted",
        "3, 1, quota-exhausted",
    })
    void timesFitUntilTheLimitIsReached(int used, int asked, String code) {
        Decision decision = SUPPORT.with("/subscription/usage", uses("times: " + used))
                .with("/question/quantity", String.valueOf(asked))
                .decide(TWICE_A_YEAR);

        assertThat(code(decision)).isEqualTo(code);
        assertThat(quota(decision).used()).isEqualTo(String.valueOf(used));
        assertThat(quota(decision).remaining()).isEqualTo(String.valueOf(Math.max(0, 2 - used)));
    }

    @ParameterizedTest(name = "{0} used, {1} asked: {2}, {3} left")
    @CsvSource({
        "0, 2.5, granted, 2.5",
        "0, 2.50, granted, 2.5",
        "0, 2.51, quota-insufficient, 2.5",
        "2, 0.5, granted, 0.5",
        "2.0, 0.51, quota-insufficient, 0.5",
        "2.49, 0.01, granted, 0.01",
        "2.49, 0.02, quota-insufficient, 0.01",
        "2.5, 0.01, quota-exhausted, 0",
        "2.50, 0, quota-exhausted, 0",
        "9.75, 1, quota-exhausted, 0",
    })
    void personDaysAreCountedExactly(String used, String asked, String code, String left) {
        Decision decision = SUPPORT.with("/subscription/usage", uses("personDays: " + used))
                .with("/question/personDays", asked)
                .decide(TWO_DAYS_A_YEAR);

        assertThat(code(decision)).isEqualTo(code);
        assertThat(quota(decision).remaining()).isEqualTo(left);
        assertThat(quota(decision).limit()).isEqualTo("2.5");
    }

    @Test
    void tenTenthsOfADayAreADay() {
        String tenth = "{ service: support, date: 2026-02-01, personDays: 0.1 }";
        Asked asked = SUPPORT.with("/subscription/usage", "[" + (tenth + ", ").repeat(24) + tenth + "]");

        assertThat(code(asked.decide(TWO_DAYS_A_YEAR))).isEqualTo("quota-exhausted");
        assertThat(quota(asked.decide(TWO_DAYS_A_YEAR)).used()).isEqualTo("2.5");
    }

    @Test
    void withoutPersonDaysTheQuestionOnlyAsksWhetherAnythingIsLeft() {
        assertThat(code(SUPPORT.with("/subscription/usage", uses("personDays: 2.49"))
                        .decide(TWO_DAYS_A_YEAR)))
                .isEqualTo("granted");
    }

    @Test
    void anEntryWithoutTimesCountsOnce() {
        Decision decision =
                SUPPORT.with("/subscription/usage", uses("personDays: 2")).decide(TWICE_A_YEAR);

        assertThat(quota(decision).used()).isEqualTo("1");
    }

    @Test
    void anEntryOfAQuotaInPersonDaysMustSayHowMany() {
        Asked asked = SUPPORT.with("/subscription/usage", """
                [{ service: support, date: 2026-02-01, personDays: 1 },
                 { service: support, date: 2026-02-02, times: 1 },
                 { service: moments, date: 2026-02-02 },
                 { service: support, date: 2025-12-31 }]
                """);

        assertThat(asked.faults(TWO_DAYS_A_YEAR)).containsExactly("missing-fact at /subscription/usage/1/personDays");
    }

    @Test
    void noUsageIsNotTheSameAsUnknownUsage() {
        assertThat(quota(SUPPORT.decide(TWICE_A_YEAR)).used()).isEqualTo("0");
        assertThat(SUPPORT.without("/subscription/usage").faults(TWICE_A_YEAR))
                .containsExactly("missing-fact at /subscription/usage");
        assertThat(SUPPORT.with("/subscription/usage", "null").faults(TWICE_A_YEAR))
                .containsExactly("missing-fact at /subscription/usage");
    }

    @Test
    void theServiceYearNeedsAStart() {
        assertThat(SUPPORT.without("/subscription/serviceStart").faults(TWICE_A_YEAR))
                .containsExactly("missing-fact at /subscription/serviceStart");
        assertThat(code(SUPPORT.without("/subscription/serviceStart").decide(TWICE_A_CONTRACT)))
                .isEqualTo("granted");
    }

    @Test
    void whereThereIsNothingToCountNothingIsAskedFor() {
        Asked asked = SUPPORT.without("/subscription/usage").without("/subscription/serviceStart");

        assertThat(asked.with("/subscription/contract/terms", "[{ service: support, effect: exclude }]")
                        .decide(TWICE_A_YEAR)
                        .outcome())
                .isEqualTo(Result.NOT_ENTITLED);
        assertThat(asked.with("/question/service", "moments")
                        .decide(TWICE_A_YEAR)
                        .outcome())
                .isEqualTo(Result.NOT_ENTITLED);
    }

    @ParameterizedTest(name = "used on {0}, asked on {1}: {2} used from {3} to {4}")
    @CsvSource({
        "2026-07-01, 2026-07-01, 1, 2026-07-01, 2027-06-30",
        "2026-07-01, 2027-06-30, 1, 2026-07-01, 2027-06-30",
        "2027-06-30, 2027-06-30, 1, 2026-07-01, 2027-06-30",
        "2027-06-30, 2027-07-01, 0, 2027-07-01, 2028-06-29",
        "2027-07-01, 2027-07-01, 1, 2027-07-01, 2028-06-29",
        "2026-06-30, 2026-07-01, 0, 2026-07-01, 2027-06-30",
    })
    void usageCountsInItsServiceYearWhichEndsWithTheServiceAtTheLatest(
            LocalDate used, LocalDate asked, String count, LocalDate from, LocalDate to) {
        Decision decision = SUPPORT.with("/subscription/serviceStart", "2026-07-01")
                .with("/subscription/serviceEnd", "2028-06-29")
                .with("/subscription/usage", "[{ service: support, date: %s }]".formatted(used))
                .at(asked + "T12:00+08:00")
                .decide(TWICE_A_YEAR);

        assertThat(quota(decision).used()).isEqualTo(count);
        assertThat(quota(decision).from()).isEqualTo(from);
        assertThat(quota(decision).to()).isEqualTo(to);
    }

    @Test
    void aQuotaOfTheWholeContractCountsOverAllYears() {
        Decision decision = SUPPORT.with("/subscription/serviceStart", "2024-07-01")
                .with(
                        "/subscription/usage",
                        "[{ service: support, date: 2024-07-01 }, { service: support, date: 2024-06-30 }]")
                .decide(TWICE_A_CONTRACT);

        assertThat(quota(decision).used()).isEqualTo("1");
        assertThat(quota(decision).from()).isEqualTo("2024-07-01");
        assertThat(quota(decision).to()).isEqualTo("2026-12-31");
    }

    @Test
    void usageOfOtherServicesDoesNotCount() {
        Decision decision = SUPPORT.with("/subscription/usage", "[{ service: moments, date: 2026-02-01, times: 9 }]")
                .decide(TWICE_A_YEAR);

        assertThat(quota(decision).used()).isEqualTo("0");
    }

    @Test
    void aRefusalSaysHowMuchThereWasAndWhoseLimitItIs() {
        Decision decision =
                SUPPORT.with("/subscription/usage", uses("times: 2")).decide(TWICE_A_YEAR);

        assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(decision.reasons())
                .containsExactly(new Decision.Reason("quota-exhausted", "T-02", "1", "The first clause"));
        assertThat(decision.quota())
                .isEqualTo(new Decision.QuotaState(
                        new BigDecimal("2"),
                        "time",
                        "service-year",
                        new BigDecimal("2"),
                        new BigDecimal("0"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        null,
                        "T-02",
                        "1",
                        "The first clause"));
    }

    @Test
    void theNearestPlansQuotaCounts() {
        ProgrammeRelease more = Trial.of(
                Trial.support("T-01", "basic", "new Granted()"),
                Trial.support("T-02", "basic", "new Quota(2, 'time', 'service-year')"),
                Trial.support("T-03", "exclusive", "new Quota(4, 'time', 'service-year')"));
        Asked used = SUPPORT.with("/subscription/usage", uses("times: 2"));

        assertThat(code(used.with("/subscription/plan", "preferred").decide(more)))
                .isEqualTo("quota-exhausted");
        assertThat(quota(used.with("/subscription/plan", "exclusive").decide(more))
                        .remaining())
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"1, quota-exhausted", "2, granted", "0, quota-exhausted"})
    void theContractsQuotaReplacesThePlans(int limit, String code) {
        Asked used = SUPPORT.with("/subscription/usage", uses("times: 1"))
                .with(
                        "/subscription/contract/terms",
                        "[{ service: support, effect: quota, limit: %s, unit: time }]".formatted(limit));

        assertThat(code(used.decide(TWICE_A_YEAR))).isEqualTo(code);
    }

    @Test
    void beyondItsFreeRangeAServiceMayBeSold() {
        ProgrammeRelease sold = Trial.of(
                Trial.support("T-01", "basic", "new Granted()"),
                Trial.support("T-02", "basic", "new Quota(2, 'time', 'service-year')"),
                Trial.support("T-03", "new Payable('available-at-fee')"),
                Trial.support("T-04", "new Charge(200, 300, 'CNY', 'incident', true)"));

        Decision within = SUPPORT.decide(sold);
        Decision beyond = SUPPORT.with("/subscription/usage", uses("times: 2")).decide(sold);

        assertThat(within.outcome()).isEqualTo(Result.ENTITLED);
        assertThat(beyond.outcome()).isEqualTo(Result.PAYABLE);
        assertThat(beyond.entitled()).isFalse();
        assertThat(beyond.reasons())
                .extracting(Decision.Reason::code)
                .containsExactly("available-at-fee", "quota-exhausted");
        assertThat(quota(beyond).remaining()).isZero();
        assertThat(beyond.charges())
                .containsExactly(new Decision.ChargeLine(
                        new BigDecimal("200"),
                        new BigDecimal("300"),
                        "CNY",
                        null,
                        "incident",
                        true,
                        "T-04",
                        "1",
                        "The first clause"));
    }

    private static String uses(String what) {
        return "[{ service: support, date: 2026-02-01, %s }]".formatted(what);
    }

    private static String code(Decision decision) {
        assertThat(decision.reasons()).hasSize(1);
        return decision.reasons().get(0).code();
    }

    private static Decision.QuotaState quota(Decision decision) {
        return requireNonNull(decision.quota());
    }
}
