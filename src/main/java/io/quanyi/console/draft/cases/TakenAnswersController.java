package io.quanyi.console.draft.cases;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseFileEdit;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.FormFields;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.source.SourceFile;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Makes cases that fail expect the answers of the draft, where an author says that these are intended. */
@ConsoleScreen
class TakenAnswersController {

    private final DraftScreens screens;
    private final DraftCaseRuns runs;

    TakenAnswersController(DraftScreens screens, DraftCaseRuns runs) {
        this.screens = screens;
        this.runs = runs;
    }

    /**
     * Changes the marked cases, each by its file and line. If the draft has changed since they were shown, nothing is changed: the answers
     * may be others.
     */
    @PostMapping("/console/{programme}/drafts/{draft}/cases/take")
    ResponseEntity<String> take(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String back = screen.address(back(form.first("back")));
        if (!screen.view().draft().contentDigest().equals(form.first("seen"))
                || form.all("case").isEmpty()) {
            return DraftScreens.see(back);
        }
        DraftCaseRuns.Run cases = runs.of(screen);
        Map<String, SourceFile> changed = new TreeMap<>();
        for (String place : form.all("case")) {
            String name = place.substring(0, Math.max(0, place.lastIndexOf(':')));
            SourceFile file = screen.view().content().file(name).orElseThrow(TakenAnswersController::unknown);
            Case asked = asked(cases, name, place.substring(name.length()));
            changed.put(
                    name,
                    CaseFileEdit.taking(
                            changed.getOrDefault(name, file),
                            asked,
                            cases.run().answer(asked),
                            cases.run().fired(asked)));
        }
        return screens.save(
                screen, screen.tag(changed.keySet().toArray(String[]::new)), List.copyOf(changed.values()), back);
    }

    /** The page to go back to: the cases, or the form of a rule. */
    private static String back(String wanted) {
        return wanted.matches("rules/[A-Za-z0-9-]{1,100}") ? wanted + "?saved" : "cases";
    }

    private static Case asked(DraftCaseRuns.Run cases, String name, String line) {
        return cases.files().stream()
                .filter(file -> file.path().endsWith("/" + name))
                .flatMap((CaseFile file) -> file.cases().stream())
                .filter(one -> line.equals(":" + one.position().line()))
                .findFirst()
                .orElseThrow(TakenAnswersController::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
