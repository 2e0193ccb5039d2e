package io.quanyi.console.history;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.impact.CensusForm;
import io.quanyi.console.impact.CensusForm.Begun;
import io.quanyi.release.Timeline;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Begins, follows and ends the jobs that find the impact between two releases: those that a person compares, or that a withdrawal exchanges. */
@ConsoleScreen
class ReleaseImpactController {

    private static final String COMPARED = "/console/{programme}/compare/{from:[0-9]{1,9}}/{to:[0-9]{1,9}}/impact";
    private static final String WITHDRAWN = "/console/{programme}/history/{release}/withdraw/impact";

    private final ScreenReleases releases;
    private final ReleaseImpacts impacts;
    private final ConsolePages pages;

    ReleaseImpactController(ScreenReleases releases, ReleaseImpacts impacts, ConsolePages pages) {
        this.releases = releases;
        this.impacts = impacts;
        this.pages = pages;
    }

    /** Leads to the page that shows the impact. */
    @GetMapping({COMPARED, WITHDRAWN})
    ResponseEntity<String> show(@PathVariable Map<String, String> path) {
        return see(pair(path).page());
    }

    /** How far the job is, as a part of the page. */
    @GetMapping({COMPARED + "/progress", WITHDRAWN + "/progress"})
    ResponseEntity<String> progress(@PathVariable Map<String, String> path, HttpServletRequest request) {
        ReleasePair pair = pair(path);
        return pages.page(
                PageFrame.of(request, "history", "", pair.timeline().programme()),
                "job.html",
                Map.of("job", impacts.job(pair, ConsoleLanguage.of(request))));
    }

    /** Begins the job. */
    @PostMapping({COMPARED, WITHDRAWN})
    ResponseEntity<String> begin(@PathVariable Map<String, String> path, FormFields form) {
        ReleasePair pair = pair(path);
        impacts.begin(pair, null);
        return see(pair.page());
    }

    /** Ends the job. */
    @PostMapping({COMPARED + "/cancel", WITHDRAWN + "/cancel"})
    ResponseEntity<String> cancel(@PathVariable Map<String, String> path, FormFields form) {
        ReleasePair pair = pair(path);
        impacts.cancel(pair, form.first("job"));
        return see(pair.page());
    }

    /** Shows the form with the customers to count. */
    @GetMapping({COMPARED + "/census", WITHDRAWN + "/census"})
    ResponseEntity<String> census(@PathVariable Map<String, String> path, HttpServletRequest request) {
        return census(HttpStatus.OK, pair(path), Begun.NOT_YET, request);
    }

    /** Begins a job that counts the customers of a file. */
    @PostMapping({COMPARED + "/census", WITHDRAWN + "/census"})
    ResponseEntity<String> count(@PathVariable Map<String, String> path, FormFields form, HttpServletRequest request) {
        ReleasePair pair = pair(path);
        Begun begun = CensusForm.begin(form, customers -> impacts.begin(pair, customers));
        return begun.done() ? see(pair.page()) : census(HttpStatus.UNPROCESSABLE_CONTENT, pair, begun, request);
    }

    private ResponseEntity<String> census(
            HttpStatus status, ReleasePair pair, Begun begun, HttpServletRequest request) {
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        return pages.page(
                status,
                PageFrame.of(
                        request,
                        "history",
                        texts.of("census-title"),
                        pair.timeline().programme()),
                "census.html",
                CensusForm.content(
                        begun,
                        status != HttpStatus.OK,
                        pair.timeline().load(pair.after()).catalogue(),
                        pair.page(),
                        pair.address() + "/census",
                        texts));
    }

    /** The releases of an address; a withdrawal exchanges the withdrawn one for the one before it. */
    private ReleasePair pair(Map<String, String> path) {
        Timeline timeline = releases.timeline(path.getOrDefault("programme", ""));
        String withdrawn = path.get("release");
        return withdrawn == null
                ? ReleasePair.compared(timeline, number(path, "from"), number(path, "to"))
                : ScheduledRelease.of(timeline, withdrawn, releases.now()).exchange();
    }

    private static int number(Map<String, String> path, String name) {
        return Integer.parseInt(path.getOrDefault(name, ""));
    }

    private static ResponseEntity<String> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
