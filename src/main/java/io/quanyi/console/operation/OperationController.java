package io.quanyi.console.operation;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.NoQuery;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.store.Store;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** The state of this replica. It keeps no decisions, so the page says where they are found. */
@ConsoleScreen
class OperationController {

    private final ScreenReleases releases;
    private final Store store;
    private final ConsolePages pages;

    OperationController(ScreenReleases releases, Store store, ConsolePages pages) {
        this.releases = releases;
        this.store = store;
        this.pages = pages;
    }

    /** Shows the state. */
    @GetMapping("/console/operation")
    ResponseEntity<String> operation(HttpServletRequest request) {
        NoQuery.require(request);
        Language language = ConsoleLanguage.of(request);
        String title = new ConsoleTexts(language).of("screen-operation");
        return pages.page(
                PageFrame.of(request, "operation", title, null),
                "operation.html",
                new StatusWords(releases.status(), releases.now(), language).content(store));
    }
}
