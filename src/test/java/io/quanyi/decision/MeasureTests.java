package io.quanyi.decision;

import static io.quanyi.decision.Trial.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of a vendor's own, as the catalogue declares them and rules compare them. */
class MeasureTests {

    private static final Asked SUPPORT = Asked.about("support", "preferred");

    private static final ProgrammeRelease MANY = Trial.of(rule(
            "T-01", "Question(service == 'support') Measure(id == 'subscriptions', value > 250)", "new Granted()"));

    private static final ProgrammeRelease FEW = Trial.of(
            rule("T-01", "Question(service == 'support') Measure(id == 'cores', value <= 2.5)", "new Granted()"));

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
