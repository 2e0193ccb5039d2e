package io.quanyi.impact.enumeration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.impact.RandomProgramme;
import io.quanyi.impact.RandomRequests;
import io.quanyi.impact.SmallProgramme;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElements;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.BudgetExceeded;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ElementNames;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.RequestDimensions;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.term.AgreedReading;
import io.quanyi.impact.term.OwnTerms;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the enumeration with a brute force that decides every combination, and finds the combination of every request. */
@Tag("slow")
public class AnswerEnumerationTests {

    static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-17T10:00:00+08:00");
    /** Enough for several rules to be independent; more only takes longer. */
    private static final double MAX_COMBINATIONS = 300_000;

    private static final int EDITS = Integer.getInteger("edits", 15);
    private static final String SUPPORT = "Question(service == 'support')";

    /** The answer to a request by evaluating the rules. */
    private record EvaluatedAnswer(
            @Nullable Decision decision, @Nullable RequestRefused refused) {

        static EvaluatedAnswer of(DecisionRequest request, ProgrammeRelease release) {
            try {
                return new EvaluatedAnswer(
                        CheckedQuestion.of(request, release, AT.toInstant()).decision(), null);
            } catch (RequestRefused e) {
                return new EvaluatedAnswer(null, e);
            }
        }

        String core() {
            return decision != null ? Core.of(decision) : ReleaseAnswer.refusalCore(Objects.requireNonNull(refused));
        }

        boolean isRefused() {
            return refused != null && refused.stage() != Stage.MISSING;
        }

        boolean isImpossible() {
            return refused != null && refused.stage() == Stage.CONTRADICTORY;
        }

        SortedSet<CoreElement> elements() {
            return decision != null ? CoreElements.of(decision) : CoreElements.of(Objects.requireNonNull(refused));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theTableAgreesWithDecidingEveryCombination(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EDITS; i++) {
            checkTable(pair(random));
        }
    }

    /** Beside a quota that is used up, an answer names the facts for which a referral waits, although a grant outweighs the referral. */
    @Test
    void aGrantThatALimitTakesBackTellsFactsApartForWhichRefusalsWait() {
        String quota = SmallProgramme.rule("S-4", SUPPORT, "new Quota(2.5, 'person-day', 'service-year')");
        String payable = SmallProgramme.rule("S-3", SUPPORT, "new Payable('needs-purchase')");
        String response = SmallProgramme.rule("S-1", SUPPORT, "new Response(workingDays(1), '5x8')");
        String referral = SmallProgramme.rule(
                "S-2",
                "Question(service == 'support', topic != 'application') Phase(value == 'operation')",
                "new Undetermined('refer-to-contract')");
        checkTable(new ServiceComparison(
                release(List.of(quota, payable, response)), release(List.of(quota, payable, referral)), "support", AT));
    }

    private static ProgrammeRelease release(List<String> rules) {
        return new SmallProgramme(SmallProgramme.CATALOGUE, rules).release().orElseThrow();
    }

    /** Decides about 400 combinations of the table by both releases. */
    private static void checkTable(ServiceComparison comparison) {
        CombinationTable table = new AnswerEnumeration(comparison, WorkBudget.ample()).table();
        int[] digits = new int[table.radix().places()];
        int step = 1 + (int) (table.radix().count() / 400);
        for (int cell = 0; cell < table.radix().count(); cell++) {
            if (cell % step == 0) {
                check(comparison, table, table.request(digits), table.kinds()[cell]);
            }
            table.radix().next(digits);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void everyRequestOfADenseGridChangesAsItsCombinationDoes(long seed) {
        Random random = new Random(seed);
        int known = 0;
        int changed = 0;
        for (int i = 0; i < EDITS; i++) {
            ServiceComparison comparison = pair(random);
            AnswerEnumeration enumeration = new AnswerEnumeration(comparison, WorkBudget.ample());
            CombinationTable table = enumeration.table();
            for (double said : new double[] {0.2, 0.5, 0.9}) {
                RandomRequests requests = new RandomRequests(random, said);
                for (int n = 0; n < 100; n++) {
                    DecisionRequest request = requests.next();
                    int[] digits = enumeration.digits(request);
                    if (digits != null) {
                        known++;
                        int kind = table.kinds()[(int) table.radix().number(table.digits(request))];
                        changed += kind > 0 ? 1 : 0;
                        check(comparison, table, request, kind);
                    }
                }
            }
        }
        assertThat(known).isGreaterThan(EDITS * 50);
        assertThat(changed).isGreaterThan(EDITS * 3);
    }

    public static ServiceComparison pair(Random random) {
        RandomProgramme edit = new RandomProgramme(random);
        for (int tries = 0; tries < 1000; tries++) {
            SmallProgramme first = edit.first();
            var before = first.release();
            var after = edit.other(first).release();
            if (before.isPresent() && after.isPresent()) {
                ServiceComparison comparison = new ServiceComparison(before.get(), after.get(), "support", AT);
                if (combinations(comparison) < MAX_COMBINATIONS) {
                    return comparison;
                }
            }
        }
        throw new AssertionError("no rules that go with each other");
    }

    /** The number of combinations; no number for a comparison that has too many candidates to be made. */
    private static double combinations(ServiceComparison comparison) {
        try {
            return RequestDimensions.of(comparison).stream()
                    .mapToDouble(dimension -> MergedDimension.of(comparison, dimension, WorkBudget.ample())
                            .size())
                    .reduce(1, (one, other) -> one * other);
        } catch (BudgetExceeded e) {
            return Double.NaN;
        }
    }

    private static void check(ServiceComparison comparison, CombinationTable table, DecisionRequest request, int kind) {
        EvaluatedAnswer before = EvaluatedAnswer.of(request, comparison.before());
        EvaluatedAnswer after = EvaluatedAnswer.of(request, comparison.after());
        boolean bothRefuse = before.refused() != null && after.refused() != null;
        OwnTerms own = comparison.ownTerms(request);
        if (!own.parts().isEmpty()) {
            checkOwnTerms(comparison, table, request, kind, own);
        } else if (kind == AnswerEnumeration.IMPOSSIBLE) {
            assertThat(bothRefuse && (before.isImpossible() || after.isImpossible()))
                    .as("%s", request)
                    .isTrue();
        } else if (before.isImpossible() && after.isImpossible()) {
            assertThat(kind).as("%s", request).isEqualTo(AnswerEnumeration.IMPOSSIBLE);
        } else if (before.core().equals(after.core()) || (before.isRefused() && after.isRefused())) {
            assertThat(kind)
                    .as("%s%n%s%n%s", request, before.core(), table.changes())
                    .isEqualTo(AnswerEnumeration.SAME);
        } else {
            assertThat(kind)
                    .as("%s%n%s%n%s", request, before.core(), after.core())
                    .isPositive();
            assertThat(table.changes().get(kind - 1))
                    .as("%s", request)
                    .isEqualTo(new ElementNames(comparison)
                            .of(AnswerChange.between(before.elements(), after.elements()), request));
        }
    }

    /** With own terms a change is read: what the contract agrees stays as agreed. Of some changes of agreed times no sentence speaks. */
    private static void checkOwnTerms(
            ServiceComparison comparison, CombinationTable table, DecisionRequest request, int kind, OwnTerms own) {
        if (kind == AnswerEnumeration.IMPOSSIBLE) {
            return;
        }
        ReleaseAnswer before = ReleaseAnswer.of(request, comparison.before(), AT.toInstant());
        ReleaseAnswer after = ReleaseAnswer.of(request, comparison.after(), AT.toInstant());
        AnswerChange actual = ReleaseAnswer.differ(before, after)
                ? new ElementNames(comparison).of(AnswerChange.between(before.elements(), after.elements()), request)
                : AnswerChange.NONE;
        AgreedReading reading = new AgreedReading(own);
        AnswerChange said = kind > 0 ? table.changes().get(kind - 1) : AnswerChange.NONE;
        if (!reading.isSpokenOf(actual) || !reading.isSpokenOf(said)) {
            return;
        }
        assertThat(reading.left(said)).as("%s", request).isEqualTo(reading.shown(actual));
    }
}
