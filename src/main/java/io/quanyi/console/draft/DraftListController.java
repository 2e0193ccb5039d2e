package io.quanyi.console.draft;

import io.quanyi.access.audit.Caller;
import io.quanyi.access.credentials.Role;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.NewDraft;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lists the drafts of a programme, and begins new ones. */
@ConsoleScreen
class DraftListController {

    /** The most characters of a title. */
    static final int MAX_TITLE = 120;

    private final DraftService drafts;
    private final ScreenReleases releases;
    private final ConsolePages pages;

    DraftListController(DraftService drafts, ScreenReleases releases, ConsolePages pages) {
        this.drafts = drafts;
        this.releases = releases;
        this.pages = pages;
    }

    /** Lists the drafts, the one that was changed last first. */
    @GetMapping("/console/{programme}/drafts")
    ResponseEntity<String> list(@PathVariable String programme, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        Language language = ConsoleLanguage.of(request);
        ConsoleTexts texts = new ConsoleTexts(language);
        boolean author = ConsolePerson.of(request).has(Role.AUTHOR);
        DraftLines lines = new DraftLines(timeline.programme(), language);
        List<LedgerEntry> newestFirst = new ArrayList<>(timeline.entries());
        Collections.reverse(newestFirst);
        return pages.page(
                PageFrame.of(request, "drafts", texts.of("screen-drafts"), timeline.programme()),
                "drafts.html",
                Map.of(
                        "drafts",
                        drafts.all(programme).stream().map(lines::of).toList(),
                        "releases",
                        newestFirst.stream().map(LedgerEntry::number).toList(),
                        "maxTitle",
                        MAX_TITLE,
                        "lacking",
                        author ? "" : texts.of("denied-forbidden-detail", texts.of("role-author"))));
    }

    /** Begins a draft, and leads to it. */
    @PostMapping("/console/{programme}/drafts")
    ResponseEntity<String> begin(@PathVariable String programme, FormFields form, HttpServletRequest request) {
        releases.timeline(programme);
        String title = form.first("title").strip();
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw new FaultsFound(List.of(Fault.at("/title", "draft-title", MAX_TITLE)));
        }
        NewDraft wish = new NewDraft(
                programme, title, number(programme, form, "base"), number(programme, form, "restores"), null);
        String id = drafts.begin(wish, Caller.of(request).principal())
                .view()
                .draft()
                .id();
        return DraftScreens.see("/console/" + programme + "/drafts/" + id);
    }

    /** The number of a release in a field; null if it is empty. */
    private static @Nullable Integer number(String programme, FormFields form, String field) {
        String text = form.first(field);
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new FaultsFound(List.of(Fault.at("/" + field, "unknown-release", programme, text)));
        }
    }
}
