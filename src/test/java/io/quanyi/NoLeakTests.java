package io.quanyi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Reason;
import io.quanyi.decision.answer.Decision.RouteChannel;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.release.RulesTree;
import io.quanyi.release.ServedReleases;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.YamlReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the rules of one programme do not leak into the decisions of another, in the ten most likely ways. */
class NoLeakTests {

    private static final ServedReleases RELEASES = RulesTree.load(SourceTree.ofFolder(Path.of("rules")));
    private static final Decider DECIDER = new Decider(RELEASES);

    private static final String PREMIUM = "kingdee-premium-success";
    private static final String PUBLIC = "kingdee-galaxy-public";
    private static final String ON_PREMISE = "kingdee-galaxy-onprem";
    private static final String YONSUITE = "yonsuite-premier-success";
    private static final String GENERAL = "kingdee-aftersales-general";
    private static final String YONYOU = "yonyou-aftersales-sla";

    private static final Map<String, String> PLANS = Map.of(
            PREMIUM, "premium",
            PUBLIC, "exclusive",
            ON_PREMISE, "exclusive",
            YONSUITE, "premier",
            GENERAL, "annual-service",
            YONYOU, "basic");

    /** 1. */
    @Test
    void kingdeesLunchBreakAndClosingTimeAreNotYonSuites() {
        assertThat(isOpen(
                        ask(PREMIUM, "", "service: online-ticket, topic: application, at: 2026-11-20T12:30:00+08:00")))
                .isFalse();
        assertThat(isOpen(ask(YONSUITE, "", "service: ticket, topic: application, at: 2026-11-20T12:30:00+08:00")))
                .isTrue();
        assertThat(isOpen(
                        ask(PREMIUM, "", "service: online-ticket, topic: application, at: 2026-11-20T17:30:00+08:00")))
                .isFalse();
        assertThat(isOpen(ask(YONSUITE, "", "service: ticket, topic: application, at: 2026-11-20T17:30:00+08:00")))
                .isTrue();
    }

    /** 2. */
    @ParameterizedTest
    @CsvSource({
        PUBLIC + ", phone-support",
        ON_PREMISE + ", phone-support",
        GENERAL + ", hotline",
        YONSUITE + ", hotline"
    })
    void onlyPremiumAsksForAPlaceInChinaAndForCertifiedUsers(String programme, String service) {
        String abroad = "usageRegion: US";
        String uncertified =
                "service: %s, severity: %s, requester: { certified: false }, at: 2026-11-20T10:00:00+08:00";
        String urgent = programme.equals(YONSUITE) ? "urgent" : "normal";
        assertThat(ask(programme, abroad, uncertified.formatted(service, urgent))
                        .outcome())
                .isEqualTo(Result.ENTITLED);
        String certified = uncertified.replace("false", "true");
        assertThat(codes(ask(PREMIUM, abroad, certified.formatted("hotline", "normal"))))
                .containsExactly("region-not-covered");
        assertThat(codes(ask(PREMIUM, "", uncertified.formatted("hotline", "normal"))))
                .containsExactly("requester-not-certified");
    }

    /** 3. */
    @ParameterizedTest
    @CsvSource({PUBLIC, ON_PREMISE, YONSUITE, GENERAL, YONYOU})
    void theFirstYearOfCustomDevelopmentIsPremiumsAlone(String programme) {
        Decision decision = ask(programme, "", "service: custom-dev-maintenance, at: 2026-11-20T10:00:00+08:00");
        assertThat(codes(decision)).containsExactly("not-in-programme");
    }

    /** 3., the other side: what each says instead. */
    @Test
    void customDevelopmentIsRefusedCountedOrReferredAsEachDocumentHasIt() {
        String at = "at: 2026-11-20T10:00:00+08:00";
        assertThat(codes(ask(YONSUITE, "", "service: ticket, topic: custom-development, " + at)))
                .containsExactly("out-of-scope");
        assertThat(requireNonNull(ask(PUBLIC, "", "service: code-diagnosis, " + at)
                                .quota())
                        .limit())
                .isEqualByComparingTo("4");
        assertThat(ask(GENERAL, "", "service: secondary-development, " + at).outcome())
                .isEqualTo(Result.UNDETERMINED);
    }

    /** 4. and 10. */
    @Test
    void theHoursOfP1ToP4AreYonyousAloneAndP4HasNoResolution() {
        String at = "at: 2026-11-20T10:00:00+08:00";
        assertThat(target(ask(YONYOU, "", "service: incident-support, severity: P1, " + at)))
                .isEqualTo("1 hour");
        Decision p3 = ask(YONYOU, "", "service: incident-support, severity: P3, " + at);
        assertThat(requireNonNull(p3.resolution()).target().amount()).isEqualByComparingTo(BigDecimal.valueOf(24));
        assertThat(ask(YONYOU, "", "service: incident-support, severity: P4, " + at)
                        .resolution())
                .isNull();
        Decision ticket = ask(YONSUITE, "", "service: ticket, topic: application, severity: P1, " + at);
        assertThat(target(ticket)).isEqualTo("2 working-hour");
        assertThat(ticket.resolution()).isNull();
        assertThat(ticket.warnings()).extracting(Decision.Warning::code).contains("id-ignored");
    }

    /** 5. */
    @ParameterizedTest
    @CsvSource({PREMIUM, YONSUITE, GENERAL, YONYOU})
    void emergencyTargetsAreGalaxysAlone(String programme) {
        Decision decision = ask(programme, "", "service: emergency-fault, at: 2026-11-20T10:00:00+08:00");
        assertThat(codes(decision)).containsExactly("not-in-programme");
    }

    /** 6. */
    @Test
    void twoWeeksAreYonSuitesAndFiveThousandAndTwoPersonDaysArePremiums() {
        String asked = "service: critical-moment-support, at: 2026-11-20T10:00:00+08:00, requestedStart: 2026-11-25";
        Decision premium = ask(PREMIUM, "contract: { amount: 5000, currency: CNY }", asked);
        assertThat(premium.outcome()).isEqualTo(Result.ENTITLED);
        assertThat(premium.leadTime()).isNull();
        assertThat(requireNonNull(premium.quota()).limit()).isEqualByComparingTo("2");
        assertThat(codes(ask(PREMIUM, "contract: { amount: 4999.99, currency: CNY }", asked)))
                .containsExactly("condition-not-met");
        assertThat(codes(ask(YONSUITE, "contract: { amount: 1, currency: CNY }", asked)))
                .containsExactly("lead-time-not-met");
        Decision later = ask(YONSUITE, "", asked.replace("2026-11-25", "2026-12-04"));
        assertThat(later.outcome()).isEqualTo(Result.ENTITLED);
        assertThat(later.quota()).isNull();
    }

    /** 7. */
    @Test
    void hongKongIsAtHomeInPremiumAndOverseasInYonSuite() {
        assertThat(ask(PREMIUM, "usageRegion: HK", "service: hotline, at: 2026-11-20T10:00:00+08:00")
                        .outcome())
                .isEqualTo(Result.ENTITLED);
        Decision overseas = ask(
                YONSUITE,
                "usageRegion: HK, servedBy: overseas-branch",
                "service: deep-guidance, at: 2026-11-20T10:00:00+08:00");
        assertThat(overseas.route().language()).isEqualTo("local");
    }

    /** 8. */
    @Test
    void eachProgrammeHasItsOwnHotlineNumberOrNone() {
        String asked = "service: %s, severity: %s, at: 2026-11-20T10:00:00+08:00";
        assertThat(contacts(ask(PREMIUM, "", asked.formatted("hotline", "normal"))))
                .contains("4008-836-836");
        assertThat(contacts(ask(YONSUITE, "", asked.formatted("hotline", "urgent"))))
                .anyMatch(contact -> contact.startsWith("4006600588"));
        assertThat(contacts(ask(GENERAL, "", asked.formatted("hotline", "normal"))))
                .contains("400-178-3238");
        assertThat(contacts(ask(PUBLIC, "", asked.formatted("phone-support", "normal"))))
                .isEmpty();
        assertThat(contacts(ask(YONYOU, "", asked.formatted("incident-support", "P1"))))
                .isEmpty();
    }

    /** 9. */
    @Test
    void thePlansThatShareTheirChineseNameAreNotEachOther() {
        assertThat(refusal(YONSUITE, "exclusive", "ticket")).isEqualTo("unknown-plan");
        assertThat(refusal(PUBLIC, "premier", "phone-support")).isEqualTo("unknown-plan");
        assertThat(codes(ask(PREMIUM, "", "service: sp-data-repair, at: 2026-11-20T10:00:00+08:00")))
                .containsExactly("not-in-programme");
    }

    private static Decision ask(String programme, String facts, String question) {
        return decide(programme, requireNonNull(PLANS.get(programme)), facts, question);
    }

    private static String refusal(String programme, String plan, String service) {
        try {
            decide(programme, plan, "", "service: " + service + ", at: 2026-11-20T10:00:00+08:00");
            return "decided";
        } catch (RequestRefused e) {
            return e.code();
        }
    }

    private static Decision decide(String programme, String plan, String facts, String question) {
        String yaml = """
                { programme: %s,
                  subscription: { plan: %s, serviceStart: 2026-01-01, serviceEnd: 2026-12-31, usage: []%s },
                  question: { %s } }
                """.formatted(programme, plan, facts.isEmpty() ? "" : ", " + facts, question);
        Faults faults = new Faults();
        SourceFile file = new SourceFile("request", yaml.getBytes(StandardCharsets.UTF_8));
        DecisionRequest request =
                new RecordBinder(faults).bind(requireNonNull(YamlReader.read(file, faults)), DecisionRequest.class);
        assertThat(faults.sorted()).extracting(Fault::toString).isEmpty();
        return DECIDER.decide(requireNonNull(request), Instant.EPOCH);
    }

    private static boolean isOpen(Decision decision) {
        return Boolean.TRUE.equals(requireNonNull(decision.window()).open());
    }

    private static String target(Decision decision) {
        var target = requireNonNull(decision.response()).target();
        return target.amount().toPlainString() + " " + target.unit();
    }

    private static List<String> codes(Decision decision) {
        return decision.reasons().stream().map(Reason::code).distinct().toList();
    }

    private static List<String> contacts(Decision decision) {
        return decision.route().channels().stream()
                .map(RouteChannel::contact)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
