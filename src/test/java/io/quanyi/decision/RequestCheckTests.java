package io.quanyi.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.decision.request.ResolvedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ids a release understands, and what becomes of the others. */
class RequestCheckTests {

    private static final ProgrammeRelease TRIAL =
            Trial.of(Trial.support("T-01", "basic", "new Granted()"), Trial.support("T-02", "new Channel('im')"));

    private static final Asked SUPPORT = Asked.about("support", "basic");

    @ParameterizedTest
    @CsvSource({
        "/subscription/plan, unknown-plan",
        "/subscription/product, unknown-product",
        "/subscription/deployment, unknown-deployment",
        "/subscription/servedBy, unknown-served-by",
        "/subscription/projectPhase, unknown-phase",
        "/question/service, unknown-service",
        "/question/channel, unknown-channel",
        "/question/topic, unknown-topic",
        "/question/severity, unknown-severity",
        "/question/activity, unknown-activity",
        "/question/delivery, unknown-delivery",
        "/question/requester/submittedBy, unknown-submitted-by",
    })
    void anIdThatNobodyKnowsIsRefused(String pointer, String code) {
        RequestRefused refused = SUPPORT.with(pointer, "nobody-knows").refusal(TRIAL);

        assertThat(refused.stage()).isEqualTo(Stage.UNKNOWN_IDS);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(Asked.faults(refused)).containsExactly(code + " at " + pointer);
        assertThat(refused).hasMessageContaining("nobody-knows");
    }

    @ParameterizedTest
    @CsvSource({
        "/subscription/usageRegion, XX, unknown-region",
        "/subscription/contract/currency, XYZ, unknown-currency",
        "/subscription/specialServices, [sp-tuning], ''",
        "/subscription/usageRegion, TW, ''",
        "/subscription/contract/currency, CNY, ''",
    })
    void regionsAndCurrenciesAreThoseOfTheStandards(String pointer, String value, String code) {
        Asked asked = SUPPORT.with(pointer, value);

        if (code.isEmpty()) {
            assertThat(asked.decide(TRIAL).outcome()).isEqualTo(Result.ENTITLED);
        } else {
            assertThat(asked.faults(TRIAL)).containsExactly(code + " at " + pointer);
        }
    }

    @Test
    void idsInListsAreLookedAtOneByOne() {
        Asked asked = SUPPORT.with("/subscription/specialServices", "[sp-tuning, sp-nothing]")
                .with(
                        "/subscription/usage",
                        "[{ service: support, date: 2026-02-01 }, { service: nothing, date: 2026-02-01 }]")
                .with("/subscription/contract/terms", """
                        [{ service: nothing, effect: grant },
                         { service: support, effect: respond-within, severity: P9, target: { amount: 1, unit: hour } },
                         { service: support, effect: window, window: 9x9 },
                         { service: support, effect: channel, channel: pigeon },
                         { service: support, effect: charge, from: 1, currency: XYZ, per: year }]
                        """);

        assertThat(asked.faults(TRIAL))
                .containsExactly(
                        "unknown-service at /subscription/contract/terms/0/service",
                        "unknown-severity at /subscription/contract/terms/1/severity",
                        "unknown-window at /subscription/contract/terms/2/window",
                        "unknown-channel at /subscription/contract/terms/3/channel",
                        "unknown-currency at /subscription/contract/terms/4/currency",
                        "unknown-service at /subscription/specialServices/1",
                        "unknown-service at /subscription/usage/1/service");
    }

    @Test
    void aWindowOrChannelOfAContractMustBeOneOfThisProgramme() {
        assertThat(SUPPORT.with("/subscription/contract/terms", "[{ service: support, effect: channel, channel: fax }]")
                        .faults(TRIAL))
                .containsExactly("unknown-channel at /subscription/contract/terms/0/channel");
    }

    @Test
    void aServiceOfASiblingIsAnswered() {
        Decision decision = SUPPORT.with("/question/service", "ticketing").decide(TRIAL);

        assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(decision.reasons()).containsExactly(new Decision.Reason("not-in-programme", null, null, null));
        assertThat(decision.service()).isEqualTo("ticketing");
        assertThat(decision.suggestions()).isEmpty();
    }

    @Test
    void usageAndTermsMaySpeakOfServicesOfASibling() {
        Asked asked = SUPPORT.with("/subscription/usage", "[{ service: ticketing, date: 2026-02-01 }]")
                .with("/subscription/contract/terms", "[{ service: ticketing, effect: exclude }]");

        assertThat(asked.decide(TRIAL).outcome()).isEqualTo(Result.ENTITLED);
    }

    @ParameterizedTest
    @CsvSource({
        "/question/severity, urgent",
        "/question/topic, requirement",
        "/question/activity, dancing",
    })
    void whatOnlyASiblingUsesIsIgnoredWithAWarning(String pointer, String id) {
        Decision decision = SUPPORT.with(pointer, id).decide(TRIAL);

        assertThat(decision.outcome()).isEqualTo(Result.ENTITLED);
        assertThat(decision.warnings()).containsExactly(new Warning("id-ignored", pointer, id));
        assertThat(Core.of(decision)).isEqualTo(Core.of(SUPPORT.decide(TRIAL)));
    }

    @Test
    void anActivityOfAnotherServiceIsIgnoredWithAWarning() {
        ResolvedRequest question = SUPPORT.with("/question/service", "moments")
                .with("/question/activity", "building")
                .check(TRIAL);

        assertThat(question.activity()).isNull();
        assertThat(question.warnings()).containsExactly(new Warning("id-ignored", "/question/activity", "building"));
    }

    @Test
    void aSeverityOfASiblingLeavesTheServiceItsOwn() {
        ResolvedRequest question = SUPPORT.with("/question/service", "alarm")
                .with("/question/severity", "urgent")
                .check(TRIAL);

        assertThat(question.severity()).isEqualTo("P1");
    }

    @Test
    void aChannelOfASiblingIsNotOffered() {
        Decision decision = SUPPORT.with("/question/channel", "fax").decide(TRIAL);

        assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(decision.reasons()).extracting(Decision.Reason::code).containsExactly("channel-not-offered");
        assertThat(decision.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/subscription/product, omega, product-of-sibling at /subscription/product",
        "/subscription/deployment, private-cloud-perpetual, deployment-of-sibling at /subscription/deployment",
        "/subscription/deployment, private-cloud-subscription, deployment-of-sibling at /subscription/deployment",
        "/subscription/specialServices, [ticketing], not-a-special-service at /subscription/specialServices/0",
        "/subscription/specialServices, [support], not-a-special-service at /subscription/specialServices/0",
    })
    void whatOnlyASiblingSellsContradictsTheProgramme(String pointer, String value, String fault) {
        RequestRefused refused = SUPPORT.with(pointer, value).refusal(TRIAL);

        assertThat(refused.stage()).isEqualTo(Stage.CONTRADICTORY);
        assertThat(refused.code()).isEqualTo("contradictory-facts");
        assertThat(Asked.faults(refused)).containsExactly(fault);
    }

    @Test
    void allFaultsOfTheFirstStageAreListedAndNoneOfALaterOne() {
        Asked malformed = SUPPORT.with("/subscription/contract/terms", "[{ service: support, effect: quota }]");
        Asked unknown = SUPPORT.with("/subscription/plan", "platinum").with("/question/topic", "weather");
        Asked contradictory =
                SUPPORT.with("/subscription/serviceEnd", "2025-12-31").with("/subscription/product", "omega");
        ProgrammeRelease quota = Trial.of(
                Trial.support("T-01", "basic", "new Granted()"),
                Trial.support("T-02", "basic", "new Quota(2, 'time', 'service-year')"));

        assertThat(malformed
                        .with("/subscription/plan", "platinum")
                        .with("/subscription/serviceEnd", "2025-12-31")
                        .without("/subscription/usage")
                        .faults(quota))
                .containsExactly(
                        "member-missing at /subscription/contract/terms/0/limit",
                        "member-missing at /subscription/contract/terms/0/unit");
        assertThat(unknown.with("/subscription/serviceEnd", "2025-12-31")
                        .without("/subscription/usage")
                        .faults(quota))
                .containsExactly("unknown-topic at /question/topic", "unknown-plan at /subscription/plan");
        assertThat(contradictory.without("/subscription/usage").faults(quota))
                .containsExactly(
                        "product-of-sibling at /subscription/product", "end-before-start at /subscription/serviceEnd");
        assertThat(SUPPORT.without("/subscription/usage")
                        .without("/subscription/serviceStart")
                        .faults(quota))
                .containsExactly("missing-fact at /subscription/serviceStart", "missing-fact at /subscription/usage");
    }

    @Test
    void malformedTermsAreRefusedBeforeAReleaseIsLookedFor() {
        Decider decider = new Decider((request, at) -> {
            throw new IllegalStateException("asked for a release");
        });
        Asked malformed = SUPPORT.with("/subscription/contract/terms", "[{ service: support, effect: window }]");

        RequestRefused refused = requireNonNull(org.assertj.core.api.Assertions.catchThrowableOfType(
                RequestRefused.class, () -> decider.decide(malformed.request(), malformed.instant())));

        assertThat(refused.stage()).isEqualTo(Stage.MALFORMED);
    }

    @Test
    void theInstantIsTheOneAskedAboutElseNow() {
        Asked asked = SUPPORT.at("2026-06-01T10:00+08:00");

        assertThat(asked.request().instant(java.time.Instant.EPOCH)).isEqualTo("2026-06-01T02:00:00Z");
        assertThat(asked.without("/question/at").request().instant(java.time.Instant.EPOCH))
                .isEqualTo("1970-01-01T00:00:00Z");
    }
}
