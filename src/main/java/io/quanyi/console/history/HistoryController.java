package io.quanyi.console.history;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.NoQuery;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.activity.ProgrammeActivity;
import io.quanyi.release.Timeline;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The releases of a programme over time. */
@ConsoleScreen
class HistoryController {

    /** The most events that are listed. */
    private static final int MAX_EVENTS = 50;

    private final ScreenReleases releases;
    private final ProgrammeActivity activity;
    private final ConsolePages pages;

    HistoryController(ScreenReleases releases, ProgrammeActivity activity, ConsolePages pages) {
        this.activity = activity;
        this.releases = releases;
        this.pages = pages;
    }

    /** Shows the releases, the newest first. */
    @GetMapping("/console/{programme}/history")
    ResponseEntity<String> history(@PathVariable String programme, HttpServletRequest request) {
        NoQuery.require(request);
        Timeline timeline = releases.timeline(programme);
        Language language = ConsoleLanguage.of(request);
        HistoryLines lines = new HistoryLines(timeline, releases.now(), new ConsoleTexts(language));
        String title = new ConsoleTexts(language).of("screen-history");
        return pages.page(
                PageFrame.of(request, "history", title, timeline.programme()),
                "history.html",
                Map.of(
                        "present",
                        lines.present(),
                        "releases",
                        lines.newestFirst(),
                        "events",
                        activity.last(programme, MAX_EVENTS, language)));
    }
}
