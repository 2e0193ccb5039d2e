package io.quanyi.console.rule;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clause;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.draft.TextAddress;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenRules;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists the rules of a draft by file, those of which an id, a title or a clause has certain words, and the clauses without one. */
@ConsoleScreen
class RuleListController {

    private final DraftScreens screens;

    RuleListController(DraftScreens screens) {
        this.screens = screens;
    }

    /** Shows the list; {@code words} in the query narrows it. */
    @GetMapping("/console/{programme}/drafts/{draft}/rules")
    ResponseEntity<String> list(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        DraftRules rules = new DraftRules(screen);
        String words =
                Objects.requireNonNullElse(request.getParameter("words"), "").strip();
        List<Map<String, Object>> files = new ArrayList<>();
        rules.files().forEach((name, file) -> {
            List<Map<String, Object>> found = file.rules().stream()
                    .filter(rule -> has(rule, name, words))
                    .map(rule -> line(screen, rule))
                    .toList();
            List<Map<String, Object>> unreadable = words.isEmpty() ? unreadable(screen, name, file) : List.of();
            if (!found.isEmpty() || !unreadable.isEmpty()) {
                files.add(Map.of(
                        "name", name, "service", service(rules, name), "rules", found, "unreadable", unreadable));
            }
        });
        String title = new ConsoleTexts(screen.language()).of("draft-screen-rules");
        return screens.page(
                screen,
                "rules",
                title,
                "rules.html",
                Map.of(
                        "words",
                        words,
                        "files",
                        files,
                        "fresh",
                        screen.address("rules") + "/new",
                        "open",
                        screen.isOpen(),
                        "bare",
                        bare(rules)));
    }

    /** The name of the service that a file is called after; empty for another file. */
    private static String service(DraftRules rules, String file) {
        Catalogue.Service service = rules.catalogue().services().get(file.replaceFirst("\\.drl$", ""));
        return service == null ? "" : service.names().in(rules.screen().language());
    }

    private static boolean has(WrittenRule rule, String file, String words) {
        String all = String.join("\n", rule.clauses()) + "\n" + file + "\n" + rule.drl();
        return all.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> line(DraftScreen screen, WrittenRule rule) {
        return Map.of(
                "id",
                rule.id(),
                "href",
                RuleAddress.of(screen, rule.id()),
                "title",
                title(rule, screen.language()),
                "clauses",
                String.join(" · ", rule.clauses()));
    }

    /** The title in the language of the reader, if the rule has it. */
    static String title(WrittenRule rule, Language language) {
        String translated = rule.translation(language);
        return translated.isEmpty() ? rule.title().plain() : translated;
    }

    private static List<Map<String, Object>> unreadable(DraftScreen screen, String name, WrittenRules file) {
        return file.unreadable().stream()
                .map(line -> Map.<String, Object>of("line", line, "href", TextAddress.of(screen, name, line)))
                .toList();
    }

    /** The clauses that decide and on which no rule rests. */
    private static List<Map<String, Object>> bare(DraftRules rules) {
        Set<String> cited = rules.files().values().stream()
                .flatMap(file -> file.rules().stream())
                .flatMap(rule -> rule.clauses().stream())
                .collect(Collectors.toSet());
        return rules.clauses().all().stream()
                .filter(clause -> clause.decides() && !cited.contains(clause.reference()))
                .map(clause -> bare(rules.screen(), clause))
                .toList();
    }

    private static Map<String, Object> bare(DraftScreen screen, Clause clause) {
        return Map.of(
                "reference",
                clause.reference(),
                "quote",
                clause.quote(),
                "href",
                RuleAddress.fresh(screen, clause.reference()));
    }
}
