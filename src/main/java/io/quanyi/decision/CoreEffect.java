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
 * The part of a finding on which the core of a decision may depend: together with the same other findings, two findings with equal
 * effects make the same core. The rule is not part of it, and the distance only for outcomes of which the nearest counts.
 *
 * @param outcome the outcome of the finding
 * @param distance the distance of a grant or of a single term; otherwise 0
 * @param grant the reason that a grant is; null for other outcomes
 */
record CoreEffect(Outcome outcome, int distance, @Nullable ReasonCode grant) {

    static CoreEffect of(Finding finding) {
        Outcome outcome = finding.outcome();
        if (outcome instanceof Granted) {
            return new CoreEffect(outcome, finding.distance(), ReasonCode.ofGrant(finding.rule(), finding.distance()));
        }
        return new CoreEffect(outcome, outcome instanceof Term.Single ? finding.distance() : 0, null);
    }

    /** Whether it may turn a plain denial into another result, in which further findings have an effect. */
    boolean opens() {
        return outcome instanceof Quota || (outcome instanceof Verdict && !(outcome instanceof Denied));
    }

    /** Whether another effect adds nothing to it: only the nearest grant and the nearest quota count. */
    boolean displaces(CoreEffect other) {
        return (outcome instanceof Granted && other.outcome instanceof Granted)
                || (outcome instanceof Quota && other.outcome instanceof Quota);
    }

    /** Whether it has no effect on a plain denial. */
    boolean isTerm() {
        return outcome instanceof Term;
    }
}
