package io.quanyi.console.draft;

import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.FormFields;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.JobTask;
import io.quanyi.release.draft.job.JobTask.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Begins, follows and ends the jobs whose results screens of a draft show: its impact, its cases and the mutations of its rules. */
@ConsoleScreen
@RequestMapping("/console/{programme}/drafts/{draft}/{screen:impact|cases|mutations}")
class DraftJobController {

    private final DraftScreens screens;
    private final ConsolePages pages;
    private final DraftJobs jobs;

    DraftJobController(DraftScreens screens, ConsolePages pages, DraftJobs jobs) {
        this.screens = screens;
        this.pages = pages;
        this.jobs = jobs;
    }

    /** How far the job is, as a part of the page. */
    @GetMapping("/progress")
    ResponseEntity<String> progress(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String screen,
            HttpServletRequest request) {
        DraftScreen shown = screens.of(request, programme, draft);
        Kind kind = task(screen).kind();
        return pages.page(
                DraftScreens.frame(shown, ""),
                "job.html",
                Map.of("job", DraftJobView.section(jobs.newest(programme, draft, kind), shown, shown.address(screen))));
    }

    /** Begins a job. */
    @PostMapping
    ResponseEntity<String> begin(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String screen,
            FormFields form,
            HttpServletRequest request) {
        jobs.begin(programme, draft, task(screen));
        return DraftScreens.see(screens.of(request, programme, draft).address(screen));
    }

    /** Ends a job. */
    @PostMapping("/cancel")
    ResponseEntity<String> cancel(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String screen,
            FormFields form,
            HttpServletRequest request) {
        jobs.cancel(programme, draft, form.first("job"));
        return DraftScreens.see(screens.of(request, programme, draft).address(screen));
    }

    private static JobTask task(String screen) {
        return switch (screen) {
            case "cases" -> JobTask.test();
            case "mutations" -> JobTask.mutations();
            default -> JobTask.impact(null, null);
        };
    }
}
