package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.release.ProgrammeRelease;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Local hours that are not stated are those of the customer's zone; members that decide nothing are warned about. */
class CustomerZoneTests {

    private static final ProgrammeRelease YONSUITE = ShippedReleases.of("yonsuite-premier-success");

    private static final Warning WITHOUT_EFFECT =
            new Warning("without-effect", "/subscription/customerTimeZone", "Europe/Berlin");

    private static final List<String> LOCAL = List.of(
            "developer-support",
            "custom-training",
            "interactive-workshop",
            "deep-guidance",
            "innovation-planning",
            "health-assessment",
            "operations-report",
            "critical-moment-support");

    @ParameterizedTest
    @FieldSource("LOCAL")
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

    static Stream<String> zones() {
        return ZoneId.getAvailableZoneIds().stream().filter(zone -> !zone.startsWith("SystemV/"));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void theLocalHoursAreInEveryZoneThatACustomerMayHave(String zone) {
        Asked asked = Asked.about("developer-support", "premier")
                .with("/subscription/usageRegion", "DE")
                .with("/subscription/customerTimeZone", zone);
        Decision.WindowState window = asked.decide(YONSUITE).window();
        assertThat(window).isNotNull();
        assertThat(window.zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "partner, DE, local-working-days",
        "branch, DE, local-working-days",
        "headquarters, DE, local-working-days",
        "overseas-branch, CN, local-working-days",
        "partner, CN,",
        "branch, CN,",
        "headquarters, CN,"
    })
    void itDependsOnTheBranchOrThePlaceWhetherHoursAreLocal(String servedBy, String region, @Nullable String window) {
        for (String service : LOCAL) {
            Decision decision = Asked.about(service, "premier")
                    .with("/subscription/servedBy", servedBy)
                    .with("/subscription/usageRegion", region)
                    .with("/subscription/customerTimeZone", "Europe/Berlin")
                    .with("/question/requestedStart", "2026-06-30")
                    .decide(YONSUITE);
            assertThat(decision.window() == null ? null : decision.window().id())
                    .as(service)
                    .isEqualTo(window);
            assertThat(decision.warnings().contains(WITHOUT_EFFECT)).as(service).isEqualTo(window == null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:59:59+01:00",
        "2026-03-29T02:30:00+01:00",
        "2026-03-29T03:00:00+02:00",
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
        "2026-10-25T03:00:00+01:00"
    })
    void noHoursAreClaimedWhereSummerTimeBeginsOrEnds(String at) {
        Decision decision = Asked.about("developer-support", "premier")
                .with("/subscription/servedBy", "overseas-branch")
                .with("/subscription/customerTimeZone", "Europe/Berlin")
                .at(at)
                .decide(YONSUITE);
        assertThat(decision.window()).isNotNull();
        assertThat(decision.window().zone()).isEqualTo("Europe/Berlin");
        assertThat(decision.window().open()).isNull();
        assertThat(decision.window().opensAt()).isNull();
        assertThat(decision.window().closesAt()).isNull();
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
