package io.quanyi.decision;

import io.quanyi.decision.answer.Core;
import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The definition of the absent facts that a core depends on, written down without a thought of its cost: every finding that rests on
 * an absent fact is tried beside what is known, alone and with one or two others of them that may turn a no into more, and every
 * decision is a whole answer.
 */
final class PlainAbsentFactSearch {

    private final TentativeDecisions decisions;
    private final List<Finding> definite;
    private final List<Finding> unknown;

    PlainAbsentFactSearch(ResolvedRequest question, List<Finding> all) {
        decisions = new TentativeDecisions(
                question, new UsageTotals(question), with(all, Meaning.ASSUMED, Meaning.NOT_ASKED), true);
        definite = all.stream().filter(finding -> finding.absent() == null).toList();
        unknown = with(all, Meaning.UNKNOWN);
    }

    private static List<Finding> with(List<Finding> all, Meaning... meanings) {
        return all.stream()
                .filter(finding -> finding.absent() != null
                        && List.of(meanings).contains(finding.absent().meaning()))
                .toList();
    }

    Set<String> pointers() {
        Set<String> pointers = new TreeSet<>();
        decisions.of(definite);
        for (List<Finding> known : backgrounds()) {
            TentativeDecision tentative = decideOrConflict(known);
            if (tentative != null) {
                pointers.addAll(tentative.missing());
                String core = Core.of(tentative.decision());
                unknown.stream()
                        .filter(finding ->
                                changes(TentativeDecisions.plus(known, TentativeDecisions.known(finding)), core))
                        .forEach(finding -> pointers.add(
                                Objects.requireNonNull(finding.absent()).pointer()));
            }
        }
        return pointers;
    }

    private List<List<Finding>> backgrounds() {
        List<List<Finding>> backgrounds = new ArrayList<>(List.of(definite));
        List<Finding> openers = unknown.stream()
                .filter(PlainAbsentFactSearch::opens)
                .map(TentativeDecisions::known)
                .toList();
        for (int i = 0; i < openers.size(); i++) {
            List<Finding> one = TentativeDecisions.plus(definite, openers.get(i));
            backgrounds.add(one);
            openers.subList(i + 1, openers.size())
                    .forEach(other -> backgrounds.add(TentativeDecisions.plus(one, other)));
        }
        return backgrounds;
    }

    private static boolean opens(Finding finding) {
        Outcome outcome = finding.outcome();
        return outcome instanceof Quota || (outcome instanceof Verdict && !(outcome instanceof Denied));
    }

    private boolean changes(List<Finding> findings, String core) {
        TentativeDecision tentative = decideOrConflict(findings);
        return tentative == null || !Core.of(tentative.decision()).equals(core);
    }

    private @Nullable TentativeDecision decideOrConflict(List<Finding> findings) {
        try {
            return decisions.of(findings);
        } catch (ConflictingTerms e) {
            return null;
        }
    }
}
