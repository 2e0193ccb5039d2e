package io.quanyi.console.document;

import io.quanyi.access.audit.Caller;
import io.quanyi.catalogue.Clause;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.NewDraft;
import io.quanyi.source.NothingAtPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriUtils;

/** Leads from a clause of the document to its form in a draft: one that there is, or a new one. */
@ConsoleScreen
class ClauseDraftController {

    private static final String ADDRESS = "/console/{programme}/document/change";

    private final ScreenReleases releases;
    private final DraftService drafts;
    private final ConsolePages pages;

    ClauseDraftController(ScreenReleases releases, DraftService drafts, ConsolePages pages) {
        this.releases = releases;
        this.drafts = drafts;
        this.pages = pages;
    }

    /** Offers the open drafts, and a new one. */
    @GetMapping(ADDRESS)
    ResponseEntity<String> choose(@PathVariable String programme, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        Clause clause = clause(timeline, Objects.requireNonNullElse(request.getParameter("clause"), ""));
        String rule = rule(timeline, clause, Objects.requireNonNullElse(request.getParameter("rule"), ""));
        List<Map<String, String>> open = drafts.open(programme).stream()
                .map(draft -> Map.of("name", draft.title(), "href", form(programme, draft.id(), clause, rule)))
                .toList();
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        String title = texts.of("clause-change-title", clause.reference());
        Map<String, Object> content = Map.of(
                "programme",
                programme,
                "reference",
                clause.reference(),
                "rule",
                rule,
                "quote",
                clause.quote(),
                "quoteLanguage",
                timeline.programme().source().documentLanguage().tag(),
                "open",
                open);
        return pages.page(
                PageFrame.of(request, "document", title, timeline.programme()), "clause-change.html", content);
    }

    /** Begins a draft that is called after the clause, and leads to the form. */
    @PostMapping(ADDRESS)
    ResponseEntity<String> begin(@PathVariable String programme, FormFields fields, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        Clause clause = clause(timeline, fields.first("clause"));
        String rule = rule(timeline, clause, fields.first("rule"));
        String title = new ConsoleTexts(ConsoleLanguage.of(request)).of("clause-title", clause.reference());
        NewDraft wish = new NewDraft(programme, title, null, null, null);
        String draft = drafts.begin(wish, Caller.of(request).principal())
                .view()
                .draft()
                .id();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(form(programme, draft, clause, rule)))
                .build();
    }

    private Clause clause(Timeline timeline, String reference) {
        var clauses = releases.present(timeline, releases.now()).clauses();
        Clause clause = clauses.clause(reference);
        if (clause == null) {
            throw new NothingAtPath(
                    "unknown-entry",
                    reference,
                    clauses.all().stream().map(Clause::reference).toList());
        }
        return clause;
    }

    /** A rule that rests on a clause; empty for the clause itself. */
    private String rule(Timeline timeline, Clause clause, String id) {
        List<String> resting = releases.present(timeline, releases.now()).policy().rules().stream()
                .filter(rule -> rule.clauses().contains(clause.reference()))
                .map(RuleInfo::id)
                .toList();
        if (!id.isEmpty() && !resting.contains(id)) {
            throw new NothingAtPath("unknown-entry", id, resting);
        }
        return id;
    }

    /** The address of this page for a clause. */
    static String address(String programme, Clause clause) {
        return "/console/" + programme + "/document/change?clause=" + encoded(clause.reference());
    }

    /** The address of this page for a rule that rests on a clause. */
    static String address(String programme, Clause clause, String rule) {
        return address(programme, clause) + "&rule=" + encoded(rule);
    }

    private static String form(String programme, String draft, Clause clause, String rule) {
        String pages = "/console/" + programme + "/drafts/" + draft;
        return rule.isEmpty()
                ? pages + "/clauses?clause=" + encoded(clause.reference())
                : pages + "/rules/" + encoded(rule);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
