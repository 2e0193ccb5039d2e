package io.quanyi.decision;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.release.Finding;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The part of a finding that the core of a decision may depend on: beside the same other findings, two findings of equal effect make
 * the same core. Which rule states it is no part of it, and the distance only where the nearest one counts.
 *
 * @param outcome what is stated
 * @param distance of a grant and of a single term, how far the plan is; else 0
 * @param grant the kind of grant; null for what is none
 */
record CoreEffect(Outcome outcome, int distance, @Nullable ReasonCode grant) {

    static CoreEffect of(Finding finding) {
        Outcome outcome = finding.outcome();
        if (outcome instanceof Granted) {
            return new CoreEffect(outcome, finding.distance(), ReasonCode.ofGrant(finding.rule(), finding.distance()));
        }
        return new CoreEffect(outcome, outcome instanceof Term.Single ? finding.distance() : 0, null);
    }

    /** Whether it may turn a plain no into more, so that what is not seen beside the no is seen beside it. */
    boolean opens() {
        return outcome instanceof Quota || (outcome instanceof Verdict && !(outcome instanceof Denied));
    }

    /** Whether another one can add nothing to it: of grants and of quotas, only the nearest is seen. */
    boolean displaces(CoreEffect other) {
        return (outcome instanceof Granted && other.outcome instanceof Granted)
                || (outcome instanceof Quota && other.outcome instanceof Quota);
    }

    /** Whether it is seen only in an answer that is more than a plain no. */
    boolean isTerm() {
        return outcome instanceof Term;
    }
}
