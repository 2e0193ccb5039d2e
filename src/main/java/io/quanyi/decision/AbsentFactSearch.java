package io.quanyi.decision;

import static io.quanyi.decision.TentativeDecisions.known;
import static io.quanyi.decision.TentativeDecisions.plus;

import io.quanyi.decision.answer.Core;
import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.Finding;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the absent facts on which the core of a decision may depend. The core depends on a fact if a finding that rests on the fact
 * changes the core when it is added to a background, or if a limit that applies in a background needs the fact.
 *
 * <p>A background is the known findings alone, or with one or two findings that rest on absent facts and may turn a plain denial into
 * another result: a term has no effect on a denial, and the limit of a single use only has one with a quota. Larger backgrounds show no
 * further facts.
 *
 * <p>Findings with equal {@link CoreEffect} are tried once. When the budget of tentative decisions is spent the search ends, and the core counts as
 * dependent on every absent fact on which a finding rests.
 */
final class AbsentFactSearch {

    private final TentativeDecisions decisions;
    private final SearchBudget budget;
    private final List<Finding> definite;
    private final List<OpenEffect> open;
    private final Set<String> found = new TreeSet<>();
    private final Set<UsageTotals.Total> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * An effect of findings that rest on absent facts.
     *
     * @param finding one of these findings, as if its fact were known
     * @param pointers the members of the request that would supply the facts
     */
    private record OpenEffect(CoreEffect effect, Finding finding, Set<String> pointers) {}

    /**
     * Sorts the findings by their effects.
     *
     * @param definite the findings that rest on no absent fact
     * @param unknown the findings that rest on absent facts
     * @param budget the number of tentative decisions that may be made
     */
    AbsentFactSearch(TentativeDecisions decisions, List<Finding> definite, List<Finding> unknown, SearchBudget budget) {
        this.decisions = decisions;
        this.budget = budget;
        Map<CoreEffect, Finding> effects = new LinkedHashMap<>();
        List<Finding> charges = new ArrayList<>();
        for (Finding finding : definite) {
            if (addsUp(finding)) {
                charges.add(finding);
            } else {
                effects.putIfAbsent(CoreEffect.of(finding), finding);
            }
        }
        this.open = List.copyOf(open(unknown, effects.keySet()));
        charges.addAll(effects.values());
        this.definite = charges;
    }

    /** Whether an answer lists every finding with the outcome; other outcomes are listed once. */
    private static boolean addsUp(Finding finding) {
        return finding.outcome() instanceof Charge || finding.outcome() instanceof ChargeShare;
    }

    private static Collection<OpenEffect> open(List<Finding> unknown, Set<CoreEffect> definite) {
        Map<CoreEffect, OpenEffect> open = new LinkedHashMap<>();
        for (Finding finding : unknown) {
            CoreEffect effect = CoreEffect.of(finding);
            if (!definite.contains(effect)) {
                open.computeIfAbsent(effect, one -> new OpenEffect(one, known(finding), new HashSet<>()))
                        .pointers()
                        .add(Objects.requireNonNull(finding.absent(), "of an unknown finding")
                                .pointer());
            }
        }
        return open.values();
    }

    /** The greatest size of the search. */
    SearchSize size() {
        return SearchSize.of(open.stream().map(OpenEffect::effect).toList());
    }

    /**
     * The pointers of the facts, sorted.
     *
     * @throws ConflictingTerms if two known findings contradict each other
     */
    Set<String> pointers() {
        look(definite, decide(definite));
        List<OpenEffect> openers =
                open.stream().filter(one -> one.effect().opens()).toList();
        for (int i = 0; i < openers.size(); i++) {
            List<Finding> one = plus(definite, openers.get(i).finding());
            look(one);
            for (OpenEffect other : openers.subList(i + 1, openers.size())) {
                if (!openers.get(i).effect().displaces(other.effect())) {
                    look(plus(one, other.finding()));
                }
            }
        }
        if (budget.isSpent()) {
            open.forEach(effect -> found.addAll(effect.pointers()));
        }
        return found;
    }

    private void look(List<Finding> known) {
        TentativeDecision tentative = budget.isSpent() ? null : decideOrConflict(known);
        if (tentative != null) {
            look(known, tentative);
        }
    }

    private void look(List<Finding> known, TentativeDecision tentative) {
        addMissing(tentative.limits());
        String core = Core.of(tentative.decision());
        for (OpenEffect one : open) {
            boolean tried = !found.containsAll(one.pointers())
                    && !(tentative.isPlainNo() && one.effect().isTerm())
                    && !budget.isSpent();
            if (tried && changes(plus(known, one.finding()), core)) {
                found.addAll(one.pointers());
            }
        }
    }

    /** Adds the facts that limits lack; those of usage entries once for each way to count them. */
    private void addMissing(@Nullable LimitCheck limits) {
        if (limits != null) {
            found.addAll(limits.missing());
            UsageTotals.Total usage = limits.usage();
            if (usage != null && counted.add(usage)) {
                found.addAll(usage.missing());
            }
        }
    }

    /** Whether the core with these findings differs; findings that contradict each other have no core. */
    private boolean changes(List<Finding> findings, String core) {
        TentativeDecision tentative = decideOrConflict(findings);
        return tentative == null || !Core.of(tentative.decision()).equals(core);
    }

    private @Nullable TentativeDecision decideOrConflict(List<Finding> findings) {
        try {
            return decide(findings);
        } catch (ConflictingTerms e) {
            return null;
        }
    }

    private TentativeDecision decide(List<Finding> findings) {
        budget.spend();
        return decisions.of(findings);
    }
}
