package io.quanyi.release.web.review;

import io.quanyi.catalogue.Clause;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.release.RuleCases;
import io.quanyi.release.web.review.ClauseList.CitingRule;
import io.quanyi.release.web.review.ClauseList.DocumentClause;
import io.quanyi.text.Language;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Writes the clauses of a release, with the rules that cite them and the cases in which those fire, in one language. */
record ClauseListWriter(ProgrammeRelease release, RuleCases cases, Language language) {

    ClauseList list() {
        return list(clause -> true);
    }

    /** The list of the clauses that a search finds. */
    ClauseList list(ClauseSearch search) {
        return list(clause -> search.finds(clause, citing(clause)));
    }

    private ClauseList list(Predicate<Clause> wanted) {
        return new ClauseList(
                release.id(),
                release.clauses().all().stream()
                        .filter(wanted)
                        .map(this::clause)
                        .toList());
    }

    private List<RuleInfo> citing(Clause clause) {
        return release.policy().rules().stream()
                .filter(rule -> rule.clauses().contains(clause.reference()))
                .sorted(Comparator.comparing(RuleInfo::id))
                .toList();
    }

    private DocumentClause clause(Clause clause) {
        return new DocumentClause(
                clause.reference(),
                clause.number(),
                clause.item(),
                clause.quote(),
                clause.gloss(language),
                clause.decides(),
                new AnswerWords(release, language).reason(clause),
                citing(clause).stream().map(this::rule).toList());
    }

    private CitingRule rule(RuleInfo rule) {
        return new CitingRule(
                rule.id(),
                rule.title().in(language),
                cases.of(release.id(), rule.id()).stream()
                        .map(name -> name.in(language))
                        .toList());
    }
}
