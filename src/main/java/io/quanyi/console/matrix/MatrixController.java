package io.quanyi.console.matrix;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.MomentQuery;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ReleaseLines;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.ScreenReleases.Shown;
import io.quanyi.release.LedgerEntry;
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
    private final ConsolePages pages;

    MatrixController(ScreenReleases releases, ConsolePages pages) {
        this.releases = releases;
        this.pages = pages;
    }

    /** Shows the matrix. */
    @GetMapping("/console/{programme}/matrix")
    ResponseEntity<String> matrix(@PathVariable String programme, HttpServletRequest request) {
        MomentQuery query = MomentQuery.of(request);
        Shown shown = releases.shown(programme, query);
        Language language = ConsoleLanguage.of(request);
        Map<String, Object> content = new HashMap<>(ReleaseLines.of(shown, query, language));
        content.putAll(new MatrixTable(shown.release(), language).content(shown.at()));
        int number = shown.release().id().number();
        content.put("programme", programme);
        content.put("number", number);
        content.put(
                "others",
                shown.timeline().entries().stream()
                        .map(LedgerEntry::number)
                        .filter(other -> other != number)
                        .toList());
        String title = new ConsoleTexts(language).of("screen-matrix");
        return pages.page(PageFrame.of(request, "matrix", title, shown.programme()), "matrix.html", content);
    }
}
