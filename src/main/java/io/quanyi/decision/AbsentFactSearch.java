package io.quanyi.decision;

import static io.quanyi.decision.AnswerDrafts.known;
import static io.quanyi.decision.AnswerDrafts.plus;

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
 * Finds the absent facts that the core of a decision may depend on: those for which a finding that rests on them changes the core,
 * beside what is known or beside what might bring it to light; and what the limits lack that then apply.
 *
 * <p>What is known is looked at alone, and beside one or two findings that rest on absent facts and may turn a plain no into more. A
 * term is not seen beside a no, and the limit of a single use only beside a quota; no third finding is ever needed to see a fourth.
 *
 * <p>Findings of equal {@link CoreEffect} are tried once. When the budget of drafts is spent the search ends, and
 * every absent fact that a finding rests on is one that the core may depend on.
 */
final class AbsentFactSearch {

    private final AnswerDrafts drafts;
    private final DraftBudget budget;
    private final List<Finding> definite;
    private final List<OpenEffect> open;
    private final Set<String> found = new TreeSet<>();
    private final Set<UsageTotal> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * An effect of findings that rest on absent facts.
     *
     * @param finding one of them, with the fact known
     * @param pointers the absent facts
     */
    private record OpenEffect(CoreEffect effect, Finding finding, Set<String> pointers) {}

    /**
     * @param drafts makes drafts of what is known
     * @param definite what is known
     * @param unknown the findings that rest on absent facts
     * @param budget how many drafts may be made
     */
    AbsentFactSearch(AnswerDrafts drafts, List<Finding> definite, List<Finding> unknown, DraftBudget budget) {
        this.drafts = drafts;
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

    /** An answer lists every charge, however often it is stated; anything else is seen once. */
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

    /** How large the search is at most. */
    SearchSize size() {
        return SearchSize.of(open.stream().map(OpenEffect::effect).toList());
    }

    /**
     * The pointers of the facts, sorted.
     *
     * @throws ConflictingTerms if what is known cannot stand beside each other
     */
    Set<String> pointers() {
        look(definite, draft(definite));
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
        AnswerDraft draft = budget.isSpent() ? null : draftOrConflict(known);
        if (draft != null) {
            look(known, draft);
        }
    }

    private void look(List<Finding> known, AnswerDraft draft) {
        addMissing(draft.limits());
        String core = Core.of(draft.decision());
        for (OpenEffect one : open) {
            boolean tried = !found.containsAll(one.pointers())
                    && !(draft.isPlainNo() && one.effect().isTerm())
                    && !budget.isSpent();
            if (tried && changes(plus(known, one.finding()), core)) {
                found.addAll(one.pointers());
            }
        }
    }

    /** What usage entries lack is added once for each way to count them. */
    private void addMissing(@Nullable Limits limits) {
        if (limits != null) {
            found.addAll(limits.missing());
            UsageTotal usage = limits.usage();
            if (usage != null && counted.add(usage)) {
                found.addAll(usage.missing());
            }
        }
    }

    /** Two terms that would stand against each other are no core but a difference. */
    private boolean changes(List<Finding> findings, String core) {
        AnswerDraft draft = draftOrConflict(findings);
        return draft == null || !Core.of(draft.decision()).equals(core);
    }

    private @Nullable AnswerDraft draftOrConflict(List<Finding> findings) {
        try {
            return draft(findings);
        } catch (ConflictingTerms e) {
            return null;
        }
    }

    private AnswerDraft draft(List<Finding> findings) {
        budget.spend();
        return drafts.of(findings);
    }
}
