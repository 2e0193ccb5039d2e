package io.quanyi.console.draft.text;

import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.draft.CommentViews;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.draft.TextAddress;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftContent.Entry;
import io.quanyi.release.draft.DraftEditor;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.DraftView;
import io.quanyi.source.SourceFile;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The text editor of a draft: one of its files at a time, as it is written. It works without scripts; a script checks the text after
 * each pause in typing and saves it.
 */
@ConsoleScreen
@RequestMapping("/console/{programme}/drafts/{draft}/text")
class TextController {

    private static final String[] SCRIPTS = {"draft-text.js", "draft-words.js"};

    private final DraftScreens screens;
    private final ConsolePages pages;
    private final DraftEditor editor;
    private final TypingChecks checks;

    TextController(DraftScreens screens, ConsolePages pages, DraftEditor editor, TypingChecks checks) {
        this.screens = screens;
        this.pages = pages;
        this.editor = editor;
        this.checks = checks;
    }

    /** Shows a file; the first one that is changed, or the first of all, if the address names none. */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String file = file(screen);
        Map<String, Object> content = new HashMap<>();
        content.put("files", files(screen, file));
        content.put("file", file);
        content.put("present", screen.view().content().file(file).isPresent());
        content.put("address", screen.address("text"));
        content.put("words", screen.address("words"));
        content.put(
                "query",
                TextAddress.of(screen, file).substring(screen.address("text").length()));
        content.put("tag", screen.tag(file));
        content.put("open", screen.isOpen());
        content.put("text", screen.text(file));
        content.put("checked", checked(screen, file, screen.text(file)));
        content.putAll(new CommentViews(screen).section(comments -> comments.openAt(file)));
        PageFrame frame = DraftScreens.frame(screen, new ConsoleTexts(screen.language()).of("draft-screen-text"));
        return screens.page(
                HttpStatus.OK, screen.isOpen() ? frame.with(SCRIPTS) : frame, screen, "text", "text.html", content);
    }

    /** Saves a file, with a suggestion applied if a button asks for it, and shows it. */
    @PostMapping
    ResponseEntity<String> save(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String name = file(screen);
        String apply = form.first("apply");
        Optional<TextEdit> edit = TextEdit.read(apply);
        if (edit.isEmpty() && !apply.isEmpty()) {
            throw FormFields.otherChoice("apply", apply);
        }
        String text = edit.map(one -> one.in(form.first("text"))).orElse(form.first("text"));
        return screens.save(screen, form.first("tag"), List.of(file(name, text)), TextAddress.of(screen, name));
    }

    /** Saves a file for a script, and answers with its new tag; 412 if somebody else has changed it. */
    @PostMapping("/save")
    ResponseEntity<String> saveTyped(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String name = file(screen);
        DraftView saved = screens.write(screen, form.first("tag"), List.of(file(name, form.first("text"))));
        return ResponseEntity.ok(DraftScreen.tag(saved.content(), List.of(name)));
    }

    /** The faults of a text that is not saved, as a part of the page; nothing if a newer text is being checked already. */
    @PostMapping("/check")
    ResponseEntity<String> check(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        List<Map<String, Object>> checked = checked(screen, file(screen), form.first("text"));
        PageFrame frame = DraftScreens.frame(screen, "");
        return checked.isEmpty()
                ? ResponseEntity.noContent().build()
                : pages.page(frame, "faults.html", Map.of("checked", checked));
    }

    /** Leaves a file out of the draft. */
    @PostMapping("/leave-out")
    ResponseEntity<String> leaveOut(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String name = file(screen);
        Predicate<Optional<String>> seen =
                digest -> DraftScreen.tag(List.of(name), any -> digest).equals(form.first("tag"));
        editor.leaveOut(programme, draft, name, seen, screen.caller());
        return DraftScreens.see(screen.address(""));
    }

    /** The values of the faults; none while others check for too long, or a newer check has begun. */
    private List<Map<String, Object>> checked(DraftScreen screen, String name, String text) {
        if (screen.view().content().file(name).isEmpty() && text.isEmpty()) {
            return List.of();
        }
        try {
            return List.of(new FileFaults(screen, name, text).content(checks.check(screen, file(name, text))));
        } catch (DraftRefused e) {
            if (e.reason() != Reason.BUSY && e.reason() != Reason.ENDED) {
                throw e;
            }
            return List.of();
        }
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
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
