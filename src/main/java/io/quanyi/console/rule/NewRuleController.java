package io.quanyi.console.rule;

import io.quanyi.catalogue.Clause;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenRules;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes a new rule from a clause: its words are the first title, and its place in the document that in the file. */
@ConsoleScreen
class NewRuleController {

    private final DraftScreens screens;
    private final LiveReleases releases;

    NewRuleController(DraftScreens screens, LiveReleases releases) {
        this.screens = screens;
        this.releases = releases;
    }

    /** Asks for the clause that the rule rests on, then for its service and its outcome. */
    @GetMapping("/console/{programme}/drafts/{draft}/rules/new")
    ResponseEntity<String> ask(@PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftRules rules = new DraftRules(screens.of(request, programme, draft));
        String reference = Objects.requireNonNullElse(request.getParameter("clause"), "");
        NewRule rule = new NewRule(rules);
        return page(HttpStatus.OK, rules, rule.suggested(rules.clauses().clause(reference)), List.of());
    }

    /** Adds the rule, and leads to its form. */
    @PostMapping("/console/{programme}/drafts/{draft}/rules/new")
    ResponseEntity<String> add(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        DraftRules rules = new DraftRules(screen);
        NewRule fresh = new NewRule(rules);
        NewRule.Wish wish = NewRule.Wish.of(form);
        List<String> refused = fresh.refusals(wish);
        if (!refused.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, rules, wish, refused);
        }
        String name = wish.target();
        WrittenRules before = rules.fileOrFresh(name);
        String text = rules.has(name) ? new String(before.file().bytes(), StandardCharsets.UTF_8) : "";
        WrittenRule rule = fresh.of(wish, new RuleIds(tree(rules), programme).next(text, wish.service()));
        List<String> order =
                rules.clauses().all().stream().map(Clause::reference).toList();
        SourceFile file = before.adding(rule, order).file();
        return screens.save(screen, screen.tag(name), List.of(file), RuleAddress.of(screen, rule.id()) + "?saved");
    }

    /** All rules that were ever published, and those of the draft: an id is used once. */
    private SourceTree tree(DraftRules rules) {
        String folder = rules.screen().programme().id() + "/policy/"
                + rules.screen().view().draft().id() + "/";
        List<SourceFile> own = rules.files().values().stream()
                .map(WrittenRules::file)
                .map(file -> new SourceFile(folder + file.path(), file.bytes()))
                .toList();
        return releases.current().snapshot().tree().with(own);
    }

    private ResponseEntity<String> page(HttpStatus status, DraftRules rules, NewRule.Wish wish, List<String> refused) {
        DraftScreen screen = rules.screen();
        @Nullable Clause clause = rules.clauses().clause(wish.clause());
        RuleNames names = new RuleNames(rules.catalogue(), screen.language());
        NewRule fresh = new NewRule(rules);
        Map<String, Object> content = new HashMap<>();
        content.put("address", screen.address("rules") + "/new");
        content.put("open", screen.isOpen());
        content.put("refused", refused);
        content.putAll(
                RuleForm.titleLabels(names.texts(), screen.programme().source().documentLanguage()));
        content.put("title", wish.title());
        content.put("translation", wish.translation());
        content.put("clauses", ValueInput.options(fresh.clauseNames(), wish.clause(), true));
        content.put("services", ValueInput.options(fresh.services(names), wish.service(), true));
        content.put("plans", ValueInput.options(fresh.plans(names), wish.plan(), true));
        content.put("files", ValueInput.options(fresh.files(), wish.file(), false));
        content.put("newFile", wish.newFile());
        content.put("kinds", ValueInput.options(outcomes(names), wish.outcome(), true));
        content.put(
                "quotes",
                clause == null
                        ? List.of()
                        : List.of(Map.of(
                                "reference",
                                clause.reference(),
                                "quote",
                                clause.quote(),
                                "gloss",
                                Objects.requireNonNullElse(clause.gloss(screen.language()), ""))));
        String title = new ConsoleTexts(screen.language()).of("rule-new");
        return screens.page(status, screen, "rules", title, "rule-new.html", content);
    }

    private static Map<String, String> outcomes(RuleNames names) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        RuleChoices.outcomes().stream()
                .filter(outcome -> !outcome.equals("Plan"))
                .forEach(outcome -> outcomes.put(outcome, names.outcome(outcome)));
        return outcomes;
    }
}
