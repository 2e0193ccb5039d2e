package io.quanyi.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.CountedSpan;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.Reason;
import io.quanyi.decision.answer.Decision.Route;
import io.quanyi.decision.answer.Decision.RouteChannel;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the parts of an answer besides its result, and the clauses that it names. */
class DecisionBuilderTests {

    private static final Route NO_ROUTE = new Route(List.of(), null, null, null, List.of(), List.of(), null);

    private static final String[] TERMS = {
        Trial.support("T-10", "new Hours('5x8')"),
        Trial.support("T-11", "new Response(workingDays(1), '5x8')"),
        Trial.support("T-12", "new Resolution(hours(24))"),
        Trial.support("T-13", "new Quota(2, 'time', 'contract')"),
        Trial.support("T-14", "new Charge(1, 'CNY', 'year', false)"),
        Trial.support("T-15", "new Channel('im')"),
        Trial.support("T-16", "new Seat('dedicated')"),
        Trial.support("T-17", "new Priority('high')"),
        Trial.support("T-18", "new Language('zh-CN')"),
        Trial.support("T-19", "new DeliveredBy('branch')"),
        Trial.support("T-20", "new Delivery('remote')"),
        Trial.support("T-21", "new Condition('classification-to-be-confirmed')"),
    };

    private static final Asked SUPPORT = Asked.about("support", "exclusive");

    @Test
    void aYesComesWithItsTerms() {
        Decision decision = SUPPORT.decide(with(Trial.support("T-01", "basic", "new Granted()")));

        assertThat(decision.entitled()).isTrue();
        assertThat(requireNonNull(decision.window()).id()).isEqualTo("5x8");
        assertThat(decision.response()).isNotNull();
        assertThat(decision.resolution()).isNotNull();
        assertThat(decision.quota()).isNotNull();
        assertThat(decision.charges()).hasSize(1);
        assertThat(decision.conditions())
                .extracting(Decision.ConditionLine::rule)
                .containsExactly("T-21");
        assertThat(decision.route())
                .isEqualTo(new Route(
                        List.of(new RouteChannel("im", null, true, "T-15", "1", "The first clause")),
                        "dedicated",
                        "high",
                        "branch",
                        List.of("branch"),
                        List.of("remote"),
                        "zh-CN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Denied('out-of-scope')",
                "new Denied('outside-service-period')",
                "new Undetermined('refer-to-contract')"
            })
    void termsComeOnlyWithAYesAndConditionsWithAnythingButANo(String verdict) {
        Decision decision = SUPPORT.decide(with(Trial.support("T-01", "basic", verdict)));

        assertThat(decision.outcome()).isNotIn(Result.ENTITLED, Result.PAYABLE);
        assertThat(decision.entitled()).isEqualTo(decision.outcome() == Result.UNDETERMINED ? null : false);
        assertThat(decision.window()).isNull();
        assertThat(decision.response()).isNull();
        assertThat(decision.resolution()).isNull();
        assertThat(decision.quota()).isNull();
        assertThat(decision.charges()).isEmpty();
        assertThat(decision.conditions()).hasSize(decision.outcome() == Result.UNDETERMINED ? 1 : 0);
        assertThat(decision.route()).isEqualTo(NO_ROUTE);
        assertThat(decision.grantedByPlan()).isNull();
    }

    @Test
    void whatIsSoldComesWithItsTermsButWithoutAGrant() {
        Decision decision = SUPPORT.decide(with(Trial.support("T-01", "basic", "new Payable('available-at-fee')")));

        assertThat(decision.outcome()).isEqualTo(Result.PAYABLE);
        assertThat(decision.entitled()).isFalse();
        assertThat(decision.grantedByPlan()).isNull();
        assertThat(decision.charges()).hasSize(1);
        assertThat(decision.route().deliverers()).containsExactly("branch");
    }

    @ParameterizedTest
    @CsvSource({
        "basic, basic, granted",
        "preferred, basic, granted-by-inheritance",
        "exclusive, basic, granted-by-inheritance"
    })
    void aGrantNamesThePlanWhoseContentItIs(String plan, String grantedBy, String code) {
        Decision decision = Asked.about("phone-support", plan).decide(Trial.GALAXY);

        assertThat(decision.grantedByPlan()).isEqualTo(grantedBy);
        assertThat(decision.plan()).isEqualTo(plan);
        assertThat(decision.reasons()).containsExactly(new Reason(code, "GAL-PH-01", "二.1(1)", "7*24电话支持"));
    }

    @Test
    void aPurchaseIsNoPlansContent() {
        Decision decision = Asked.about("sp-dev-support", "exclusive")
                .with("/subscription/specialServices", "[sp-dev-support]")
                .decide(Trial.GALAXY);

        assertThat(decision.outcome()).isEqualTo(Result.ENTITLED);
        assertThat(decision.grantedByPlan()).isNull();
        assertThat(decision.reasons()).extracting(Reason::code).containsExactly("granted-by-purchase");
        assertThat(decision.conditions())
                .extracting(Decision.ConditionLine::code)
                .containsExactly("secondary-development-only");
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "preferred, issue-feedback, A03 A06 A44",
        "basic, phone-support, A06",
        "exclusive, phone-support, A06 A38",
        "basic, online-im, ''",
        "preferred, online-im, A05 A06 A34",
        "exclusive, system-ops, A07",
        "preferred, system-ops, A05 A06",
        "preferred, emergency-fault, A04 A06 A40",
        "basic, community, ''",
        "preferred, code-diagnosis, A11 A34 A39",
    })
    void readingsAreThoseThatTheAnswerRestsOnAndNoOthers(String plan, String service, String readings) {
        assertThat(Asked.about(service, plan)
                        .with("/question/delivery", "remote")
                        .decide(Trial.GALAXY)
                        .readings())
                .extracting(Decision.ReadingRef::id)
                .containsExactly(readings.isEmpty() ? new String[0] : readings.split(" "));
    }

    @Test
    void aPromiseIsCountedThroughTheWeekendInTheProgrammesZone() {
        Promise response = requireNonNull(Asked.about("issue-feedback", "preferred")
                .at("2026-11-20T16:00+08:00")
                .decide(Trial.GALAXY)
                .response());

        assertThat(response.dueAt()).isEqualTo("2026-11-23T16:00+08:00");
        assertThat(response.counted())
                .containsExactly(
                        span("2026-11-20T16:00+08:00", "2026-11-20T17:30+08:00"),
                        span("2026-11-23T08:30+08:00", "2026-11-23T12:00+08:00"),
                        span("2026-11-23T13:00+08:00", "2026-11-23T16:00+08:00"));
        assertThat(response.rule()).isEqualTo("GAL-FB-02");
        assertThat(response.clause()).isEqualTo("二.1(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T08:00Z", "2026-11-19T22:00-10:00", "2026-11-20T21:00+13:00"})
    void timesAreGivenInTheProgrammesZoneWhateverTheOffset(String at) {
        Asked asked = Asked.about("issue-feedback", "preferred");

        assertThat(asked.at(at).decide(Trial.GALAXY))
                .isEqualTo(asked.at("2026-11-20T16:00+08:00").decide(Trial.GALAXY));
    }

    @Test
    void whatIsImmediateIsNotDueAtAnInstant() {
        Promise response = promise("new Response(immediate())");

        assertThat(response.target()).isEqualTo(new Decision.TargetValue(BigDecimal.ZERO, "immediate"));
        assertThat(response.window()).isNull();
        assertThat(response.dueAt()).isNull();
        assertThat(response.counted()).isEmpty();
    }

    @Test
    void elapsedHoursRunThroughTheNight() {
        Promise response = promise("new Response(hours(24))");

        assertThat(response.window()).isNull();
        assertThat(response.dueAt()).isEqualTo("2026-06-02T10:00+08:00");
        assertThat(response.counted()).containsExactly(span("2026-06-01T10:00+08:00", "2026-06-02T10:00+08:00"));
    }

    @Test
    void aWindowSaysWhetherItIsOpenAndWhatComesNext() {
        Asked im = Asked.about("online-im", "preferred");

        Decision.WindowState open = requireNonNull(
                im.at("2026-06-01T10:00+08:00").decide(Trial.GALAXY).window());
        Decision.WindowState closed = requireNonNull(
                im.at("2026-06-01T17:30+08:00").decide(Trial.GALAXY).window());

        assertThat(open.open()).isTrue();
        assertThat(open.closesAt()).isEqualTo("2026-06-01T12:00+08:00");
        assertThat(open.opensAt()).isNull();
        assertThat(closed.open()).isFalse();
        assertThat(closed.closesAt()).isNull();
        assertThat(closed.opensAt()).isEqualTo("2026-06-02T08:30+08:00");
        assertThat(closed.zone()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void aClosedServiceIsStillOneThatTheCustomerIsEntitledTo() {
        assertThat(Asked.about("online-im", "preferred")
                        .at("2026-06-01T23:00+08:00")
                        .decide(Trial.GALAXY)
                        .outcome())
                .isEqualTo(Result.ENTITLED);
    }

    @Test
    void aChannelIsOpenByItsOwnHoursElseByTheServices() {
        ProgrammeRelease release = Trial.of(
                Trial.support("T-01", "basic", "new Granted()"),
                Trial.support("T-02", "new Hours('7x12')"),
                Trial.support("T-03", "new Channel('ticket')"),
                Trial.support("T-04", "new Channel('phone')"),
                Trial.support("T-05", "new Channel('im')"));
        ProgrammeRelease unstated = Trial.of(
                Trial.support("T-01", "basic", "new Granted()"),
                Trial.support("T-03", "new Channel('ticket')"),
                Trial.support("T-05", "new Channel('im')"));
        Asked evening = SUPPORT.at("2026-06-01T18:00+08:00");

        assertThat(evening.decide(release).route().channels())
                .containsExactly(
                        new RouteChannel("im", null, true, "T-05", "1", "The first clause"),
                        new RouteChannel("phone", "400", true, "T-04", "1", "The first clause"),
                        new RouteChannel("ticket", null, false, "T-03", "1", "The first clause"));
        assertThat(evening.decide(unstated).window()).isNull();
        assertThat(evening.decide(unstated).route().channels())
                .containsExactly(
                        new RouteChannel("im", null, null, "T-05", "1", "The first clause"),
                        new RouteChannel("ticket", null, false, "T-03", "1", "The first clause"));
    }

    @Test
    void severalDeliverersAreAllNamedAndNoneIsTheOne() {
        Route route = SUPPORT.decide(Trial.of(
                        Trial.support("T-01", "basic", "new Granted()"),
                        Trial.support("T-02", "new DeliveredBy('partner')"),
                        Trial.support("T-03", "new DeliveredBy('branch')")))
                .route();

        assertThat(route.deliverers()).containsExactly("branch", "partner");
        assertThat(route.deliveredBy()).isNull();
    }

    @Test
    void datesBeyondTheCalendarCarryAWarning() {
        Asked feedback = Asked.about("issue-feedback", "preferred").with("/subscription/serviceEnd", "2030-12-31");

        assertThat(feedback.at("2026-12-30T10:00+08:00").decide(Trial.GALAXY).warnings())
                .isEmpty();
        assertThat(feedback.at("2026-12-31T10:00+08:00").decide(Trial.GALAXY).warnings())
                .containsExactly(new Decision.Warning("calendar-not-published", null, null));
        assertThat(Asked.about("phone-support", "basic")
                        .with("/subscription/serviceEnd", "2030-12-31")
                        .at("2030-06-01T10:00+08:00")
                        .decide(Trial.GALAXY)
                        .warnings())
                .isEmpty();
    }

    @Test
    void theReleaseThatDecidedIsNamed() {
        Decision decision = SUPPORT.with("/question/service", "community").decide(Trial.GALAXY);

        assertThat(decision.release()).isEqualTo(Trial.GALAXY.id());
        assertThat(decision.authority()).isEqualTo("official");
    }

    private static ProgrammeRelease with(String verdict) {
        return Trial.of(verdict + String.join("", TERMS));
    }

    private static Promise promise(String response) {
        return requireNonNull(SUPPORT.decide(
                        Trial.of(Trial.support("T-01", "basic", "new Granted()"), Trial.support("T-02", response)))
                .response());
    }

    private static CountedSpan span(String from, String to) {
        return new CountedSpan(OffsetDateTime.parse(from), OffsetDateTime.parse(to));
    }
}
