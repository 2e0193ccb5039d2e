package io.quanyi.console.history;

import io.quanyi.access.credentials.Role;
import io.quanyi.checks.ReleaseComparison;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.matrix.MatrixDifferences;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Compares two releases of a programme: in words, by the cells of the matrix, by the answers that change, and by files. */
@ConsoleScreen
class CompareController {

    private final ScreenReleases releases;
    private final ReleaseImpacts impacts;
    private final ConsolePages pages;

    CompareController(ScreenReleases releases, ReleaseImpacts impacts, ConsolePages pages) {
        this.releases = releases;
        this.impacts = impacts;
        this.pages = pages;
    }

    /** Shows what differs; by default between the release in force and the one before it. */
    @GetMapping("/console/{programme}/compare")
    ResponseEntity<String> compare(@PathVariable String programme, HttpServletRequest request) {
        CompareQuery query = CompareQuery.of(request);
        Timeline timeline = releases.timeline(programme);
        int from = query.first(timeline, releases.now());
        int to = query.second(timeline, releases.now());
        ProgrammeRelease before = release(timeline, from);
        ProgrammeRelease after = release(timeline, to);
        Language language = ConsoleLanguage.of(request);
        ConsoleTexts texts = new ConsoleTexts(language);
        boolean isPast = timeline.entryInForce(releases.now())
                .filter(entry -> entry.number() == from && to < from)
                .isPresent();
        Map<String, Object> content = new HashMap<>();
        content.put("from", numbers(timeline, from));
        content.put("to", numbers(timeline, to));
        content.put(
                "words",
                DifferenceWords.of(
                        ReleaseComparison.between(before, after),
                        List.of(before.catalogue(), after.catalogue()),
                        language));
        content.put(
                "cells",
                MatrixDifferences.between(
                        before, after, timeline.entry(to).orElseThrow().begin(), language));
        content.put("files", new ReleaseFileChanges(releases.tree(), texts).between(before.id(), after.id()));
        content.put(
                "impact",
                from == to
                        ? List.of()
                        : List.of(impacts.section(ReleasePair.compared(timeline, from, to), query.filter(), request)));
        content.put("restore", isPast ? restore(request, programme, from, to, texts) : List.of());
        PageFrame frame = PageFrame.of(request, "history", texts.of("compare-title", from, to), timeline.programme());
        return pages.page(frame.with("draft-job.js"), "compare.html", content);
    }

    /** The draft that goes back to an earlier release, for those who may begin one. */
    private static List<Map<String, Object>> restore(
            HttpServletRequest request, String programme, int from, int to, ConsoleTexts texts) {
        if (!ConsolePerson.of(request).has(Role.AUTHOR)) {
            return List.of();
        }
        return List.of(Map.of(
                "programme",
                programme,
                "base",
                from,
                "restores",
                to,
                "title",
                texts.of("compare-restore-title", to),
                "meaning",
                texts.of("compare-restore", to),
                "button",
                texts.of("compare-restore-now", to)));
    }

    private static ProgrammeRelease release(Timeline timeline, int number) {
        return timeline.release(number).orElseThrow(() -> ServedReleases.unknownRelease(timeline, number));
    }

    private static List<Map<String, Object>> numbers(Timeline timeline, int chosen) {
        return timeline.entries().stream()
                .map(LedgerEntry::number)
                .map(number -> Map.<String, Object>of("number", number, "chosen", number == chosen))
                .toList();
    }
}
