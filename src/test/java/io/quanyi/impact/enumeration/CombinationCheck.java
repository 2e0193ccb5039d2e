package io.quanyi.impact.enumeration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ElementNames;
import io.quanyi.impact.dimension.ServiceComparison;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table of the combinations of a comparison, against which requests are held. */
final class CombinationCheck {

    private static final Instant AT = AnswerEnumerationTests.AT.toInstant();

    private final ServiceComparison comparison;
    private final AnswerEnumeration enumeration;
    private final CombinationTable table;

    CombinationCheck(ServiceComparison comparison) {
        this.comparison = comparison;
        this.enumeration = new AnswerEnumeration(comparison, WorkBudget.ample());
        this.table = enumeration.table();
    }

    /** Whether the answer to a request changes; a request that is decided has a combination, which changes alike. */
    boolean isChanged(DecisionRequest request) {
        if (!isDecided(request)) {
            return false;
        }
        int[] digits = enumeration.digits(request);
        assertThat(digits).as("%s", request).isNotNull();
        int kind = table.kinds()[(int) table.radix().number(table.digits(request))];
        AnswerChange change = change(request);
        assertThat(kind > 0 ? table.changes().get(kind - 1) : null)
                .as("%s", request)
                .isEqualTo(change);
        return change != null;
    }

    private boolean isDecided(DecisionRequest request) {
        try {
            CheckedQuestion.of(request, comparison.after(), AT);
            return true;
        } catch (RequestRefused e) {
            return false;
        }
    }

    private @Nullable AnswerChange change(DecisionRequest request) {
        ReleaseAnswer before = ReleaseAnswer.of(request, comparison.before(), AT);
        ReleaseAnswer after = ReleaseAnswer.of(request, comparison.after(), AT);
        return before.core().equals(after.core())
                ? null
                : new ElementNames(comparison).of(AnswerChange.between(before.elements(), after.elements()), request);
    }
}
