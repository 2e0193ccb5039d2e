package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanyi.decision.combination.FindingStatus;
import io.quanyi.decision.combination.WeighedFinding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A checked question computes each of its parts once. */
class CheckedQuestionTests {

    private static final ProgrammeRelease RELEASE = Trial.of(
            Trial.support("T-01", "basic", "new Granted()"),
            Trial.support("T-02", "new Quota(2, 'time', 'service-year')"));

    private static final Asked SUPPORT = Asked.about("support", "basic");

    private final AtomicInteger evaluations = new AtomicInteger();

    private final ProgrammeRelease counting = RELEASE.withEvaluator(facts -> {
        evaluations.incrementAndGet();
        return RELEASE.evaluator().evaluate(facts);
    });

    @Test
    void theRulesAreEvaluatedOnceForAllThatIsAsked() {
        CheckedQuestion question = SUPPORT.question(counting);

        assertThat(question.decision()).isSameAs(question.decision());
        assertThat(question.facts()).isSameAs(question.facts());
        assertThat(question.findings()).hasSize(2);
        assertThat(question.heldAmounts()).hasSize(1);
        assertThat(question.nearMisses()).isEmpty();
        assertThat(question.weighedFindings())
                .extracting(WeighedFinding::status)
                .containsExactly(FindingStatus.COUNTS, FindingStatus.COUNTS);
        assertThat(evaluations).hasValue(1);
    }

    @Test
    void aRefusalIsFoundOnceToo() {
        CheckedQuestion question = SUPPORT.without("/subscription/usage").question(counting);

        assertThatExceptionOfType(RequestRefused.class).isThrownBy(question::decision);
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(question::decision);
        assertThat(question.weighedFindings())
                .extracting(WeighedFinding::status)
                .containsExactly(FindingStatus.UNDECIDED, FindingStatus.UNDECIDED);
        assertThat(evaluations).hasValue(1);
    }

    @Test
    void aServiceOfASiblingHasFactsButNoFindings() {
        CheckedQuestion question =
                SUPPORT.with("/question/service", "ticketing").question(counting);

        assertThat(question.facts().question().service()).isEqualTo("ticketing");
        assertThat(question.findings()).isEmpty();
        assertThat(question.nearMisses()).isEmpty();
        assertThat(question.heldAmounts()).isEmpty();
        assertThat(question.weighedFindings()).isEmpty();
        assertThat(question.decision().reasons())
                .extracting(reason -> reason.code())
                .containsExactly("not-in-programme");
        assertThat(evaluations).hasValue(0);
    }

    @Test
    void knownFindingsStandInPlaceOfThoseOfTheRules() {
        CheckedQuestion question = CheckedQuestion.of(SUPPORT.request(), counting, SUPPORT.instant(), List.of());

        assertThat(question.decision().reasons())
                .extracting(reason -> reason.code())
                .containsExactly("not-in-plan");
        assertThat(evaluations).hasValue(0);
    }

    @Test
    void aQuestionIsHeldAgainstLimitsOnlyWhereItMayBeGranted() {
        CheckedQuestion granted = SUPPORT.question(RELEASE);
        assertThat(granted.isHeldAgainstLimits()).isFalse();
        assertThat(granted.decision().quota()).isNotNull();
        assertThat(granted.isHeldAgainstLimits()).isTrue();

        CheckedQuestion uncounted = SUPPORT.without("/subscription/usage").question(RELEASE);
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(uncounted::decision);
        assertThat(uncounted.isHeldAgainstLimits()).isTrue();

        CheckedQuestion denied = CheckedQuestion.of(SUPPORT.request(), RELEASE, SUPPORT.instant(), List.of());
        assertThat(denied.decision().quota()).isNull();
        assertThat(denied.isHeldAgainstLimits()).isFalse();
    }
}
