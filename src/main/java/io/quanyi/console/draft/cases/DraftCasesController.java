package io.quanyi.console.draft.cases;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.PageFrame;
import io.quanyi.console.draft.DraftJobView;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.DraftJobs.Found;
import io.quanyi.release.draft.job.JobResult.Tested;
import io.quanyi.release.draft.job.JobTask.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The screen of the cases of a draft: the failing cases, each with the expected and the actual answer, and the rules and entries without a case. */
@ConsoleScreen
class DraftCasesController {

    /** The most differences that are listed: enough to mend at a time. */
    private static final int MAX_CASES = 100;

    private final DraftScreens screens;
    private final DraftJobs jobs;
    private final UntriedItems untried;

    DraftCasesController(DraftScreens screens, DraftJobs jobs, UntriedItems untried) {
        this.screens = screens;
        this.jobs = jobs;
        this.untried = untried;
    }

    /** Shows the run that began last: its progress or its result; and the gaps of the cases, if the address asks for them. */
    @GetMapping("/console/{programme}/drafts/{draft}/cases")
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        Optional<Found> found = jobs.newest(programme, draft, Kind.TEST);
        boolean wanted = request.getParameter("untried") != null;
        Map<String, Object> content = new HashMap<>();
        content.put("open", screen.isOpen());
        content.put("address", screen.address("cases"));
        content.put("overview", screen.address(""));
        content.put("mutations", screen.address("mutations"));
        content.put("begins", DraftJobView.begins(found, screen));
        content.put("job", DraftJobView.section(found, screen, screen.address("cases")));
        content.put(
                "tested",
                found.flatMap(one -> Optional.ofNullable(one.job().status().result())).stream()
                        .map(result -> tested(screen, (Tested) result))
                        .toList());
        content.put("take", screen.address("cases/take"));
        content.put("back", "cases");
        content.put("seen", found.map(one -> one.job().draft().contentDigest()).orElse(""));
        content.put("untried", wanted ? List.of(untried.of(screen)) : List.of());
        PageFrame frame = DraftScreens.frame(screen, new ConsoleTexts(screen.language()).of("draft-screen-cases"))
                .with("draft-job.js");
        return screens.page(HttpStatus.OK, frame, screen, "cases", "cases.html", content);
    }

    private static Map<String, Object> tested(DraftScreen screen, Tested tested) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        int more = tested.failed() - MAX_CASES;
        return Map.of(
                "passes",
                tested.failed() == 0,
                "text",
                tested.failed() == 0
                        ? texts.of("check-cases-pass", tested.cases())
                        : texts.of("check-cases-fail", tested.failed(), tested.cases()),
                "failures",
                tested.differences().stream()
                        .limit(MAX_CASES)
                        .map(differences -> FailedCase.of(screen, differences))
                        .toList(),
                "more",
                more > 0 ? texts.of("draft-more-faults", more) : "",
                "changed",
                tested.changed().stream()
                        .limit(MAX_CASES)
                        .map(fault -> fault.message(screen.language()))
                        .toList());
    }
}
