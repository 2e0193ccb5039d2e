package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.Decider;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.work.Cancellation;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A survey puts more together than a comparison; of what it is asked for it still says what deciding says. */
class SurveyTests {

    private static final int RELEASES = Integer.getInteger("edits", 15);

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyRequestIsAnsweredAsItsCombinationIs(long seed) {
        Random random = new Random(seed);
        int known = 0;
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < RELEASES; i++) {
            ProgrammeRelease release = EnumerationTests.pair(random).after();
            ServicePair alone = new ServicePair(release, release, "support", EnumerationTests.AT);
            Enumeration survey = new Enumeration(alone, WorkBudget.ofVerdict(Cancellation.never()));
            for (double said : new double[] {0.2, 0.5, 0.9}) {
                DenseRequests requests = new DenseRequests(random, said);
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

    private static @Nullable Decision surveyed(Enumeration survey, int[] digits) {
        List<Factor> factors = survey.factors();
        int[] classes = new int[factors.size()];
        for (int i = 0; i < classes.length; i++) {
            int[] places = factors.get(i).dimensions().stream()
                    .mapToInt(survey.dimensions()::indexOf)
                    .toArray();
            classes[i] = factors.get(i).diagram().number(places, digits);
        }
        return survey.answer(classes).map(Answer::decision).orElse(null);
    }

    private static @Nullable Decision real(DecisionRequest request, ProgrammeRelease release) {
        try {
            return Decider.decideBare(request, release, EnumerationTests.AT.toInstant());
        } catch (RequestRefused e) {
            return null;
        }
    }

    /** The outcome, the kinds of ground, each once, and whether there is a time to answer: a survey takes equal outcomes of rules as one. */
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
