package io.quanyi.decision;

import static io.quanyi.decision.Trial.rule;
import static io.quanyi.decision.Trial.support;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.TermForm;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms that belong to an answer or not, depending on a member that the request leaves out: none is dropped in silence. */
class DependentTermsTests {

    private static final Asked SUPPORT = Asked.about("support", "preferred");

    private static final String GRANTED = support("T-01", "new Granted()");

    private static String byChannel(String id, String channel, String then) {
        return rule(id, "Question(service == 'support', channel == '%s')".formatted(channel), then);
    }

    @Test
    void aTimeByChannelIsToldForEachChannelUntilTheChannelIsKnown() {
        ProgrammeRelease release = Trial.of(
                GRANTED,
                byChannel("T-02", "im", "new Response(hours(1))"),
                byChannel("T-03", "phone", "new Response(immediate())"),
                support("T-04", "new Channel('im')"),
                support("T-05", "new Channel('phone')"));

        Decision open = SUPPORT.decide(release);
        assertThat(open.response()).isNull();
        assertThat(terms(open))
                .containsExactly(
                        "/response [1, hour, , ] by /question/channel T-02",
                        "/response [0, immediate, , ] by /question/channel T-03");
        assertThat(words(open, release, Language.ENGLISH))
                .containsExactly(
                        "Answered within 1 hour (depends on: channel)", "Answered at once (depends on: channel)");
        assertThat(words(open, release, Language.CHINESE)).containsExactly("1 小时内响应（视渠道而定）", "即时响应（视渠道而定）");

        Decision known = SUPPORT.with("/question/channel", "im").decide(release);
        assertThat(known.response()).isNotNull();
        assertThat(known.dependsOn()).isEmpty();
    }

    @Test
    void aTermThatANearerOneCoversOrThatHoldsAnywayDependsOnNothing() {
        ProgrammeRelease release = Trial.of(
                GRANTED,
                support("T-02", "preferred", "new Response(hours(2))"),
                rule(
                        "T-03",
                        "Question(service == 'support', channel == 'im') Plan(id == 'basic')",
                        "new Response(hours(1))"),
                support("T-04", "new Channel('im')"),
                byChannel("T-05", "phone", "new Channel('im')"));

        assertThat(SUPPORT.decide(release).dependsOn()).isEmpty();
        assertThat(terms(Asked.about("support", "basic").decide(release)))
                .as("where no nearer plan states a time")
                .containsExactly("/response [1, hour, , ] by /question/channel T-03");
    }

    @Test
    void aNearerTermThatDependsOnTheChannelIsToldBesideTheOneThatHolds() {
        ProgrammeRelease release = Trial.of(
                GRANTED,
                rule("T-02", "Question(service == 'support') Plan(id == 'basic')", "new Response(hours(8))"),
                rule(
                        "T-03",
                        "Question(service == 'support', channel == 'im') Plan(id == 'preferred')",
                        "new Response(hours(1))"));

        Decision decision = SUPPORT.decide(release);
        assertThat(decision.response()).isNotNull();
        assertThat(terms(decision)).containsExactly("/response [1, hour, , ] by /question/channel T-03");
    }

    @Test
    void whatFulfilsAResponseIsToldWhereAResponseIsPromised() {
        String fulfilment = byChannel("T-02", "phone", "new FulfilledBy('human-contact')");

        assertThat(SUPPORT.decide(Trial.of(GRANTED, fulfilment)).dependsOn()).isEmpty();
        assertThat(terms(SUPPORT.decide(Trial.of(GRANTED, fulfilment, support("T-03", "new Response(hours(1))")))))
                .containsExactly("/response/fulfilledBy [human-contact] by /question/channel T-02");
    }

    @Test
    void aTermDependsOnNothingWhereTheServiceIsRefused() {
        ProgrammeRelease release = Trial.of(
                support("T-01", "new Denied('out-of-scope')"), byChannel("T-02", "im", "new Response(hours(1))"));

        assertThat(SUPPORT.decide(release).dependsOn()).isEmpty();
    }

    @Test
    void whatIsAssumedIsToldAndStaysOutOfTheCore() {
        ProgrammeRelease release = Trial.of(
                GRANTED, rule("T-02", "Question(service == 'support') Place(region == 'CN')", "new Hours('5x8')"));
        Decision decision = SUPPORT.decide(release);

        assertThat(terms(decision)).containsExactly("/window [5x8] by /subscription/usageRegion T-02");
        assertThat(decision.conditions())
                .extracting(Decision.ConditionLine::code)
                .containsExactly("assumed-region-covered");
        assertThat(Core.of(decision)).doesNotContain("dependsOn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            new Resolution(workingHours(4), '5x8') | /resolution [4, working-hour, 5x8, ]
            new Hours('5x8')                       | /window [5x8]
            new Quota(2, 'time', 'contract')       | /quota [2, time, contract, , ]
            new EachLimit(2, 'person-day')         | /quota/each [2, person-day]
            new GroupLimit(5)                      | /quota [5, user, concurrent, , ]
            new LeadTime(3)                        | /leadTime [3]
            new Charge(100.50, 'CNY', 'incident', false) | /charges [100.5, , CNY, incident, ]
            new Condition('by-agreement')    | /conditions [by-agreement]
            new Channel('im')                      | /route/channels [im]
            new Seat('dedicated')                  | /route/seat [dedicated]
            new DeliveredBy('branch')              | /route/deliverers [branch]
            new Delivery('remote')                 | /route/delivery [remote]
            new Priority('high')                   | /route/priority [high]
            new Language('en')                     | /route/language [en]
            new ChargeShare(0.05, 0.07, 'contract-amount', 'year', true) | /charges [0.05, 0.07, contract-amount, year, about]
            """)
    void everyKindOfTermIsToldAndBelongsToTheCore(String then, String told) {
        ProgrammeRelease release =
                Trial.of(GRANTED, rule("T-02", "Question(service == 'support', topic == 'data')", then));
        Decision decision = SUPPORT.decide(release);

        assertThat(terms(decision)).containsExactly(told + " by /question/topic T-02");
        assertThat(Core.of(decision)).endsWith("; dependsOn=[" + told + " by /question/topic]");
    }

    private static List<String> terms(Decision decision) {
        return decision.dependsOn().stream()
                .map(term ->
                        term.part() + " " + TermForm.content(term.term()) + " by " + term.pointer() + " " + term.rule())
                .toList();
    }

    private static List<String> words(Decision decision, ProgrammeRelease release, Language language) {
        AnswerWords words = new AnswerWords(release, language);
        return decision.dependsOn().stream().map(words::dependentTerm).toList();
    }
}
