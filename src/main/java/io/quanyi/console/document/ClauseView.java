package io.quanyi.console.document;

import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Reading;
import io.quanyi.console.PageAnchors;
import io.quanyi.console.ScreenReleases.Shown;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.text.Language;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the clauses of a release for its page: the words, and beside them the rules, the readings and the cases, or why no rule rests on it. */
final class ClauseView {

    private final Shown shown;
    private final Language language;
    private final boolean mayChange;
    private final List<RuleInfo> rules;
    private final AnswerWords words;

    /** @param mayChange whether the reader may begin drafts */
    ClauseView(Shown shown, Language language, boolean mayChange) {
        this.shown = shown;
        this.language = language;
        this.mayChange = mayChange;
        this.rules = shown.release().policy().rules().stream()
                .sorted(Comparator.comparing(RuleInfo::id))
                .toList();
        this.words = new AnswerWords(shown.release(), language);
    }

    /** The clauses, in the order of the document. */
    List<Map<String, Object>> clauses() {
        return shown.release().clauses().all().stream().map(this::clause).toList();
    }

    private Map<String, Object> clause(Clause clause) {
        Map<String, Object> all = new HashMap<>();
        all.put("anchor", PageAnchors.clause(clause.reference()));
        all.put("reference", clause.reference());
        all.put("quote", clause.quote());
        all.put(
                "quoteLanguage",
                shown.release().programme().source().documentLanguage().tag());
        all.put("gloss", Objects.requireNonNullElse(clause.gloss(language), ""));
        all.put(
                "change",
                mayChange ? ClauseDraftController.address(shown.programme().id(), clause) : "");
        all.put("reason", Objects.requireNonNullElse(words.reason(clause), ""));
        all.put(
                "rules",
                rules.stream()
                        .filter(rule -> rule.clauses().contains(clause.reference()))
                        .map(rule -> rule(clause, rule))
                        .toList());
        return all;
    }

    /** A rule; the first clause that it cites has its anchor. */
    private Map<String, Object> rule(Clause clause, RuleInfo rule) {
        List<String> cases = shown.cases().of(shown.release().id(), rule.id()).stream()
                .map(name -> name.in(language))
                .toList();
        return Map.of(
                "id", rule.id(),
                "anchor", rule.clauses().indexOf(clause.reference()) == 0 ? rule.id() : "",
                "title", rule.title().in(language),
                "revise",
                        mayChange
                                ? ClauseDraftController.address(
                                        shown.programme().id(), clause, rule.id())
                                : "",
                "text", shown.release().policy().text(rule.id()),
                "cases", cases,
                "count", cases.size(),
                "untried", cases.isEmpty(),
                "readings", rule.readings().stream().map(this::reading).toList());
    }

    private Map<String, Object> reading(String id) {
        Reading reading = shown.release().readings().reading(id);
        return Map.of("id", id, "text", reading == null ? "" : reading.text().in(language));
    }
}
