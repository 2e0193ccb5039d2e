package io.quanyi.console.draft;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftContent.Entry;
import io.quanyi.source.SourceFile;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The text editor of a draft: one of its files at a time, as it is written. */
@ConsoleScreen
class TextController {

    private final DraftScreens screens;

    TextController(DraftScreens screens) {
        this.screens = screens;
    }

    /** Shows a file; the first one that is changed, or the first of all, if the address names none. */
    @GetMapping("/console/{programme}/drafts/{draft}/text")
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String file = file(screen);
        return screens.page(
                screen,
                "text",
                new ConsoleTexts(screen.language()).of("draft-screen-text"),
                "text.html",
                Map.of(
                        "files",
                        files(screen, file),
                        "file",
                        file,
                        "address",
                        TextAddress.of(screen, file),
                        "tag",
                        screen.tag(file),
                        "open",
                        screen.isOpen(),
                        "text",
                        screen.text(file)));
    }

    /** Saves a file, and shows it. */
    @PostMapping("/console/{programme}/drafts/{draft}/text")
    ResponseEntity<String> save(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String name = file(screen);
        SourceFile file = new SourceFile(name, form.first("text").getBytes(StandardCharsets.UTF_8));
        return screens.save(screen, form.first("tag"), List.of(file), TextAddress.of(screen, name));
    }

    /** The file that the address names, which need not be there yet. */
    private static String file(DraftScreen screen) {
        String named = Objects.requireNonNullElse(screen.request().getParameter("file"), "");
        if (!named.isEmpty()) {
            return named;
        }
        List<Entry> entries = screen.view().content().entries();
        return entries.stream()
                .filter(entry -> entry.change() == Change.CHANGED || entry.change() == Change.ADDED)
                .findFirst()
                .orElse(entries.get(0))
                .name();
    }

    private static List<Map<String, Object>> files(DraftScreen screen, String chosen) {
        return screen.view().content().entries().stream()
                .filter(entry -> entry.change() != Change.REMOVED)
                .map(entry -> Map.<String, Object>of(
                        "name",
                        entry.name(),
                        "changed",
                        entry.change() != Change.UNCHANGED,
                        "chosen",
                        entry.name().equals(chosen)))
                .toList();
    }
}
