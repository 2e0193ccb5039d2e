package io.quanyi.console.start;

import io.quanyi.catalogue.Programme;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.live.ServingStatus;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** The first screen of the console. */
@ConsoleScreen
class StartController {

    /** The query of the screen: what is searched for. */
    record SearchQuery(@Nullable String q) {}

    private final ScreenReleases releases;
    private final DraftService drafts;
    private final ConsolePages pages;
    private final boolean described;

    /**
     * @param described whether the description of the interface and Swagger UI are served
     */
    StartController(
            ScreenReleases releases,
            DraftService drafts,
            ConsolePages pages,
            @Value("${springdoc.api-docs.enabled:true}") boolean described) {
        this.releases = releases;
        this.drafts = drafts;
        this.pages = pages;
        this.described = described;
    }

    /** Shows all programmes, or the results of a search. */
    @GetMapping("/console")
    ResponseEntity<String> start(HttpServletRequest request) {
        Faults faults = new Faults();
        SearchQuery query = new RecordBinder(faults).bind(QueryTree.of(request, faults), SearchQuery.class);
        if (query == null || !faults.isEmpty()) {
            throw new FaultsFound(faults.sorted());
        }
        Language language = ConsoleLanguage.of(request);
        String sought = Objects.requireNonNullElse(query.q(), "").strip();
        ConsoleTexts texts = new ConsoleTexts(language);
        String title = sought.isEmpty() ? texts.of("start-title") : texts.of("search-title", sought);
        return pages.page(
                PageFrame.of(request, "start", title, null),
                sought.isEmpty() ? "start.html" : "search.html",
                sought.isEmpty() ? overview(language) : found(sought, language));
    }

    private Map<String, Object> found(String sought, Language language) {
        NameSearch search = new NameSearch(sought, language);
        releases.timelines()
                .forEach(timeline -> timeline.inForce(releases.now()).ifPresent(search::add));
        return Map.of("q", sought, "kinds", search.found(), "nothing", search.isEmpty());
    }

    private Map<String, Object> overview(Language language) {
        Instant now = releases.now();
        return Map.of(
                "described",
                described,
                "troubled",
                isTroubled(releases.status()),
                "programmes",
                releases.timelines().stream()
                        .map(timeline -> programme(timeline, now, language))
                        .toList());
    }

    /** Whether the state of the store is refused, a release is broken, or nothing can be published. */
    private static boolean isTroubled(ServingStatus status) {
        return status.refusal() != null || !status.broken().isEmpty() || status.unwritable() != null;
    }

    /** How many drafts of a programme are not published; nothing where there are none, or they cannot be read at present. */
    private List<String> drafts(Programme programme, Language language) {
        try {
            int open = drafts.open(programme.id()).size();
            return open == 0 ? List.of() : List.of(new ConsoleTexts(language).of("open-drafts", open));
        } catch (DraftRefused e) {
            return List.of();
        }
    }

    private Map<String, Object> programme(Timeline timeline, Instant now, Language language) {
        Programme programme = timeline.programme();
        return Map.of(
                "id", programme.id(),
                "name", programme.names().in(language),
                "vendor", programme.vendor().in(language),
                "source", programme.source().title(),
                "drafts", drafts(programme, language),
                "strips", ReleaseStrip.of(timeline.spans(), now),
                "past",
                        timeline.spans().stream()
                                .filter(span -> span.to() != null && !span.to().isAfter(now))
                                .map(span -> release(timeline, span.entry(), language))
                                .toList(),
                "now",
                        timeline.entryInForce(now).map(entry -> release(timeline, entry, language)).stream()
                                .toList(),
                "next",
                        timeline.spans().stream()
                                .filter(span ->
                                        span.from() != null && span.from().isAfter(now))
                                .map(span -> release(timeline, span.entry(), language))
                                .toList());
    }

    private static Map<String, Object> release(Timeline timeline, LedgerEntry entry, Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        LocalDate from = entry.from().equals(Instant.MIN)
                ? null
                : entry.from().atZone(timeline.programme().zone()).toLocalDate();
        return Map.of(
                "number", entry.number(),
                "text",
                        from == null
                                ? texts.of("release-from-the-beginning", entry.number())
                                : texts.of("release-from", entry.number(), new DateTexts(language).day(from)),
                "note", entry.note() == null ? "" : entry.note().in(language));
    }
}
