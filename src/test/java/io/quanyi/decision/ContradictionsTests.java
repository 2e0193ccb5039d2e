package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that cannot be true together, and their lookalikes that can. */
class ContradictionsTests {

    private static final ProgrammeRelease TRIAL = Trial.of(Trial.support("T-01", "basic", "new Granted()"));

    private static final Asked SUPPORT = Asked.about("support", "basic");

    @Test
    void aServicePeriodDoesNotEndBeforeItStarts() {
        assertThat(SUPPORT.with("/subscription/serviceEnd", "2025-12-31")
                        .refusal(TRIAL)
                        .stage())
                .isEqualTo(Stage.CONTRADICTORY);
        assertThat(SUPPORT.with("/subscription/serviceEnd", "2025-12-31").faults(TRIAL))
                .containsExactly("end-before-start at /subscription/serviceEnd");
        assertAccepted(SUPPORT.with("/subscription/serviceEnd", "2026-01-01"));
    }

    @Test
    void aFirstTermDoesNotEndBeforeItStarts() {
        assertThat(SUPPORT.with("/subscription/firstPurchase", "{ serviceStart: 2025-05-01, serviceEnd: 2025-04-30 }")
                        .faults(TRIAL))
                .containsExactly("end-before-start at /subscription/firstPurchase/serviceEnd");
        assertAccepted(
                SUPPORT.with("/subscription/firstPurchase", "{ serviceStart: 2025-05-01, serviceEnd: 2025-05-01 }"));
    }

    @Test
    void theFirstTermDoesNotStartAfterTheCurrentOne() {
        assertThat(SUPPORT.with("/subscription/firstPurchase", "{ serviceStart: 2026-01-02 }")
                        .faults(TRIAL))
                .containsExactly("first-after-current at /subscription/firstPurchase/serviceStart");
        assertAccepted(SUPPORT.with("/subscription/firstPurchase", "{ serviceStart: 2026-01-01 }"));
        assertAccepted(SUPPORT.with("/subscription/firstPurchase", "{ serviceStart: 2026-01-02 }")
                .without("/subscription/serviceStart"));
    }

    @Test
    void nothingIsUsedAfterTheDayAskedAbout() {
        Asked used = SUPPORT.with(
                "/subscription/usage",
                "[{ service: support, date: 2026-06-01 }, { service: support, date: 2026-06-02 }]");

        assertThat(used.faults(TRIAL)).containsExactly("usage-after-instant at /subscription/usage/1/date");
        assertAccepted(used.at("2026-06-02T00:00+08:00"));
        assertAccepted(used.at("2026-06-01T16:00Z"));
        assertThat(used.at("2026-06-01T15:59:59Z").faults(TRIAL)).hasSize(1);
    }

    @Test
    void allContradictionsAreListed() {
        assertThat(SUPPORT.with("/subscription/serviceEnd", "2025-12-31")
                        .with("/subscription/firstPurchase", "{ serviceStart: 2026-05-01, serviceEnd: 2026-04-30 }")
                        .with("/subscription/usage", "[{ service: support, date: 2027-01-01 }]")
                        .with("/subscription/deployment", "private-cloud-perpetual")
                        .faults(TRIAL))
                .containsExactly(
                        "deployment-of-sibling at /subscription/deployment",
                        "end-before-start at /subscription/firstPurchase/serviceEnd",
                        "first-after-current at /subscription/firstPurchase/serviceStart",
                        "end-before-start at /subscription/serviceEnd",
                        "usage-after-instant at /subscription/usage/0/date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ service: support, effect: grant }, { service: support, effect: grant }",
                "{ service: support, effect: grant }, { service: support, effect: exclude }",
                "{ service: support, effect: exclude }, { service: support, effect: grant }",
                "{ service: support, effect: respond-within, target: { amount: 1, unit: hour } },"
                        + " { service: support, effect: respond-within, target: { amount: 2, unit: hour } }",
                "{ service: support, effect: resolve-within, severity: P1, target: { amount: 1, unit: hour } },"
                        + " { service: support, effect: resolve-within, severity: P1, target: { unit: immediate } }",
                "{ service: support, effect: quota, limit: 1, unit: time },"
                        + " { service: support, effect: quota, limit: 2, unit: person-day }",
                "{ service: support, effect: window, window: 5x8 }, { service: support, effect: window, window: 7x12 }",
            })
    void twoTermsOfOneEffectForOneServiceAndSeverityContradictEachOther(String terms) {
        assertThat(SUPPORT.with("/subscription/contract/terms", "[" + terms + "]")
                        .faults(TRIAL))
                .containsExactly("terms-contradict at /subscription/contract/terms/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ service: support, effect: grant }, { service: moments, effect: exclude }",
                "{ service: support, effect: channel, channel: im }, { service: support, effect: channel, channel: phone }",
                "{ service: support, effect: charge, from: 1, currency: CNY, per: year },"
                        + " { service: support, effect: charge, from: 2, currency: CNY, per: incident }",
                "{ service: support, effect: grant }, { service: support, effect: window, window: 5x8 }",
                "{ service: support, effect: respond-within, severity: P1, target: { amount: 1, unit: hour } },"
                        + " { service: support, effect: respond-within, severity: P2, target: { amount: 2, unit: hour } }",
                "{ service: support, effect: respond-within, target: { amount: 1, unit: hour } },"
                        + " { service: support, effect: resolve-within, target: { amount: 2, unit: hour } }",
            })
    void otherTermsStandBesideEachOther(String terms) {
        assertAccepted(
                SUPPORT.with("/question/severity", "P1").with("/subscription/contract/terms", "[" + terms + "]"));
    }

    private static void assertAccepted(Asked asked) {
        assertThat(asked.decide(TRIAL).outcome()).isEqualTo(Result.ENTITLED);
    }
}
