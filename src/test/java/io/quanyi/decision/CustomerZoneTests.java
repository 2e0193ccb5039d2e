package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.release.ProgrammeRelease;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local hours that are not stated are those of the customer's zone; members that decide nothing are warned about. */
class CustomerZoneTests {

    private static final ProgrammeRelease YONSUITE = ShippedReleases.of("yonsuite-premier-success");

    private static final Warning WITHOUT_EFFECT =
            new Warning("without-effect", "/subscription/customerTimeZone", "Europe/Berlin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "developer-support",
                "custom-training",
                "interactive-workshop",
                "deep-guidance",
                "innovation-planning",
                "health-assessment",
                "operations-report",
                "critical-moment-support"
            })
    void theLocalHoursOfAnOverseasBranchAreInTheZoneOfTheCustomer(String service) {
        Asked asked = Asked.about(service, "premier")
                .with("/subscription/servedBy", "overseas-branch")
                .with("/question/requestedStart", "2026-06-30");
        Decision.WindowState unknown = asked.decide(YONSUITE).window();
        assertThat(unknown).isNotNull();
        assertThat(unknown.id()).isEqualTo("local-working-days");
        assertThat(unknown.zone()).isNull();
        Decision known =
                asked.with("/subscription/customerTimeZone", "Europe/Berlin").decide(YONSUITE);
        assertThat(known.window()).isNotNull();
        assertThat(known.window().zone()).isEqualTo("Europe/Berlin");
        assertThat(known.window().open()).isNull();
        assertThat(known.warnings()).doesNotContain(WITHOUT_EFFECT);
    }

    @Test
    void statedHoursStayInTheirOwnZoneAndTheAnswerSaysThatTheCustomersHasNoEffect() {
        Decision decision = Asked.about("ticket", "premier")
                .with("/subscription/servedBy", "overseas-branch")
                .with("/subscription/customerTimeZone", "Europe/Berlin")
                .decide(YONSUITE);
        assertThat(decision.window()).isNotNull();
        assertThat(decision.window().zone()).isEqualTo("Asia/Shanghai");
        assertThat(decision.warnings()).contains(WITHOUT_EFFECT);
    }

    @Test
    void daysThatDecideNothingAreWarnedAbout() {
        Decision decision = Asked.about("ticket", "premier")
                .with("/subscription/purchasedOn", "2025-12-01")
                .with("/subscription/firstPurchase", "{ purchasedOn: 2024-12-01, serviceStart: 2025-01-01 }")
                .with("/subscription/contract", "{ signedOn: 2025-11-30 }")
                .decide(YONSUITE);
        List<String> pointers = decision.warnings().stream()
                .filter(warning -> warning.code().equals("without-effect"))
                .map(Warning::pointer)
                .toList();
        assertThat(pointers)
                .containsExactlyInAnyOrder(
                        "/subscription/purchasedOn",
                        "/subscription/firstPurchase/purchasedOn",
                        "/subscription/contract/signedOn");
    }
}
