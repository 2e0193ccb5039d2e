package io.quanyi.console.document;

import io.quanyi.access.credentials.Role;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.MomentQuery;
import io.quanyi.console.OtherReleases;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ReleaseLines;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.ScreenReleases.Shown;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The document of a release, clause by clause, with the rules that rest on each. */
@ConsoleScreen
class DocumentController {

    private final ScreenReleases releases;
    private final OtherReleases others;
    private final ConsolePages pages;

    DocumentController(ScreenReleases releases, OtherReleases others, ConsolePages pages) {
        this.releases = releases;
        this.others = others;
        this.pages = pages;
    }

    /** Shows the document; beside another release or a draft, only what differs. */
    @GetMapping("/console/{programme}/document")
    ResponseEntity<String> document(@PathVariable String programme, HttpServletRequest request) {
        MomentQuery query = MomentQuery.of(request);
        Shown shown = releases.shown(programme, query);
        Language language = ConsoleLanguage.of(request);
        Map<String, Object> content = new HashMap<>(ReleaseLines.of(shown, query, language));
        content.put("source", shown.programme().source().title());
        content.put(
                "reference",
                Objects.requireNonNullElse(shown.programme().source().reference(), ""));
        content.put("others", others.choices(shown.timeline(), query.compared(), language));
        content.putAll(clauses(shown, query, request));
        String title = new ConsoleTexts(language).of("screen-document");
        return pages.page(PageFrame.of(request, "document", title, shown.programme()), "document.html", content);
    }

    private Map<String, Object> clauses(Shown shown, MomentQuery query, HttpServletRequest request) {
        Language language = ConsoleLanguage.of(request);
        boolean mayChange = ConsolePerson.of(request).has(Role.AUTHOR);
        return query.compared().isEmpty()
                ? Map.of(
                        "compared",
                        "",
                        "different",
                        List.of(),
                        "clauses",
                        new ClauseView(shown, language, mayChange).clauses())
                : new ComparedDocument(shown, others.find(shown.timeline(), query.compared(), language), language)
                        .content();
    }
}
