package io.quanyi.console.draft;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftUpdate;
import io.quanyi.release.draft.DraftUpdate.Updated;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The overview of a draft: its files, its faults, the release that has overtaken it, and the next step. */
@ConsoleScreen
class DraftOverviewController {

    private final DraftScreens screens;
    private final DraftService drafts;
    private final DraftUpdate update;
    private final DraftFaults faults;
    private final PublishChecks checks;

    DraftOverviewController(
            DraftScreens screens, DraftService drafts, DraftUpdate update, DraftFaults faults, PublishChecks checks) {
        this.screens = screens;
        this.drafts = drafts;
        this.update = update;
        this.faults = faults;
        this.checks = checks;
    }

    /** Shows the draft. {@code since} in the query names its earlier base, after it was brought up to date. */
    @GetMapping("/console/{programme}/drafts/{draft}")
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        Map<String, Object> content = new HashMap<>(new DraftOverview(screen).content());
        content.putAll(faults.content(screen));
        boolean tried = screen.isOpen() && !screen.view().content().isEmpty();
        content.put("checks", tried ? checks.ofJobs(screen) : List.of());
        return screens.page(screen, "", new ConsoleTexts(screen.language()).of("draft-screen"), "draft.html", content);
    }

    /** Gives the draft the release that has overtaken it as its base, and leads to the changes since its earlier base. */
    @PostMapping("/console/{programme}/drafts/{draft}/update")
    ResponseEntity<String> update(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        Updated updated = update.update(programme, draft, seen(form), null, screen.caller());
        return DraftScreens.see(screen.address("") + "?since=" + updated.earlier());
    }

    /** Removes the draft, and leads to the others. */
    @PostMapping("/console/{programme}/drafts/{draft}/remove")
    ResponseEntity<String> remove(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        drafts.remove(programme, draft, seen(form), screen.caller());
        return DraftScreens.see("/console/" + screen.programme().id() + "/drafts");
    }

    /** Whether the reader of a form has seen the draft of a revision. */
    static Predicate<String> seen(FormFields form) {
        return form.first("revision")::equals;
    }
}
