package io.quanyi.console.draft;

import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftEditor;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftView;
import io.quanyi.source.SourceFile;
import io.quanyi.text.EnumCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds the draft of a screen, renders its pages in one frame, and saves the files that their forms send. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
public class DraftScreens {

    /** The screens of a draft, in the order of the work; the overview has no name. */
    private static final List<String> SCREENS =
            List.of("", "rules", "catalogue", "text", "impact", "cases", "comments", "publish");

    private final DraftService drafts;
    private final DraftEditor editor;
    private final ScreenReleases releases;
    private final ConsolePages pages;

    DraftScreens(DraftService drafts, DraftEditor editor, ScreenReleases releases, ConsolePages pages) {
        this.drafts = drafts;
        this.editor = editor;
        this.releases = releases;
        this.pages = pages;
    }

    /**
     * The draft of an address.
     *
     * @throws io.quanyi.source.NothingAtPath if there is no such programme
     * @throws DraftRefused if the programme has no such draft
     */
    public DraftScreen of(HttpServletRequest request, String programme, String draft) {
        Timeline timeline = releases.timeline(programme);
        return new DraftScreen(timeline, drafts.find(programme, draft), request);
    }

    /**
     * A page of a draft.
     *
     * @param name the last part of its address, which its navigation marks, such as {@code text}
     * @param title the title of the page
     */
    public ResponseEntity<String> page(
            DraftScreen screen, String name, String title, String template, Map<String, Object> content) {
        return page(HttpStatus.OK, screen, name, title, template, content);
    }

    /** A page of a draft with another status than 200. */
    public ResponseEntity<String> page(
            HttpStatus status,
            DraftScreen screen,
            String name,
            String title,
            String template,
            Map<String, Object> content) {
        return page(status, frame(screen, title), screen, name, template, content);
    }

    /**
     * A page of a draft in a frame, with a script or not.
     *
     * @param name the last part of its address, which its navigation marks
     */
    public ResponseEntity<String> page(
            HttpStatus status,
            PageFrame frame,
            DraftScreen screen,
            String name,
            String template,
            Map<String, Object> content) {
        Map<String, Object> all = new HashMap<>(content);
        all.put("draft", row(screen, name));
        return pages.page(status, frame, template, all);
    }

    /** The frame of a page of a draft. */
    public static PageFrame frame(DraftScreen screen, String title) {
        return PageFrame.of(screen.request(), "drafts", title, screen.programme());
    }

    /** The row of the draft's screens, with its title and state. */
    private static Map<String, Object> row(DraftScreen screen, String name) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        DraftView view = screen.view();
        return Map.of(
                "title",
                view.draft().title(),
                "state",
                texts.of("draft-state-" + EnumCode.of(view.state())),
                "base",
                texts.of("draft-base", view.draft().base()),
                "screens",
                SCREENS.stream()
                        .map(one -> Map.of(
                                "name", name(view, one, texts), "href", screen.address(one), "here", one.equals(name)))
                        .toList());
    }

    /** The name of a screen; that of the comments with how many are open. */
    private static String name(DraftView view, String screen, ConsoleTexts texts) {
        int open = view.draft().comments().open().size();
        return screen.equals("comments") && open > 0
                ? texts.of("draft-screen-comments-open", open)
                : texts.of("draft-screen" + (screen.isEmpty() ? "" : "-" + screen));
    }

    /**
     * Saves files of a draft, all or none, and leads to another page; if somebody else has changed one of them since the form was
     * made, shows both texts instead.
     *
     * @param tag the tag of exactly these files, as the form carried it
     * @param files the files, also those that the form left as they were
     * @param then the address of the page to go to
     * @throws DraftRefused if the draft is published or removed, or the files have no room
     */
    public ResponseEntity<String> save(DraftScreen screen, String tag, List<SourceFile> files, String then) {
        try {
            write(screen, tag, files);
            return see(then);
        } catch (DraftRefused refused) {
            if (refused.reason() != Reason.CHANGED) {
                throw refused;
            }
            return conflict(
                    of(
                            screen.request(),
                            screen.programme().id(),
                            screen.view().draft().id()),
                    files);
        }
    }

    /**
     * Saves files of a draft, all or none.
     *
     * @param tag the tag of exactly these files, as the form carried it
     * @return the draft with them
     * @throws DraftRefused if one was changed since, the draft is published or removed, or the files have no room
     */
    public DraftView write(DraftScreen screen, String tag, List<SourceFile> files) {
        List<String> names = files.stream().map(SourceFile::path).toList();
        return editor.write(
                screen.programme().id(),
                screen.view().draft().id(),
                files,
                content -> DraftScreen.tag(content, names).equals(tag),
                screen.caller());
    }

    /** Leads a browser that has sent a form to a page. */
    public static ResponseEntity<String> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private ResponseEntity<String> conflict(DraftScreen now, List<SourceFile> files) {
        ConsoleTexts texts = new ConsoleTexts(now.language());
        DraftLines lines = new DraftLines(now.programme(), now.language());
        return page(
                HttpStatus.CONFLICT,
                now,
                "text",
                texts.of("conflict-title"),
                "conflict.html",
                Map.of(
                        "lead",
                        texts.of(
                                "conflict-lead",
                                lines.instant(now.view().draft().editedAt())),
                        "files",
                        files.stream().map(file -> conflict(now, file)).toList()));
    }

    private static Map<String, Object> conflict(DraftScreen now, SourceFile file) {
        return Map.of(
                "name", file.path(),
                "address", TextAddress.of(now, file.path()),
                "tag", now.tag(file.path()),
                "mine", new String(file.bytes(), StandardCharsets.UTF_8),
                "theirs", now.text(file.path()));
    }
}
