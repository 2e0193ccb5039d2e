package io.quanyi.console.rule;

import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.edit.ClauseEdit;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.source.NothingAtPath;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes what rests on a clause of a draft, and leads to its rules. */
@ConsoleScreen
class ClauseFormController {

    private final DraftScreens screens;

    ClauseFormController(DraftScreens screens) {
        this.screens = screens;
    }

    /** Shows the form of the clause that the query names. */
    @GetMapping("/console/{programme}/drafts/{draft}/clauses")
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftRules rules = new DraftRules(screens.of(request, programme, draft));
        Clause clause = clause(rules, Objects.requireNonNullElse(request.getParameter("clause"), ""));
        ClauseForm form = ClauseForm.of(clause, rules.screen().requiredLanguages());
        return page(HttpStatus.OK, rules, clause, form, List.of());
    }

    /** Saves the form. */
    @PostMapping("/console/{programme}/drafts/{draft}/clauses")
    ResponseEntity<String> save(
            @PathVariable String programme, @PathVariable String draft, FormFields fields, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        DraftRules rules = new DraftRules(screen);
        Clause clause = clause(rules, fields.first("clause"));
        ClauseForm form =
                ClauseForm.of(fields, screen.requiredLanguages(), offered(rules).keySet());
        List<String> refused = form.refusals(new ConsoleTexts(screen.language()));
        if (!refused.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, rules, clause, form, refused);
        }
        SourceFile before = screen.view().content().file(Clauses.FILE).orElseThrow();
        SourceFile after = ClauseEdit.of(before, form.applied(clause));
        return screens.save(
                screen,
                fields.first("tag"),
                List.of(after),
                RuleAddress.ofClause(screen, clause.reference()) + "&saved");
    }

    private static Clause clause(DraftRules rules, String reference) {
        Clause clause = rules.clauses().clause(reference);
        if (clause == null) {
            throw new NothingAtPath(
                    "unknown-entry",
                    reference,
                    rules.clauses().all().stream().map(Clause::reference).toList());
        }
        return clause;
    }

    private static Map<String, String> offered(DraftRules rules) {
        return ClauseForm.offered(
                rules.catalogue(),
                new RuleNames(rules.catalogue(), rules.screen().language()));
    }

    private ResponseEntity<String> page(
            HttpStatus status, DraftRules rules, Clause clause, ClauseForm form, List<String> refused) {
        DraftScreen screen = rules.screen();
        Map<String, Object> content = new HashMap<>();
        content.put("address", screen.address("clauses"));
        content.put("overview", screen.address(""));
        content.put("open", screen.isOpen());
        content.put("saved", screen.request().getParameter("saved") != null);
        content.put("refused", refused);
        content.put("tag", screen.tag(Clauses.FILE));
        content.put("reference", clause.reference());
        content.put("quote", clause.quote());
        content.put("gloss", Objects.requireNonNullElse(clause.gloss(screen.language()), ""));
        content.put("fresh", RuleAddress.fresh(screen, clause.reference()));
        content.put("rules", rules(rules, clause));
        content.put("kinds", kinds(form, new ConsoleTexts(screen.language())));
        content.put("entries", entries(offered(rules), form));
        content.put("reasons", reasons(form, screen.requiredLanguages()));
        String title = new ConsoleTexts(screen.language()).of("clause-title", clause.reference());
        return screens.page(status, screen, "rules", title, "clause.html", content);
    }

    private static List<Map<String, Object>> rules(DraftRules rules, Clause clause) {
        return rules.files().values().stream()
                .flatMap(file -> file.rules().stream())
                .filter(rule -> rule.clauses().contains(clause.reference()))
                .map(rule -> Map.<String, Object>of(
                        "id",
                        rule.id(),
                        "href",
                        RuleAddress.of(rules.screen(), rule.id()),
                        "title",
                        RuleListController.title(rule, rules.screen().language())))
                .toList();
    }

    private static List<Map<String, Object>> kinds(ClauseForm form, ConsoleTexts texts) {
        return ClauseForm.KINDS.stream()
                .map(kind -> Map.<String, Object>of(
                        "id", kind, "name", texts.of("clause-kind-" + kind), "chosen", kind.equals(form.kind())))
                .toList();
    }

    private static List<Map<String, Object>> entries(Map<String, String> offered, ClauseForm form) {
        return offered.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "id",
                        entry.getKey(),
                        "name",
                        entry.getValue(),
                        "chosen",
                        form.entries().contains(entry.getKey())))
                .toList();
    }

    private static List<Map<String, Object>> reasons(ClauseForm form, Set<Language> languages) {
        return languages.stream()
                .map(language -> Map.<String, Object>of(
                        "tag",
                        language.tag(),
                        "language",
                        new ConsoleTexts(language).of("this-language"),
                        "reason",
                        Objects.requireNonNullElse(form.reasons().get(language), "")))
                .toList();
    }
}
