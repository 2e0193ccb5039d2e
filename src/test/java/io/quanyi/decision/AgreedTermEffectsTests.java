package io.quanyi.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members that each effect of an agreed term takes, and what each does. */
class AgreedTermEffectsTests {

    private static final ProgrammeRelease TRIAL = Trial.of(
            Trial.support("T-01", "basic", "new Granted()"),
            Trial.support("T-02", "basic", "new Response(workingDays(1), '5x8')"),
            Trial.support("T-03", "new Hours('5x8')"));

    private static final String HOURS_6 = "target: { amount: 6, unit: working-hour }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant | window: 5x8 | window",
                "exclude | channel: im | channel",
                "quota, limit: 1, unit: time | severity: P1 | severity",
                "window, window: 5x8 | severity: P1 | severity",
                "channel, channel: im | severity: P1 | severity",
                "charge, from: 1, currency: CNY, per: year | limit: 2 | limit",
                "respond-within, target: { amount: 1, unit: working-day } | per: year | per",
            })
    void aMemberThatTheEffectDoesNotTakeIsRefused(String effect, String foreign, String member) {
        assertThat(terms("effect: " + effect + ", " + foreign).faults(TRIAL))
                .containsExactly("member-not-of-effect at /subscription/contract/terms/0/" + member);
    }

    @Test
    void aSpanIsOneThatTheEffectHas() {
        assertThat(terms("effect: quota, limit: 1, unit: time, per: incident").faults(TRIAL))
                .containsExactly("text-not-of-form at /subscription/contract/terms/0/per");
        assertThat(terms("effect: charge, from: 1, currency: CNY, per: pack").faults(TRIAL))
                .containsExactly("text-not-of-form at /subscription/contract/terms/0/per");
    }

    @Test
    void aTargetByTheClockOnTheWallTakesNoWindow() {
        for (String unit : List.of("hour", "minute")) {
            assertThat(terms("effect: respond-within, target: { amount: 1, unit: " + unit + " }, window: 5x8")
                            .faults(TRIAL))
                    .containsExactly("window-without-clock at /subscription/contract/terms/0/window");
        }
        assertThat(response("effect: respond-within, target: { amount: 15, unit: working-minute }, window: 5x8")
                        .window())
                .isEqualTo("5x8");
    }

    @Test
    void aChargeWhoseUpperEndIsBelowItsLowerOneIsRefused() {
        String charge = "effect: charge, currency: CNY, per: incident, from: 500, to: ";

        assertThat(terms(charge + "200").faults(TRIAL))
                .containsExactly("charge-inverted at /subscription/contract/terms/0/to");
        assertThat(terms(charge + "500").decide(TRIAL).charges()).hasSize(1);
    }

    @Test
    void agreedHoursAreTheClockOfEveryTargetThatNamesNone() {
        assertThat(response("effect: window, window: 7x12").window()).isEqualTo("7x12");
        assertThat(response("effect: window, window: 7x12", "effect: respond-within, " + HOURS_6)
                        .window())
                .isEqualTo("7x12");
    }

    @Test
    void anAgreedTargetIsCountedInTheWindowThatItNames() {
        Decision.Promise response =
                response("effect: window, window: 5x8", "effect: respond-within, window: 7x12, " + HOURS_6);

        assertThat(response.window()).isEqualTo("7x12");
    }

    @Test
    void theTermForASeverityBeatsTheGeneralOneOfTheOppositeEffect() {
        Asked granted = terms("effect: exclude", "effect: grant, severity: P1");
        Asked excluded = terms("effect: grant", "effect: exclude, severity: P1");

        assertThat(outcome(granted, "P1")).isEqualTo(Result.ENTITLED);
        assertThat(outcome(granted, "P2")).isEqualTo(Result.NOT_ENTITLED);
        assertThat(outcome(excluded, "P1")).isEqualTo(Result.NOT_ENTITLED);
        assertThat(outcome(excluded, "P2")).isEqualTo(Result.ENTITLED);
        assertThat(granted.faults(TRIAL)).containsExactly("missing-fact at /question/severity");
        assertThat(excluded.faults(TRIAL)).containsExactly("missing-fact at /question/severity");
    }

    @Test
    void aSolutionDueBeforeTheResponseIsRemarked() {
        String early = "effect: resolve-within, target: { amount: 1, unit: working-hour }";

        assertThat(terms("effect: grant", early).decide(TRIAL).warnings())
                .containsExactly(
                        new Decision.Warning("resolution-before-response", "/subscription/contract/terms/1", null));
        assertThat(terms("effect: resolve-within, target: { amount: 2, unit: working-day }")
                        .decide(TRIAL)
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"service-year, 1", "contract, 2", "pack, 3"})
    void anAgreedQuotaCountsInItsOwnSpan(String per, String used) {
        Asked asked = terms("effect: quota, limit: 9, unit: time, per: " + per)
                .with("/subscription/serviceStart", "2025-01-01")
                .with("/subscription/serviceEnd", "2026-12-31")
                .with(
                        "/subscription/usage",
                        "[{ service: support, date: 2024-12-01 }, { service: support, date: 2025-03-01 },"
                                + " { service: support, date: 2026-03-01 }]");

        assertThat(requireNonNull(asked.decide(TRIAL).quota()).used()).isEqualTo(used);
    }

    private static Result outcome(Asked asked, String severity) {
        return asked.with("/question/severity", severity).decide(TRIAL).outcome();
    }

    private static Decision.Promise response(String... terms) {
        return requireNonNull(terms(terms).decide(TRIAL).response());
    }

    private static Asked terms(String... terms) {
        return Asked.about("support", "basic")
                .with(
                        "/subscription/contract/terms",
                        "[{ service: support, " + String.join(" }, { service: support, ", terms) + " }]");
    }
}
