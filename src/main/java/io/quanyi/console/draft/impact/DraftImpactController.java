package io.quanyi.console.draft.impact;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.draft.DraftJobView;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.draft.ImpactSentences;
import io.quanyi.console.impact.ImpactFilter;
import io.quanyi.release.draft.DraftReview;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.DraftJobs.Found;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.draft.job.JobTask.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The impact of a draft: the changed answers, in sentences, each to be ticked as intended. */
@ConsoleScreen
@RequestMapping("/console/{programme}/drafts/{draft}/impact")
class DraftImpactController {

    private final DraftScreens screens;
    private final DraftJobs jobs;
    private final DraftReview review;

    DraftImpactController(DraftScreens screens, DraftJobs jobs, DraftReview review) {
        this.screens = screens;
        this.jobs = jobs;
        this.review = review;
    }

    /** Shows the comparison that began last: its progress or the part of its result that the address asks for. */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        Optional<Found> found = jobs.newest(programme, draft, Kind.IMPACT);
        ImpactFilter filter = ImpactFilter.of(request::getParameter);
        Map<String, Object> content = new HashMap<>();
        content.put("open", screen.isOpen());
        content.put("address", screen.address("impact"));
        content.put("begins", DraftJobView.begins(found, screen));
        content.put("job", DraftJobView.section(found, screen, screen.address("impact")));
        content.put(
                "impact",
                found
                        .filter(one -> one.job().status().result() instanceof Compared)
                        .map(one -> (Compared) one.job().status().result())
                        .map(compared -> new ImpactSentences(screen, compared).content(filter))
                        .stream()
                        .toList());
        PageFrame frame = DraftScreens.frame(screen, new ConsoleTexts(screen.language()).of("draft-screen-impact"))
                .with("draft-job.js");
        return screens.page(HttpStatus.OK, frame, screen, "impact", "impact.html", content);
    }

    /** Keeps which sentences are intended. */
    @PostMapping("/intended")
    ResponseEntity<String> intend(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        Set<String> shown = words(form.first("shown"));
        Set<String> ticked = words(String.join(" ", form.all("intended")));
        ticked.addAll(words(form.first("all")));
        Set<String> before = words(form.first("before"));
        Stream.concat(ticked.stream(), before.stream())
                .filter(digest -> !digest.isEmpty() && !shown.contains(digest))
                .forEach(digest -> {
                    throw FormFields.otherChoice("intended", digest);
                });
        Set<String> added = new TreeSet<>(ticked);
        added.removeAll(before);
        added.remove("");
        Set<String> taken = new TreeSet<>(before);
        taken.removeAll(ticked);
        review.intend(programme, draft, shown, added, taken, screen.caller());
        return DraftScreens.see(
                screen.address("impact") + ImpactFilter.of(form::first).query());
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(List.of(text.split(" ", -1)));
    }
}
