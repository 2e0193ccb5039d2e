package io.quanyi.console.rule;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.draft.TextAddress;
import io.quanyi.console.rule.DraftRules.Located;
import io.quanyi.policy.edit.WrittenInsertion;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenRules;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form of a rule: its sentence with its numbers and ids as inputs, beside the words of the document. */
@ConsoleScreen
class RuleFormController {

    /** Says in the address of a saved rule that its titles are older than its content. */
    private static final String STALE = "title";

    private final DraftScreens screens;
    private final RuleFaults faults;

    RuleFormController(DraftScreens screens, RuleFaults faults) {
        this.screens = screens;
        this.faults = faults;
    }

    /** Shows the form. {@code saved} in the query asks for the faults of the draft as well. */
    @GetMapping("/console/{programme}/drafts/{draft}/rules/{rule}")
    ResponseEntity<String> show(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String rule,
            HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        DraftRules rules = new DraftRules(screen);
        Located located = rules.find(rule);
        Map<String, Object> state =
                request.getParameter("saved") == null ? Map.of("checked", List.of()) : faults.content(screen, located);
        return page(
                HttpStatus.OK,
                rules,
                located,
                located.rule(),
                Map.of("was", located.rules().text(located.rule()), "tag", screen.tag(located.file())),
                state,
                List.of());
    }

    /** Writes the values of the form into the text of the rule, and shows the form again. */
    @PostMapping("/console/{programme}/drafts/{draft}/rules/{rule}")
    ResponseEntity<String> save(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String rule,
            FormFields form,
            HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        DraftRules rules = new DraftRules(screen);
        Located located = rules.find(rule);
        RuleFormReader reader = new RuleFormReader(form, names(rules), rules);
        boolean untouched =
                located.rules().text(located.rule()).replace("\r\n", "\n").equals(form.first("was"));
        WrittenRules seen = untouched ? located.rules() : seen(form);
        WrittenRule was = untouched ? located.rule() : seen.rule(rule).orElse(located.rule());
        WrittenRule is = reader.read(was, screen.programme().source().documentLanguage());
        if (!reader.faults().isEmpty()) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    rules,
                    located,
                    is,
                    Map.of("was", form.first("was"), "tag", form.first("tag")),
                    Map.of("checked", List.of()),
                    reader.faults());
        }
        WrittenRules changed = seen.with(was, is);
        SourceFile file = untouched
                ? changed.file()
                : located.rules()
                        .replacing(located.rule(), changed.text(changed.rules().get(0)))
                        .file();
        String tag = untouched ? screen.tag(located.file()) : form.first("tag");
        return screens.save(
                screen,
                tag,
                List.of(file),
                RuleAddress.of(screen, rule) + "?saved=" + (saysMoreThanItsTitle(was, is) ? STALE : ""));
    }

    /** Removes the rule, and leads to the list of the others. */
    @PostMapping("/console/{programme}/drafts/{draft}/rules/{rule}/remove")
    ResponseEntity<String> remove(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String rule,
            FormFields form,
            HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        Located located = new DraftRules(screen).find(rule);
        SourceFile file = located.rules().without(located.rule()).file();
        return screens.save(screen, form.first("tag"), List.of(file), screen.address("rules"));
    }

    /** Whether a change leaves the titles as they were though the rule says something else. */
    private static boolean saysMoreThanItsTitle(WrittenRule was, WrittenRule is) {
        WrittenRule withoutTitles = was.titled(is.title().plain());
        for (Language language : Language.values()) {
            withoutTitles = withoutTitles.translated(language, is.translation(language));
        }
        return withoutTitles.drl().equals(was.drl())
                && !was.asking(is.patterns()).stating(is.insertions()).drl().equals(was.drl());
    }

    /** Whether an outcome is a time in working hours or days without the window by which they are counted. */
    private static boolean isUncounted(WrittenInsertion outcome) {
        boolean working = outcome.arguments().stream()
                .anyMatch(value -> value.isTime() && value.factory().startsWith("working"));
        return working
                && outcome.arguments().stream()
                        .allMatch(value -> value.isTime() || value.drl().equals("null"));
    }

    /** The rule as the reader of the form saw it, if somebody has changed it since. */
    private static WrittenRules seen(FormFields form) {
        return WrittenRules.of(new SourceFile("seen.drl", form.first("was").getBytes(StandardCharsets.UTF_8)));
    }

    private static RuleNames names(DraftRules rules) {
        return new RuleNames(rules.catalogue(), rules.screen().language());
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            DraftRules rules,
            Located located,
            WrittenRule shown,
            Map<String, Object> hidden,
            Map<String, Object> state,
            List<String> refused) {
        DraftScreen screen = rules.screen();
        Map<String, Object> content = new HashMap<>(new RuleForm(rules, names(rules), located.file(), shown).content());
        content.putAll(hidden);
        content.putAll(state);
        content.put("take", screen.address("cases/take"));
        content.put("back", "rules/" + located.rule().id());
        content.put("seen", screen.view().draft().contentDigest());
        content.put("refused", refused);
        content.put("open", screen.isOpen());
        boolean stale = STALE.equals(screen.request().getParameter("saved"));
        content.put("stale", stale && !rules.isRetitled(shown));
        content.put("staleAgain", stale && rules.isRetitled(shown));
        content.put(
                "opens",
                shown.patterns().stream().anyMatch(line -> line.fact().drl().equals("Opening")));
        content.put("uncounted", shown.insertions().stream().anyMatch(RuleFormController::isUncounted));
        content.put("overview", screen.address(""));
        content.put("address", RuleAddress.of(screen, located.rule().id()));
        content.put("written", located.rules().text(located.rule()));
        content.put(
                "text", TextAddress.of(screen, located.file(), located.rules().line(located.rule())));
        String title = new ConsoleTexts(screen.language())
                .of(
                        "rule-title",
                        RuleListController.title(shown, screen.language()),
                        located.rule().id());
        return screens.page(status, screen, "rules", title, "rule.html", content);
    }
}
