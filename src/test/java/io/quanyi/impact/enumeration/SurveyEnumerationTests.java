package io.quanyi.impact.enumeration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.impact.RandomRequests;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.work.Cancellation;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares a survey, which merges more combinations than a comparison, with deciding each request. */
@Tag("slow")
class SurveyEnumerationTests {

    private static final int RELEASES = Integer.getInteger("edits", 15);

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyRequestIsAnsweredAsItsCombinationIs(long seed) {
        Random random = new Random(seed);
        int known = 0;
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < RELEASES; i++) {
            ProgrammeRelease release = AnswerEnumerationTests.pair(random).after();
            ServiceComparison alone = new ServiceComparison(release, release, "support", AnswerEnumerationTests.AT);
            AnswerEnumeration survey = new AnswerEnumeration(alone, WorkBudget.ofVerdict(Cancellation.never()));
            for (double presence : new double[] {0.2, 0.5, 0.9}) {
                RandomRequests requests = new RandomRequests(random, presence);
                for (int n = 0; n < 100; n++) {
                    DecisionRequest request = requests.next();
                    int[] digits = survey.digits(request);
                    if (digits != null) {
                        known++;
                        String real = shown(real(request, release));
                        assertThat(shown(surveyed(survey, digits)))
                                .as("%s", request)
                                .isEqualTo(real);
                        answers.add(real);
                    }
                }
            }
        }
        assertThat(known).isGreaterThan(RELEASES * 50);
        assertThat(answers).hasSizeGreaterThan(1);
    }

    private static @Nullable Decision surveyed(AnswerEnumeration survey, int[] digits) {
        List<IndependentGroup> groups = survey.groups();
        int[] classes = new int[groups.size()];
        for (int i = 0; i < classes.length; i++) {
            int[] places = groups.get(i).dimensions().stream()
                    .mapToInt(survey.dimensions()::indexOf)
                    .toArray();
            classes[i] = groups.get(i).diagram().number(places, digits);
        }
        return survey.answer(classes).map(ReleaseAnswer::decision).orElse(null);
    }

    private static @Nullable Decision real(DecisionRequest request, ProgrammeRelease release) {
        try {
            return CheckedQuestion.of(request, release, AnswerEnumerationTests.AT.toInstant())
                    .decision();
        } catch (RequestRefused e) {
            return null;
        }
    }

    /** The outcome, the different reasons, and whether there is a response time: a survey merges equal outcomes of several rules. */
    private static String shown(@Nullable Decision decision) {
        return decision == null
                ? ""
                : decision.outcome() + " "
                        + decision.reasons().stream()
                                .map(reason -> String.valueOf(reason.code()))
                                .distinct()
                                .sorted()
                                .toList()
                        + " " + (decision.response() != null);
    }
}
