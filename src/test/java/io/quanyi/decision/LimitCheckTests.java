package io.quanyi.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits that terms state, on either side of each. */
class LimitCheckTests {

    private static final String GRANTED = Trial.support("T-01", "basic", "new Granted()");

    private static final Asked SUPPORT = Asked.about("support", "basic");

    @ParameterizedTest
    @CsvSource({"2, granted", "2.00, granted", "2.01, limit-reached", "0, granted"})
    void oneUseTakesNoMoreThanItMay(String personDays, String code) {
        ProgrammeRelease each = Trial.of(GRANTED, Trial.support("T-02", "basic", "new EachLimit(2, 'person-day')"));

        assertReason(SUPPORT.with("/question/personDays", personDays).decide(each), code, "T-02");
        assertThat(SUPPORT.decide(each).outcome()).isEqualTo(Result.ENTITLED);
    }

    @ParameterizedTest(name = "{0} in the group, {1} more: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "5, -, granted",
                "6, -, limit-reached",
                "4, 1, granted",
                "4, 2, limit-reached",
                "5, 1, limit-reached",
                "-, 5, granted",
                "-, 6, limit-reached",
                "-, -, granted",
            })
    void aGroupTakesItsLimitAndNoMore(String members, String more, String code) {
        ProgrammeRelease group = Trial.of(GRANTED, Trial.support("T-02", "new GroupLimit(5)"));
        Asked asked = members == null ? SUPPORT : SUPPORT.with("/subscription/imGroupMembers", members);

        assertReason((more == null ? asked : asked.with("/question/quantity", more)).decide(group), code, "T-02");
    }

    @ParameterizedTest(name = "asked at {0} for a start on {1}: {2}")
    @CsvSource({
        "2026-11-20T23:59:59+08:00, 2026-12-04, granted",
        "2026-11-20T23:59:59+08:00, 2026-12-03, lead-time-not-met",
        "2026-11-21T00:00+08:00, 2026-12-04, lead-time-not-met",
        "2026-11-20T15:59:59Z, 2026-12-04, granted",
        "2026-11-20T16:00Z, 2026-12-04, lead-time-not-met",
        "2026-11-20T06:00-10:00, 2026-12-04, lead-time-not-met",
        "2026-11-20T12:00+08:00, 2026-11-19, lead-time-not-met",
    })
    void exactlyTheLeadTimeIsEnough(String at, String start, String code) {
        Decision decision =
                SUPPORT.at(at).with("/question/requestedStart", start).decide(twoWeeks());

        assertReason(decision, code, "T-02");
    }

    @Test
    void aLeadTimeComesWithTheEarliestStartThatMeetsIt() {
        Asked asked = SUPPORT.at("2026-11-20T12:00+08:00");

        Decision early = asked.with("/question/requestedStart", "2026-12-03").decide(twoWeeks());
        Decision late = asked.with("/question/requestedStart", "2026-12-31").decide(twoWeeks());

        assertThat(early.leadTime())
                .isEqualTo(new Decision.LeadTimeState(14, LocalDate.of(2026, 12, 4), "T-02", "1", "The first clause"))
                .isEqualTo(late.leadTime());
    }

    @Test
    void aGroupSaysHowManyMoreItTakes() {
        ProgrammeRelease group = Trial.of(GRANTED, Trial.support("T-02", "new GroupLimit(5)"));
        Asked asked = SUPPORT.with("/subscription/imGroupMembers", "4").with("/question/quantity", "2");

        Decision.QuotaState quota = requireNonNull(asked.decide(group).quota());

        assertThat(quota.per()).isEqualTo("concurrent");
        assertThat(quota.used()).isEqualTo("4");
        assertThat(quota.remaining()).isEqualTo("1");
        assertThat(asked.with("/subscription/imGroupMembers", "9").decide(group).quota())
                .extracting(Decision.QuotaState::remaining)
                .hasToString("0");
    }

    @Test
    void aLeadTimeNeedsAWantedStart() {
        assertThat(SUPPORT.faults(twoWeeks())).containsExactly("missing-fact at /question/requestedStart");
    }

    private static ProgrammeRelease twoWeeks() {
        return Trial.of(GRANTED, Trial.support("T-02", "new LeadTime(14)"));
    }

    @ParameterizedTest
    @CsvSource({"im, granted", "phone, granted", "ticket, channel-not-offered", "fax, channel-not-offered"})
    void aChannelThatIsNotOfferedIsRefusedByTheRuleThatStatesTheOthers(String channel, String code) {
        ProgrammeRelease channels = Trial.of(
                GRANTED, Trial.support("T-02", "new Channel('im')"), Trial.support("T-03", "new Channel('phone')"));

        assertReason(SUPPORT.with("/question/channel", channel).decide(channels), code, "T-02");
    }

    @Test
    void whereNoChannelIsStatedOnlyThoseOfSiblingsAreRefused() {
        ProgrammeRelease silent = Trial.of(GRANTED);

        assertThat(SUPPORT.with("/question/channel", "ticket").decide(silent).outcome())
                .isEqualTo(Result.ENTITLED);
        assertThat(SUPPORT.with("/question/channel", "fax").decide(silent).reasons())
                .containsExactly(new Decision.Reason("channel-not-offered", null, null, null));
    }

    @Test
    void aChannelOfThePlanBelowIsOfferedToo() {
        ProgrammeRelease channels = Trial.of(
                GRANTED,
                Trial.support("T-02", "basic", "new Channel('im')"),
                Trial.support("T-03", "preferred", "new Channel('phone')"));
        Asked preferred = SUPPORT.with("/subscription/plan", "preferred");

        assertThat(preferred.with("/question/channel", "im").decide(channels).outcome())
                .isEqualTo(Result.ENTITLED);
        assertThat(preferred.decide(channels).route().channels())
                .extracting(Decision.RouteChannel::id)
                .containsExactly("im", "phone");
    }

    @ParameterizedTest
    @CsvSource({"remote, granted", "online, granted", "on-site, delivery-not-offered"})
    void aWayOfDeliveryThatIsNotOfferedIsRefusedByTheRuleThatStatesTheOthers(String delivery, String code) {
        ProgrammeRelease remote = Trial.of(
                GRANTED,
                Trial.support("T-02", "new Delivery('online')"),
                Trial.support("T-03", "new Delivery('remote')"));

        assertReason(SUPPORT.with("/question/delivery", delivery).decide(remote), code, "T-02");
        assertThat(SUPPORT.with("/question/delivery", delivery)
                        .decide(Trial.of(GRANTED))
                        .outcome())
                .isEqualTo(Result.ENTITLED);
    }

    @Test
    void ofSeveralLimitsThoseOfTheStrongestKindAreNamed() {
        ProgrammeRelease strict = Trial.of(
                GRANTED,
                Trial.support("T-02", "new Channel('im')"),
                Trial.support("T-03", "new GroupLimit(5)"),
                Trial.support("T-04", "new LeadTime(14)"),
                Trial.support("T-05", "new Quota(2, 'time', 'service-year')"));
        Asked all = SUPPORT.with("/question/channel", "phone")
                .with("/question/quantity", "6")
                .with("/question/requestedStart", "2026-06-02");

        assertThat(codes(all.decide(strict)))
                .containsExactly("lead-time-not-met", "limit-reached", "quota-insufficient");
        assertThat(codes(all.with("/question/quantity", "1")
                        .with("/question/requestedStart", "2026-07-01")
                        .decide(strict)))
                .containsExactly("channel-not-offered");
    }

    @Test
    void noLimitIsHeldAgainstWhatIsRefusedAnyway() {
        ProgrammeRelease strict = Trial.of(
                GRANTED,
                Trial.support("T-02", "new Denied('out-of-scope')"),
                Trial.support("T-03", "new LeadTime(14)"),
                Trial.support("T-04", "new Quota(2, 'time', 'service-year')"));

        assertThat(codes(SUPPORT.without("/subscription/usage").decide(strict))).containsExactly("out-of-scope");
    }

    @Test
    void theContractsGrantIsNotLimitedToTheChannelsOfTheDocument() {
        ProgrammeRelease channels = Trial.of(GRANTED, Trial.support("T-02", "new Channel('im')"));

        Decision decision = SUPPORT.with("/question/channel", "phone")
                .with("/subscription/contract/terms", "[{ service: support, effect: grant }]")
                .decide(channels);

        assertThat(codes(decision)).containsExactly("granted-by-contract");
    }

    @Test
    void theShippedProgrammeCitesTheStatingRules() {
        Asked diagnosis = Asked.about("code-diagnosis", "preferred");

        assertReason(diagnosis.with("/question/personDays", "2").decide(Trial.GALAXY), "granted", "GAL-CD-04");
        assertReason(diagnosis.with("/question/personDays", "2.5").decide(Trial.GALAXY), "limit-reached", "GAL-CD-04");
        assertReason(
                diagnosis.with("/question/delivery", "on-site").decide(Trial.GALAXY),
                "delivery-not-offered",
                "GAL-CD-05");
        assertReason(
                Asked.about("online-im", "preferred")
                        .with("/question/channel", "phone")
                        .decide(Trial.GALAXY),
                "channel-not-offered",
                "GAL-IM-02");
        assertReason(
                Asked.about("custom-online-training", "exclusive")
                        .with("/question/delivery", "on-site")
                        .decide(Trial.GALAXY),
                "delivery-not-offered",
                "GAL-OT-02");
        assertThat(requireNonNull(diagnosis.decide(Trial.GALAXY).quota()).each())
                .isEqualTo(new Decision.EachState(new BigDecimal("2"), "person-day"));
    }

    @Test
    void aRefusalOfAUseShowsWhatRemainsOfTheQuota() {
        Asked diagnosis = Asked.about("code-diagnosis", "preferred")
                .with("/subscription/usage", "[{ service: code-diagnosis, date: 2026-02-01, times: 1 }]");
        Asked onSite = diagnosis.with("/question/delivery", "on-site");

        for (Asked refused : List.of(
                onSite, diagnosis.with("/question/personDays", "2.5"), diagnosis.with("/question/quantity", "2"))) {
            Decision decision = refused.decide(Trial.GALAXY);
            assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
            assertThat(requireNonNull(decision.quota()).remaining()).isEqualTo("1");
        }
        assertThat(onSite.without("/subscription/usage").decide(Trial.GALAXY).quota())
                .as("nobody needs to say what was used to be refused")
                .isNull();
        assertThat(onSite.with("/subscription/plan", "basic")
                        .decide(Trial.GALAXY)
                        .quota())
                .as("what a plan does not contain has no quota")
                .isNull();
    }

    @Test
    void personDaysAreMeantForAllUsesTogether() {
        Asked twice = Asked.about("code-diagnosis", "exclusive").with("/question/quantity", "2");

        assertThat(twice.with("/question/personDays", "4").decide(Trial.GALAXY).outcome())
                .isEqualTo(Result.ENTITLED);
        Decision over = twice.with("/question/personDays", "4.01").decide(Trial.GALAXY);
        assertReason(over, "limit-reached", "GAL-CD-04");
        assertThat(over.suggestions().get(0).set())
                .containsExactly(new Decision.Setting("/question/personDays", new BigDecimal("4")));
        assertReason(
                twice.with("/question/quantity", "1")
                        .with("/question/personDays", "4")
                        .decide(Trial.GALAXY),
                "limit-reached",
                "GAL-CD-04");
    }

    @Test
    void theWrongChannelAndTheWrongDayShowTheQuotaToo() {
        ProgrammeRelease release = Trial.of(
                Trial.support("T-01", "new Granted()"),
                Trial.support("T-02", "new Quota(3, 'time', 'service-year')"),
                Trial.support("T-03", "new Channel('phone')"),
                Trial.support("T-04", "new LeadTime(14)"));
        Asked asked = Asked.about("support", "basic").with("/question/requestedStart", "2026-06-30");

        for (Asked refused :
                List.of(asked.with("/question/channel", "im"), asked.with("/question/requestedStart", "2026-06-02"))) {
            Decision decision = refused.decide(release);
            assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
            assertThat(requireNonNull(decision.quota()).remaining()).isEqualTo("3");
        }
    }

    /** A refusal with this one reason, stated by the rule; or a grant. */
    private static void assertReason(Decision decision, String code, String rule) {
        assertThat(codes(decision)).containsExactly(code);
        if (code.equals("granted")) {
            assertThat(decision.outcome()).isEqualTo(Result.ENTITLED);
        } else {
            assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
            assertThat(decision.reasons().get(0).rule()).isEqualTo(rule);
        }
    }

    private static List<String> codes(Decision decision) {
        return decision.reasons().stream().map(Decision.Reason::code).toList();
    }
}
