package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which absent facts are asked for, presumed, or left alone. */
class AbsentFactsTests {

    private static final Asked SUPPORT = Asked.about("support", "preferred");

    @Test
    void everythingThatMattersIsAskedForAtOnce() {
        ProgrammeRelease release = Trial.of(
                rule("T-01", "Question(service == 'support', severity == 'P1')", "new Granted()"),
                rule("T-02", "Question(service == 'support') Product(family == 'greek')", "new Seat('dedicated')"),
                rule("T-03", "Question(service == 'support') Amount(value < 5000)", "new Denied('condition-not-met')"));

        assertThat(SUPPORT.faults(release))
                .containsExactly(
                        "missing-fact at /question/severity",
                        "missing-fact at /subscription/contract/amount",
                        "missing-fact at /subscription/product");
    }

    @Test
    void whatMattersOnlyBesideTwoOtherAbsentFactsIsAskedForWithThem() {
        ProgrammeRelease release = Trial.of(
                rule("T-01", "Question(service == 'support', severity == 'P1')", "new Granted()"),
                rule(
                        "T-02",
                        "Question(service == 'support') Phase(value == 'operation')",
                        "new Denied('requester-not-certified')"),
                rule("T-03", "Question(service == 'support') Product(family == 'greek')", "new Seat('dedicated')"));

        assertThat(SUPPORT.faults(release))
                .containsExactly(
                        "missing-fact at /question/severity",
                        "missing-fact at /subscription/product",
                        "missing-fact at /subscription/projectPhase");
    }

    @Test
    void whatALimitNeedsIsAskedForWithWhatTheGrantNeeds() {
        ProgrammeRelease release = Trial.of(
                rule("T-01", "Question(service == 'support', severity == 'P1')", "new Granted()"),
                rule("T-02", "Question(service == 'support')", "new Quota(2, 'time', 'contract')"),
                rule("T-03", "Question(service == 'support')", "new LeadTime(14)"));

        assertThat(SUPPORT.without("/subscription/usage").faults(release))
                .containsExactly(
                        "missing-fact at /question/requestedStart",
                        "missing-fact at /question/severity",
                        "missing-fact at /subscription/usage");
    }

    @Test
    void aFactThatCannotChangeTheAnswerIsNotAskedFor() {
        ProgrammeRelease excluded = Trial.of(
                rule("T-01", "Question(service == 'support', severity == 'P1')", "new Granted()"),
                rule("T-02", "Question(service == 'support') Amount(value < 5000)", "new Denied('condition-not-met')"));
        ProgrammeRelease denied = Trial.of(
                rule("T-01", "Question(service == 'support')", "new Denied('requester-not-certified')"),
                rule("T-02", "Question(service == 'support') Product(family == 'greek')", "new Denied('out-of-scope')"),
                rule("T-03", "Question(service == 'support', severity == 'P1')", "new Response(hours(1))"));

        assertThat(SUPPORT.with("/subscription/contract/terms", "[{ service: support, effect: exclude }]")
                        .decide(excluded)
                        .outcome())
                .isEqualTo(Result.NOT_ENTITLED);
        assertThat(SUPPORT.decide(denied).outcome()).isEqualTo(Result.NOT_ENTITLED);
    }

    @Test
    void aRefusalThatRestsOnTwoAbsentFactsAsksForBoth() {
        ProgrammeRelease release = Trial.of(
                rule("T-01", "Question(service == 'support')", "new Granted()"),
                rule(
                        "T-02",
                        "Question(service == 'support') Amount(value < 5000, currency == 'CNY')",
                        "new Denied('condition-not-met')"));

        assertThat(SUPPORT.faults(release))
                .containsExactly(
                        "missing-fact at /subscription/contract/amount",
                        "missing-fact at /subscription/contract/currency");
        assertThat(SUPPORT.with("/subscription/contract", "{ amount: 5000 }")
                        .decide(release)
                        .outcome())
                .isEqualTo(Result.ENTITLED);
        assertThat(SUPPORT.with("/subscription/contract", "{ amount: 4999.99 }").faults(release))
                .containsExactly("missing-fact at /subscription/contract/currency");
        assertThat(SUPPORT.with("/subscription/contract", "{ currency: USD }")
                        .decide(release)
                        .outcome())
                .isEqualTo(Result.ENTITLED);
    }

    @Test
    void aPresumedFactIsNotAskedForAndComesBackAsACondition() {
        ProgrammeRelease release = Trial.of(
                rule("T-01", "Question(service == 'support')", "new Granted()"),
                rule(
                        "T-02",
                        "Question(service == 'support') Place(region not in ('CN'))",
                        "new Denied('region-not-covered')"),
                rule(
                        "T-03",
                        "Question(service == 'support') Requester(certified == false)",
                        "new Denied('requester-not-certified')"),
                rule("T-04", "Question(service == 'support', topic == 'data')", "new Denied('out-of-scope')"));

        assertThat(SUPPORT.decide(release).conditions())
                .extracting(condition -> condition.code() + " " + condition.pointer() + " " + condition.rule())
                .containsExactly(
                        "assumed-region-covered /subscription/usageRegion T-02",
                        "assumed-requester-certified /question/requester/certified T-03",
                        "scope-limited /question/topic T-04");
        assertThat(SUPPORT.with("/subscription/usageRegion", "CN")
                        .with("/question/requester", "{ certified: true }")
                        .with("/question/topic", "application")
                        .decide(release)
                        .conditions())
                .isEmpty();
    }

    @Test
    void aPresumedPeriodNamesTheEndThatIsNotThere() {
        Asked phone = Asked.about("phone-support", "basic");

        assertThat(conditions(phone)).isEmpty();
        assertThat(conditions(phone.without("/subscription/serviceEnd")))
                .containsExactly("assumed-within-service-period /subscription/serviceEnd");
        assertThat(conditions(phone.without("/subscription/serviceStart")))
                .containsExactly("assumed-within-service-period /subscription/serviceStart");
        assertThat(conditions(phone.without("/subscription/serviceStart").without("/subscription/serviceEnd")))
                .containsExactly("assumed-within-service-period /subscription/serviceEnd");
    }

    @Test
    void aRefusalThatStandsAnywayCarriesNoCondition() {
        Decision decision = Asked.about("online-im", "basic")
                .without("/subscription/serviceEnd")
                .decide(Trial.GALAXY);

        assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(decision.conditions()).isEmpty();
    }

    private static List<String> conditions(Asked asked) {
        return asked.decide(Trial.GALAXY).conditions().stream()
                .map(condition -> condition.code() + " " + condition.pointer())
                .toList();
    }

    private static String rule(String id, String when, String then) {
        return Trial.rule(id, when, then);
    }
}
