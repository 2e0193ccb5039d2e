package io.quanyi.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a contract deviates from the document. */
class AgreedTermsTests {

    private static final ProgrammeRelease TRIAL = Trial.of(
            Trial.support("T-01", "basic", "new Granted()"),
            Trial.support("T-02", "basic", "new Response(workingDays(1), '5x8')"),
            Trial.support("T-03", "basic", "new Quota(2, 'time', 'service-year')"),
            Trial.support("T-04", "new Hours('7x12')"),
            Trial.support("T-05", "new Channel('im')"));

    private static final Asked SUPPORT = Asked.about("support", "basic");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "respond-within | target",
                "resolve-within | target",
                "window | window",
                "channel | channel",
                "quota | limit unit",
                "charge | currency from per",
            })
    void aTermMustSayWhatItsEffectNeeds(String effect, String members) {
        RequestRefused refused =
                terms("{ service: support, effect: " + effect + " }").refusal(TRIAL);

        assertThat(refused.stage()).isEqualTo(Stage.MALFORMED);
        assertThat(Asked.faults(refused))
                .containsExactlyElementsOf(List.of(members.split(" ")).stream()
                        .map(member -> "member-missing at /subscription/contract/terms/0/" + member)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ unit: working-hour }",
                "{ amount: 0, unit: working-day }",
                "{ amount: 1, unit: immediate }",
            })
    void aTargetMustBeOne(String target) {
        assertThat(terms("{ service: support, effect: respond-within, target: " + target + " }")
                        .faults(TRIAL))
                .singleElement()
                .asString()
                .matches("target-(not-positive|immediate) at /subscription/contract/terms/0/target");
    }

    @Test
    void allFaultsOfAllTermsAreListed() {
        assertThat(terms(
                                "{ service: support, effect: quota, unit: time }",
                                "{ service: support, effect: grant }",
                                "{ service: moments, effect: resolve-within, target: { unit: hour } }")
                        .faults(TRIAL))
                .containsExactly(
                        "member-missing at /subscription/contract/terms/0/limit",
                        "target-not-positive at /subscription/contract/terms/2/target");
    }

    @Test
    void aGrantGivesWhatNoPlanDoes() {
        Decision decision =
                about("moments", "{ service: moments, effect: grant }").decide(TRIAL);

        assertThat(decision.outcome()).isEqualTo(Result.ENTITLED);
        assertThat(decision.grantedByPlan()).isNull();
        assertThat(decision.reasons()).containsExactly(new Decision.Reason("granted-by-contract", null, null, null));
    }

    @Test
    void anExclusionTakesAwayWhatThePlanGives() {
        Decision decision = terms("{ service: support, effect: exclude }").decide(TRIAL);

        assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(decision.reasons()).containsExactly(new Decision.Reason("excluded-by-contract", null, null, null));
        assertThat(decision.suggestions()).isEmpty();
    }

    @Test
    void termsOnOtherServicesDoNotMatter() {
        Asked asked = terms(
                "{ service: moments, effect: exclude }", "{ service: moments, effect: quota, limit: 0, unit: time }");

        assertThat(Core.of(asked.decide(TRIAL))).isEqualTo(Core.of(SUPPORT.decide(TRIAL)));
    }

    @Test
    void aNumberAloneGrantsNothing() {
        assertThat(about("moments", "{ service: moments, effect: quota, limit: 9, unit: time }")
                        .decide(TRIAL)
                        .outcome())
                .isEqualTo(Result.NOT_ENTITLED);
    }

    @Test
    void anAgreedResponseIsCountedByTheClockOfTheDocumentsOwn() {
        Decision decision = terms(
                        "{ service: support, effect: respond-within, target: { amount: 3, unit: working-hour } }")
                .decide(TRIAL);

        Decision.Promise response = requireNonNull(decision.response());
        assertThat(response.target()).isEqualTo(new Decision.TargetValue(new BigDecimal("3"), "working-hour"));
        assertThat(response.window()).isEqualTo("5x8");
        assertThat(response.dueAt()).isEqualTo("2026-06-01T14:00+08:00");
        assertThat(response.rule()).isNull();
        assertThat(response.clause()).isNull();
    }

    @Test
    void withoutAPromiseInTheDocumentAnAgreedOneIsCountedInTheServicesHours() {
        ProgrammeRelease hours =
                Trial.of(Trial.support("T-01", "basic", "new Granted()"), Trial.support("T-04", "new Hours('7x12')"));

        Decision.Promise response = requireNonNull(
                terms("{ service: support, effect: respond-within, target: { amount: 3, unit: working-hour } }")
                        .decide(hours)
                        .response());

        assertThat(response.window()).isEqualTo("7x12");
        assertThat(response.dueAt()).isEqualTo("2026-06-01T13:00+08:00");
    }

    @Test
    void whereNoClockIsStatedWorkingTimeIsNotTurnedIntoAnInstant() {
        ProgrammeRelease silent = Trial.of(Trial.support("T-01", "basic", "new Granted()"));

        Decision.Promise response = requireNonNull(
                terms("{ service: support, effect: respond-within, target: { amount: 3, unit: working-hour } }")
                        .decide(silent)
                        .response());

        assertThat(response.window()).isNull();
        assertThat(response.dueAt()).isNull();
        assertThat(response.counted()).isEmpty();
    }

    @Test
    void agreedHoursAndChannelsAndChargesComeWithTheAnswer() {
        Decision decision = terms(
                        "{ service: support, effect: window, window: 5x8 }",
                        "{ service: support, effect: channel, channel: phone }",
                        "{ service: support, effect: charge, from: 100, to: 200.50, currency: CNY, per: incident }",
                        "{ service: support, effect: resolve-within, target: { amount: 24, unit: hour } }")
                .decide(TRIAL);

        assertThat(requireNonNull(decision.window()).id()).isEqualTo("5x8");
        assertThat(decision.window().rule()).isNull();
        assertThat(decision.route().channels())
                .extracting(Decision.RouteChannel::id)
                .containsExactly("im", "phone");
        assertThat(decision.charges())
                .containsExactly(new Decision.ChargeLine(
                        new BigDecimal("100"),
                        new BigDecimal("200.5"),
                        "CNY",
                        null,
                        "incident",
                        false,
                        null,
                        null,
                        null));
        assertThat(requireNonNull(decision.resolution()).dueAt()).isEqualTo("2026-06-02T10:00+08:00");
    }

    @Test
    void anAgreedQuotaReplacesThePlans() {
        Decision decision = terms("{ service: support, effect: quota, limit: 3, unit: person-day }")
                .with("/subscription/usage", "[{ service: support, date: 2026-02-01, personDays: 1.5 }]")
                .decide(TRIAL);

        Decision.QuotaState quota = requireNonNull(decision.quota());
        assertThat(quota.limit()).isEqualTo("3");
        assertThat(quota.unit()).isEqualTo("person-day");
        assertThat(quota.remaining()).isEqualTo("1.5");
        assertThat(quota.rule()).isNull();
    }

    @Test
    void aTermForOneSeverityHoldsForThatAlone() {
        Asked asked = terms(
                "{ service: support, effect: respond-within, severity: P1, target: { amount: 1, unit: working-hour } }");

        assertThat(hours(asked.with("/question/severity", "P1"))).isEqualTo("1 working-hour");
        assertThat(hours(asked.with("/question/severity", "P2"))).isEqualTo("1 working-day");
        assertThat(asked.faults(TRIAL)).containsExactly("missing-fact at /question/severity");
    }

    @Test
    void theTermForASeverityIsStrongerThanTheTermForAll() {
        Asked asked = terms(
                "{ service: support, effect: respond-within, target: { amount: 4, unit: working-hour } }",
                "{ service: support, effect: respond-within, severity: P1, target: { amount: 1, unit: working-hour } }");

        assertThat(hours(asked.with("/question/severity", "P1"))).isEqualTo("1 working-hour");
        assertThat(hours(asked.with("/question/severity", "P2"))).isEqualTo("4 working-hour");
        assertThat(asked.faults(TRIAL)).containsExactly("missing-fact at /question/severity");
    }

    @Test
    void aTermForASeverityThatOnlyASiblingUsesIsIgnoredWithAWarning() {
        Asked asked = terms(
                "{ service: support, effect: respond-within, severity: urgent, target: { amount: 1, unit: hour } }");
        Warning ignored = new Warning("id-ignored", "/subscription/contract/terms/0/severity", "urgent");

        assertThat(hours(asked)).isEqualTo("1 working-day");
        assertThat(asked.decide(TRIAL).warnings()).containsExactly(ignored);
        assertThat(asked.with("/question/severity", "urgent").decide(TRIAL).warnings())
                .contains(ignored);
    }

    private static String hours(Asked asked) {
        Decision.TargetValue target =
                requireNonNull(asked.decide(TRIAL).response()).target();
        return target.amount() + " " + target.unit();
    }

    private static Asked terms(String... terms) {
        return about("support", terms);
    }

    private static Asked about(String service, String... terms) {
        return SUPPORT.with("/question/service", service)
                .with("/subscription/contract/terms", "[" + String.join(", ", terms) + "]");
    }
}
