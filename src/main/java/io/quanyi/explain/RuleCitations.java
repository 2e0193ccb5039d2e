package io.quanyi.explain;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clause;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.explain.ExplanationReport.ExplainedRule;
import io.quanyi.explain.ExplanationReport.QuotedClause;
import io.quanyi.explain.ExplanationReport.ReadingLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cites rules with the original words of their clauses and with their readings. */
record RuleCitations(ExplanationWords wording) {

    /** The citation of a rule; null if there is no rule. */
    @Nullable ExplainedRule of(@Nullable RuleInfo rule) {
        return rule == null ? null : ofRule(rule);
    }

    /** The citation of the rule with an id; null if there is none. */
    @Nullable ExplainedRule ofId(@Nullable String id) {
        return wording.release().policy().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(this::ofRule)
                .orElse(null);
    }

    ExplainedRule ofRule(RuleInfo rule) {
        return new ExplainedRule(
                rule.id(),
                rule.title().in(wording.language()),
                rule.clauses().stream().map(this::clause).toList(),
                readings(rule.readings()));
    }

    /** The readings on which the definition of a window rests. */
    List<ReadingLine> ofWindow(@Nullable String id) {
        Catalogue.OpeningHours hours =
                id == null ? null : wording.catalogue().windows().get(id);
        return hours == null ? List.of() : readings(hours.readings());
    }

    private List<ReadingLine> readings(List<String> ids) {
        return ids.stream()
                .map(id -> new ReadingLine(id, wording.words().reading(id)))
                .toList();
    }

    private QuotedClause clause(String reference) {
        Clause clause = wording.release().clauses().clause(reference);
        return clause == null
                ? new QuotedClause(reference, "", null)
                : new QuotedClause(reference, clause.quote(), clause.gloss(wording.language()));
    }
}
