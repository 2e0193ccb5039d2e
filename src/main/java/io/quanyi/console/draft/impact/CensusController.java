package io.quanyi.console.draft.impact;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.impact.CensusForm;
import io.quanyi.console.impact.CensusForm.Begun;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.JobTask;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Counts the customers of an uploaded file beside the sentences of the impact of a draft. */
@ConsoleScreen
@RequestMapping("/console/{programme}/drafts/{draft}/impact/census")
class CensusController {

    private final DraftScreens screens;
    private final DraftJobs jobs;

    CensusController(DraftScreens screens, DraftJobs jobs) {
        this.screens = screens;
        this.jobs = jobs;
    }

    /** Shows the form. */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        return page(HttpStatus.OK, screens.of(request, programme, draft), Begun.NOT_YET);
    }

    /** Begins an impact that counts the customers of the file. */
    @PostMapping
    ResponseEntity<String> count(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        Begun begun = CensusForm.begin(
                form,
                customers ->
                        jobs.begin(programme, draft, JobTask.impact(null, null).counting(customers)));
        return begun.done()
                ? DraftScreens.see(screen.address("impact"))
                : page(HttpStatus.UNPROCESSABLE_CONTENT, screen, begun);
    }

    private ResponseEntity<String> page(HttpStatus status, DraftScreen screen, Begun begun) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        return screens.page(
                status,
                screen,
                "impact",
                texts.of("census-title"),
                "census.html",
                CensusForm.content(
                        begun,
                        status != HttpStatus.OK,
                        screen.timeline()
                                .release(screen.view().draft().base())
                                .orElseThrow()
                                .catalogue(),
                        screen.address("impact"),
                        screen.address("impact/census"),
                        texts));
    }
}
