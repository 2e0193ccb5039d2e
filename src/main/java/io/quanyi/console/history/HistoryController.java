package io.quanyi.console.history;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.NoQuery;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.activity.ProgrammeActivity;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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
        Instant now = releases.now();
        List<LedgerEntry> newestFirst = new ArrayList<>(timeline.entries());
        Collections.reverse(newestFirst);
        String title = new ConsoleTexts(language).of("screen-history");
        return pages.page(
                PageFrame.of(request, "history", title, timeline.programme()),
                "history.html",
                Map.of(
                        "releases",
                        newestFirst.stream()
                                .map(entry -> release(timeline, entry, now, language))
                                .toList(),
                        "events",
                        activity.last(programme, MAX_EVENTS, language)));
    }

    private static Map<String, Object> release(Timeline timeline, LedgerEntry entry, Instant now, Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        ZoneId zone = timeline.programme().zone();
        OffsetDateTime from = entry.effectiveFrom();
        Map<String, Object> line = new HashMap<>(wayBack(timeline, entry, now));
        line.putAll(Map.of(
                "programme", timeline.programme().id(),
                "number", entry.number(),
                "from",
                        from == null
                                ? texts.of("from-the-beginning")
                                : new DateTexts(language)
                                        .instant(from.atZoneSameInstant(zone).toOffsetDateTime()),
                "published",
                        new DateTexts(language)
                                .instant(entry.publishedAt()
                                        .atZoneSameInstant(zone)
                                        .toOffsetDateTime()),
                "by", ConsolePerson.called(entry.publishedBy(), texts),
                "note", entry.note() == null ? "" : entry.note().in(language),
                "restores", entry.restores() == null ? "" : texts.of("restores", entry.restores()),
                "versions", texts.of("versions", entry.policy(), entry.catalogue(), entry.calendars()),
                "state", state(timeline, entry, now, texts),
                "compare", compare(timeline, entry, now)));
        return line;
    }

    /** The page that withdraws a release that is still to come, or the one that leads from the release in force back to the one before it. */
    private static Map<String, String> wayBack(Timeline timeline, LedgerEntry entry, Instant now) {
        String pages = "/console/" + timeline.programme().id();
        if (WithdrawController.isScheduled(timeline, entry, now)) {
            return Map.of("withdraw", pages + "/history/" + entry.number() + "/withdraw", "goBack", "");
        }
        String goBack = timeline.entryInForce(now)
                .filter(inForce -> inForce.equals(entry) && inForce.effectiveFrom() != null)
                .flatMap(inForce -> timeline.entryInForce(inForce.from().minusNanos(1)))
                .map(before -> pages + "/compare?from=" + entry.number() + "&to=" + before.number())
                .orElse("");
        return Map.of("withdraw", "", "goBack", goBack);
    }

    /** The page that compares the release: one that is in force with the one before it, any other with the one in force; empty for an only one. */
    private static String compare(Timeline timeline, LedgerEntry entry, Instant now) {
        int number = entry.number();
        int other = timeline.entryInForce(now)
                .map(LedgerEntry::number)
                .filter(inForce -> inForce != number)
                .orElse(number - 1);
        return other == 0 ? "" : "/console/" + timeline.programme().id() + "/compare?from=" + other + "&to=" + number;
    }

    /** Whether the release is in force now, is still to come, was replaced before it began, or is over. */
    private static String state(Timeline timeline, LedgerEntry entry, Instant now, ConsoleTexts texts) {
        if (timeline.entryInForce(now).filter(entry::equals).isPresent()) {
            return texts.of("state-in-force");
        }
        if (entry.from().isAfter(now)) {
            return texts.of(WithdrawController.isScheduled(timeline, entry, now) ? "state-coming" : "state-replaced");
        }
        return texts.of("state-over");
    }
}
