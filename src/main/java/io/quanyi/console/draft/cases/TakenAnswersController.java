package io.quanyi.console.draft.cases;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseFileEdit;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.FormFields;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.JobTask;
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

/** Makes cases that fail expect the answers of the draft, where an author says that these are intended, and runs the cases again. */
@ConsoleScreen
class TakenAnswersController {

    private final DraftScreens screens;
    private final DraftCaseRuns runs;
    private final DraftJobs jobs;

    TakenAnswersController(DraftScreens screens, DraftCaseRuns runs, DraftJobs jobs) {
        this.screens = screens;
        this.runs = runs;
        this.jobs = jobs;
    }

    /**
     * Changes the marked cases, or all that were shown, each by its file and line. If the draft has changed since they were shown, nothing is changed: the answers
     * may be others.
     */
    @PostMapping("/console/{programme}/drafts/{draft}/cases/take")
    ResponseEntity<String> take(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String back = screen.address(back(form.first("back")));
        List<String> places = form.all(form.isTicked("all", "yes") ? "shown" : "case");
        if (!screen.view().draft().contentDigest().equals(form.first("seen")) || places.isEmpty()) {
            return DraftScreens.see(back);
        }
        DraftCaseRuns.Run cases = runs.of(screen);
        Map<String, SourceFile> changed = new TreeMap<>();
        for (String place : places) {
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
        ResponseEntity<String> saved = screens.save(
                screen, screen.tag(changed.keySet().toArray(String[]::new)), List.copyOf(changed.values()), back);
        if (saved.getStatusCode() == HttpStatus.SEE_OTHER) {
            runAgain(programme, draft);
        }
        return saved;
    }

    /** Runs all cases, so that the page shows the draft as it is. Where too many jobs wait, the author begins the run later. */
    private void runAgain(String programme, String draft) {
        try {
            jobs.begin(programme, draft, JobTask.test());
        } catch (DraftRefused e) {
            if (e.reason() != Reason.BUSY) {
                throw e;
            }
        }
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
