package io.quanyi.decision;

import static io.quanyi.decision.Trial.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts of a vendor's own, as the catalogue declares them and rules compare them. */
class MeasureTests {

    private static final Asked SUPPORT = Asked.about("support", "preferred");

    private static final ProgrammeRelease MANY = Trial.of(rule(
            "T-01", "Question(service == 'support') Measure(id == 'subscriptions', value > 250)", "new Granted()"));

    private static final ProgrammeRelease FEW = Trial.of(
            rule("T-01", "Question(service == 'support') Measure(id == 'cores', value <= 2.5)", "new Granted()"));

    private static final ProgrammeRelease GOLD = Trial.of(
            rule("T-01", "Question(service == 'support') Measure(id == 'tier', value != 'gold')", "new Granted()"));

    private static final ProgrammeRelease AUDITED = Trial.of(rule(
            "T-01", "Question(service == 'support') Measure(id == 'audited', value < 2018-09-17)", "new Granted()"));

    private static final ProgrammeRelease HOSTED = Trial.of(
            rule("T-01", "Question(service == 'support') Measure(id == 'hosted', value == true)", "new Granted()"));

    @ParameterizedTest
    @CsvSource({"250, NOT_ENTITLED", "250.0001, ENTITLED", "1000000000000, ENTITLED"})
    void aNumberOfTheSubscriptionDecides(String number, Result outcome) {
        Decision decision = SUPPORT.with("/subscription/measures", "{ subscriptions: " + number + " }")
                .decide(MANY);
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2.5, ENTITLED", "2.50, ENTITLED", "2.6, NOT_ENTITLED"})
    void aNumberOfTheQuestionDecides(String number, Result outcome) {
        assertThat(SUPPORT.with("/question/measures", "{ cores: " + number + " }")
                        .decide(FEW)
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"gold, NOT_ENTITLED", "silver, ENTITLED"})
    void oneOfTheValuesOfAMeasureDecides(String id, Result outcome) {
        assertThat(SUPPORT.with("/subscription/measures", "{ tier: " + id + " }")
                        .decide(GOLD)
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"2018-09-16, ENTITLED", "2018-09-17, NOT_ENTITLED", "2018-09-18, NOT_ENTITLED"})
    void aDateDecides(String date, Result outcome) {
        assertThat(SUPPORT.with("/question/measures", "{ audited: " + date + " }")
                        .decide(AUDITED)
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"true, ENTITLED", "false, NOT_ENTITLED"})
    void yesOrNoDecides(String truth, Result outcome) {
        assertThat(SUPPORT.with("/subscription/measures", "{ hosted: " + truth + " }")
                        .decide(HOSTED)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void eachKindIsAskedForWhereTheAnswerDependsOnIt() {
        assertThat(SUPPORT.faults(GOLD)).containsExactly("missing-fact at /subscription/measures/tier");
        assertThat(SUPPORT.faults(AUDITED)).containsExactly("missing-fact at /question/measures/audited");
        assertThat(SUPPORT.faults(HOSTED)).containsExactly("missing-fact at /subscription/measures/hosted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier: bronze | unknown-measure-value at /subscription/measures/tier",
                "tier: 250 | unknown-measure-value at /subscription/measures/tier",
                "hosted: yes | not-a-boolean at /subscription/measures/hosted",
                "hosted: 'true' | wrong-type at /subscription/measures/hosted",
                "subscriptions: many | number-not-plain at /subscription/measures/subscriptions",
                "subscriptions: '250' | wrong-type at /subscription/measures/subscriptions"
            })
    void aValueOfAnotherKindIsRefused(String measure, String fault) {
        assertThat(SUPPORT.with("/subscription/measures", "{ " + measure + " }").faults(MANY))
                .containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-02-30", "2018-9-7", "2018-09-17T00:00:00Z", "'2018-09-17 08:00'", "soon"})
    void whatIsNoDateIsRefused(String date) {
        assertThat(SUPPORT.with("/question/measures", "{ audited: " + date + " }")
                        .faults(AUDITED))
                .containsExactly("not-a-date at /question/measures/audited");
    }

    @Test
    void everyFaultOfAKindIsNamed() {
        assertThat(SUPPORT.with("/subscription/measures", "{ hosted: 1, subscriptions: true }")
                        .with("/question/measures", "{ audited: 2018-02-30 }")
                        .faults(AUDITED))
                .containsExactlyInAnyOrder(
                        "not-a-boolean at /subscription/measures/hosted",
                        "number-not-plain at /subscription/measures/subscriptions",
                        "not-a-date at /question/measures/audited");
    }

    @Test
    void onlyTheNumberThatTheAnswerDependsOnIsAskedFor() {
        assertThat(SUPPORT.with("/question/measures", "{ cores: 2 }").faults(MANY))
                .containsExactly("missing-fact at /subscription/measures/subscriptions");
        assertThat(SUPPORT.faults(FEW)).containsExactly("missing-fact at /question/measures/cores");
    }

    @Test
    void aNumberThatNoRuleAsksAboutIsWarnedAbout() {
        assertThat(SUPPORT.with("/subscription/measures", "{ subscriptions: 300 }")
                        .with("/question/measures", "{ cores: 2.0 }")
                        .decide(MANY)
                        .warnings())
                .extracting(Decision.Warning::code, Decision.Warning::pointer, Decision.Warning::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("without-effect", "/question/measures/cores", "2"));
    }

    @Test
    void aNumberThatTheCatalogueDoesNotDeclareThereIsRefused() {
        assertThat(SUPPORT.with("/subscription/measures", "{ users: 2 }").faults(MANY))
                .containsExactly("unknown-measure at /subscription/measures/users");
        assertThat(SUPPORT.with("/subscription/measures", "{ cores: 1 }").faults(MANY))
                .containsExactly("measure-elsewhere at /subscription/measures/cores");
        assertThat(SUPPORT.with("/question/measures", "{ subscriptions: 1 }").faults(MANY))
                .containsExactly("measure-elsewhere at /question/measures/subscriptions");
    }
}
