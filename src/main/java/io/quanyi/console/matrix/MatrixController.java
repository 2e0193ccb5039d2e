package io.quanyi.console.matrix;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.MomentQuery;
import io.quanyi.console.OtherReleases;
import io.quanyi.console.OtherReleases.Other;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ReleaseLines;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.ScreenReleases.Shown;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The matrix of a release: what each plan has of each service, in words. */
@ConsoleScreen
class MatrixController {

    private final ScreenReleases releases;
    private final OtherReleases others;
    private final ConsolePages pages;

    MatrixController(ScreenReleases releases, OtherReleases others, ConsolePages pages) {
        this.releases = releases;
        this.others = others;
        this.pages = pages;
    }

    /** Shows the matrix; beside another release or a draft, only what differs. */
    @GetMapping("/console/{programme}/matrix")
    ResponseEntity<String> matrix(@PathVariable String programme, HttpServletRequest request) {
        MomentQuery query = MomentQuery.of(request);
        Shown shown = releases.shown(programme, query);
        Language language = ConsoleLanguage.of(request);
        Map<String, Object> content = new HashMap<>(ReleaseLines.of(shown, query, language));
        content.put("others", others.choices(shown.timeline(), query.compared(), language));
        content.putAll(table(shown, query, language));
        content.put("programme", programme);
        content.put("between", between(shown, query));
        String title = new ConsoleTexts(language).of("screen-matrix");
        return pages.page(PageFrame.of(request, "matrix", title, shown.programme()), "matrix.html", content);
    }

    private Map<String, Object> table(Shown shown, MomentQuery query, Language language) {
        CellAddress address = new CellAddress(shown, query);
        if (query.compared().isEmpty()) {
            return new MatrixTable(shown, address, language).content();
        }
        Other other = others.find(shown.timeline(), query.compared(), language);
        return new ComparedMatrix(shown, other, address, language).content();
    }

    /** The two releases whose whole difference another page shows; empty unless two releases are compared. */
    private static String between(Shown shown, MomentQuery query) {
        boolean isRelease =
                !query.compared().isEmpty() && query.compared().chars().allMatch(Character::isDigit);
        return isRelease ? "from=" + shown.release().id().number() + "&to=" + query.compared() : "";
    }
}
