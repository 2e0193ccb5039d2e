package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.HeldAmount;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case that was executed, with everything from which its coverage follows.
 *
 * @param request the request
 * @param facts the facts given to the rules
 * @param fired the rules that fired, by id
 * @param heldAmounts the requested amounts compared with limits
 * @param decision the decision; null if facts were missing
 */
record ExecutedCase(
        DecisionRequest request,
        QuestionFacts facts,
        Map<String, RuleInfo> fired,
        List<HeldAmount> heldAmounts,
        @Nullable Decision decision) {

    /** Executes a case; empty if the request is refused before rules are evaluated. */
    static Stream<ExecutedCase> of(CaseRun run, Case asked) {
        try {
            CheckedQuestion question = run.posed(asked).question();
            Map<String, RuleInfo> fired = new TreeMap<>();
            question.findings().forEach(finding -> {
                if (finding.absent() == null && finding.rule() != null) {
                    fired.put(finding.rule().id(), finding.rule());
                }
            });
            return Stream.of(new ExecutedCase(
                    question.request(), question.facts(), fired, question.heldAmounts(), decision(question)));
        } catch (RequestRefused e) {
            return Stream.of();
        }
    }

    private static @Nullable Decision decision(CheckedQuestion question) {
        try {
            return question.decision();
        } catch (RequestRefused e) {
            return null;
        }
    }

    /** The id of the requested service. */
    String service() {
        return facts.question().service();
    }
}
