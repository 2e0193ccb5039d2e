package io.quanyi.decision;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.combination.WeighedFinding;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.NearMiss;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.decision.request.check.RequestCheck;
import io.quanyi.source.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked request that a release is to decide at an instant. The request is checked once; facts, findings and decision are each
 * computed once, on first use. Not safe for use by several threads.
 */
public final class CheckedQuestion {

    private final ResolvedRequest resolved;
    private @Nullable QuestionFacts facts;
    private @Nullable List<Finding> findings;
    private @Nullable QuestionEvaluation evaluation;
    private @Nullable TentativeDecision answer;
    private @Nullable RequestRefused refused;

    private CheckedQuestion(ResolvedRequest resolved) {
        this.resolved = resolved;
    }

    /**
     * Checks a request.
     *
     * @param release the release that decides, even if the request names another
     * @param at the instant of the question
     * @throws RequestRefused if the request is incomplete, has unknown ids or contradicts itself, with all such faults
     */
    public static CheckedQuestion of(DecisionRequest request, ProgrammeRelease release, Instant at) {
        return new CheckedQuestion(RequestCheck.check(request, release, at));
    }

    /**
     * Checks a request for which the rules are known to make some findings; they are not asked.
     *
     * @param findings the findings of the rules
     * @throws RequestRefused if the request is incomplete, has unknown ids or contradicts itself, with all such faults
     */
    public static CheckedQuestion of(
            DecisionRequest request, ProgrammeRelease release, Instant at, List<Finding> findings) {
        CheckedQuestion question = of(request, release, at);
        question.findings = findings;
        return question;
    }

    /** The request. */
    public DecisionRequest request() {
        return resolved.request();
    }

    /** The release that decides. */
    public ProgrammeRelease release() {
        return resolved.release();
    }

    /** The instant of the question. */
    public Instant at() {
        return resolved.at();
    }

    /** The facts given to the rules. */
    public QuestionFacts facts() {
        QuestionFacts given = facts == null ? FactBuilder.facts(resolved) : facts;
        facts = given;
        return given;
    }

    /**
     * The findings of the rules; none for a service of a sibling programme.
     *
     * @throws RuleFault if a rule fails
     */
    public List<Finding> findings() {
        List<Finding> found = findings;
        if (found == null) {
            found = resolved.inProgramme() ? release().evaluator().evaluate(facts()) : List.of();
            findings = found;
        }
        return found;
    }

    /** The findings that follow from the contract of the customer; none for a service of a sibling programme. */
    public List<Finding> contractFindings() {
        return resolved.inProgramme() ? ContractFindings.of(resolved) : List.of();
    }

    /**
     * The decision, without suggestions.
     *
     * @throws RequestRefused if facts are absent on which the decision depends, or the answer lies beyond the calendars
     * @throws RuleFault if a rule fails
     */
    public Decision decision() {
        return answer(SearchBudget.ofDecision()).decision();
    }

    /**
     * The decision within a budget that it shares with other decisions.
     *
     * @throws RequestRefused if facts are absent on which the decision depends, or may depend for all that the budget allows to find out
     * @throws RuleFault if a rule fails
     */
    public Decision decision(SearchBudget budget) {
        return answer(budget).decision();
    }

    /**
     * The status of each finding of rules and contract that rests on no absent fact, the nearest finding first; all are undecided if
     * there is no decision.
     *
     * @throws RuleFault if a rule fails
     */
    public List<WeighedFinding> weighedFindings() {
        if (!resolved.inProgramme()) {
            return List.of();
        }
        try {
            return answer(SearchBudget.ofDecision())
                    .combination()
                    .weighed(evaluation().definite());
        } catch (RequestRefused e) {
            return WeighedFinding.undecided(evaluation().definite());
        }
    }

    /**
     * The rules that would fire if one condition were left out; none for a service of a sibling programme.
     *
     * @throws RuleFault if a rule fails
     */
    public List<NearMiss> nearMisses() {
        return resolved.inProgramme() ? release().policy().nearMisses(facts(), findings()) : List.of();
    }

    /**
     * The limits of a positive answer with the amounts that are held against them; none if the answer is negative before limits.
     *
     * @throws RuleFault if a rule fails
     */
    public List<HeldAmount> heldAmounts() {
        return resolved.inProgramme() ? evaluation().heldAmounts() : List.of();
    }

    /**
     * Whether the question was held against a limit on the way to the decision or to the missing facts. If not, they do not depend on the
     * members that are compared with limits alone: usage, amounts, channel, way of delivery and requested start.
     */
    public boolean isHeldAgainstLimits() {
        return evaluation != null && evaluation.isHeldAgainstLimits();
    }

    QuestionEvaluation evaluation() {
        QuestionEvaluation made = evaluation;
        if (made == null) {
            List<Finding> all = new ArrayList<>(findings());
            all.addAll(contractFindings());
            made = new QuestionEvaluation(resolved, all);
            evaluation = made;
        }
        return made;
    }

    private TentativeDecision answer(SearchBudget budget) {
        if (refused != null) {
            throw refused;
        }
        try {
            TentativeDecision made = answer == null ? decide(budget) : answer;
            answer = made;
            return made;
        } catch (RequestRefused e) {
            refused = e;
            throw e;
        }
    }

    /** Service time is counted up to the end of 2199; a target time may run beyond it from any instant, if its hours are few enough. */
    private TentativeDecision decide(SearchBudget budget) {
        try {
            return resolved.inProgramme() ? evaluation().answer(budget) : DecisionBuilder.notInProgramme(resolved);
        } catch (DateTimeException e) {
            throw new RequestRefused(
                    RequestRefused.Stage.CONTRADICTORY, List.of(Fault.at("/question/at", "answer-beyond-reach")));
        }
    }
}
