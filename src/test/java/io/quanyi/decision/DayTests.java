package io.quanyi.decision;

import static io.quanyi.decision.Trial.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of the purchase and the signature, as rules compare them with dates. */
class DayTests {

    private static final Asked SUPPORT = Asked.about("support", "preferred");

    private static final ProgrammeRelease OLD_TERMS = Trial.of(
            rule("T-01", "Question(service == 'support')", "new Granted()"),
            rule(
                    "T-02",
                    "Question(service == 'support') Day(of == 'purchase', value >= 2018-09-17)",
                    "new Denied('out-of-scope')"));

    private static final ProgrammeRelease SIGNED = Trial.of(rule(
            "T-01",
            "Question(service == 'support') Day(of == 'signing', value > 2018-09-17, value <= 2018-12-31)",
            "new Granted()"));

    @ParameterizedTest
    @CsvSource({"2018-09-16, ENTITLED", "2018-09-17, NOT_ENTITLED", "2018-09-18, NOT_ENTITLED"})
    void theDayOfThePurchaseDecides(String day, Result outcome) {
        Decision decision = SUPPORT.with("/subscription/purchasedOn", day).decide(OLD_TERMS);
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2018-09-17, NOT_ENTITLED", "2018-09-18, ENTITLED", "2018-12-31, ENTITLED", "2019-01-01, NOT_ENTITLED"})
    void aSpanOfDaysHasTwoEnds(String day, Result outcome) {
        assertThat(SUPPORT.with("/subscription/contract", "{ signedOn: " + day + " }")
                        .decide(SIGNED)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void onlyTheDayThatTheAnswerDependsOnIsAskedFor() {
        assertThat(SUPPORT.with("/subscription/contract", "{ signedOn: 2018-01-01 }")
                        .faults(OLD_TERMS))
                .containsExactly("missing-fact at /subscription/purchasedOn");
        assertThat(SUPPORT.with("/subscription/purchasedOn", "2018-01-01").faults(SIGNED))
                .containsExactly("missing-fact at /subscription/contract/signedOn");
    }
}
