package io.quanyi.console.draft.comment;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.NoQuery;
import io.quanyi.console.draft.CommentViews;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.draft.TextAddress;
import io.quanyi.console.impact.ImpactFilter;
import io.quanyi.release.draft.DraftReview;
import io.quanyi.release.draft.comment.DraftComment;
import io.quanyi.release.draft.comment.DraftComments;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The comments on a draft: those that are open and those that are settled, each to be answered. */
@ConsoleScreen
@RequestMapping("/console/{programme}/drafts/{draft}/comments")
class CommentController {

    /** The screens to which a form leads back. */
    private static final List<String> BACK = List.of("comments", "text", "impact");

    private final DraftScreens screens;
    private final DraftReview review;

    CommentController(DraftScreens screens, DraftReview review) {
        this.screens = screens;
        this.review = review;
    }

    /** Shows the comments. */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        NoQuery.require(request);
        DraftScreen screen = screens.of(request, programme, draft);
        CommentViews views = new CommentViews(screen);
        DraftComments comments = screen.view().draft().comments();
        Map<String, Object> content = new HashMap<>();
        content.put("none", comments.all().isEmpty());
        content.put("unreadable", comments.isUnreadable());
        content.put(
                "sections",
                List.of(
                        Map.of("open", true, "comments", views.all(DraftComment::isOpen)),
                        Map.of("open", false, "comments", views.all(comment -> !comment.isOpen()))));
        content.putAll(views.section(all -> List.of()));
        String title = new ConsoleTexts(screen.language()).of("draft-screen-comments");
        return screens.page(screen, "comments", title, "draft-comments.html", content);
    }

    /** Writes a comment on a line, on a sentence of the impact, or on the draft as a whole. */
    @PostMapping
    ResponseEntity<String> write(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String file = form.first("file");
        String sentence = form.first("sentence");
        review.comment(
                programme,
                draft,
                file.isEmpty() ? null : file,
                file.isEmpty() ? null : line(file, form.first("line")),
                sentence.isEmpty() ? null : sentence,
                text(form),
                screen.caller());
        return DraftScreens.see(back(screen, form, file));
    }

    /** Answers a comment, which opens it again. */
    @PostMapping("/{comment}/answers")
    ResponseEntity<String> answer(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String comment,
            FormFields form,
            HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        review.answer(programme, draft, comment, text(form), screen.caller());
        return DraftScreens.see(screen.address("comments") + "#" + comment);
    }

    /** Says that a comment is settled. */
    @PostMapping("/{comment}/resolve")
    ResponseEntity<String> resolve(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String comment,
            FormFields form,
            HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        review.resolve(programme, draft, comment, screen.caller());
        return DraftScreens.see(screen.address("comments") + "#" + comment);
    }

    private static String back(DraftScreen screen, FormFields form, String file) {
        String then = form.choice("then", BACK);
        return then.equals("text")
                ? TextAddress.of(screen, file)
                : screen.address(then.isEmpty() ? "comments" : then)
                        + (then.equals("impact") ? ImpactFilter.of(form::first).query() : "");
    }

    private static String text(FormFields form) {
        String text = form.first("text");
        if (text.isBlank()) {
            throw refused("/text", "draft-comment-empty");
        }
        if (text.length() > DraftComments.MAX_CHARACTERS) {
            throw refused("/text", "draft-comment-length", DraftComments.MAX_CHARACTERS);
        }
        return text;
    }

    private static @Nullable Integer line(String file, String number) {
        try {
            return Integer.valueOf(number.strip());
        } catch (NumberFormatException e) {
            throw refused("/line", "draft-comment-line", file, number);
        }
    }

    private static FaultsFound refused(String field, String code, Object... arguments) {
        return new FaultsFound(List.of(Fault.at(field, code, arguments)));
    }
}
