package io.quanyi.console.draft;

import io.quanyi.access.credentials.Role;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.draft.comment.CommentAnswer;
import io.quanyi.release.draft.comment.CommentedLine;
import io.quanyi.release.draft.comment.DraftComment;
import io.quanyi.release.draft.comment.DraftComments;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** The values of the template {@code comments.html}: comments on a draft, each with its place and its answers. */
public final class CommentViews {

    private final DraftScreen screen;
    private final ConsoleTexts texts;
    private final DraftLines lines;

    /** The comments on the draft of a screen. */
    public CommentViews(DraftScreen screen) {
        this.screen = screen;
        this.texts = new ConsoleTexts(screen.language());
        this.lines = new DraftLines(screen.programme(), screen.language());
    }

    /** Whether the reader may comment: an author or an approver, while the draft can still be changed. */
    public boolean mayWrite() {
        ConsolePerson person = ConsolePerson.of(screen.request());
        return screen.isOpen() && (person.has(Role.AUTHOR) || person.has(Role.APPROVER));
    }

    /** The values of a page that shows some of them, and takes others. */
    public Map<String, Object> section(Function<CommentViews, List<Map<String, Object>>> shown) {
        return Map.of(
                "comments",
                shown.apply(this),
                "commenting",
                screen.address("comments"),
                "mayWrite",
                mayWrite(),
                "maxCharacters",
                DraftComments.MAX_CHARACTERS);
    }

    /** The comments that meet a condition. */
    public List<Map<String, Object>> all(Predicate<DraftComment> which) {
        return comments().all().stream().filter(which).map(this::view).toList();
    }

    /** The open comments on lines of a file. */
    public List<Map<String, Object>> openAt(String file) {
        return all(comment -> comment.isOpen()
                && comment.line() != null
                && comment.line().file().equals(file));
    }

    /** The comments on a sentence of the impact, whose words in all languages are given. */
    List<Map<String, Object>> onSentence(List<String> words) {
        List<String> kept = words.stream().map(DraftComments::kept).toList();
        return all(comment -> comment.isOpen() && comment.sentence() != null && kept.contains(comment.sentence()));
    }

    private DraftComments comments() {
        return screen.view().draft().comments();
    }

    private Map<String, Object> view(DraftComment comment) {
        Map<String, Object> view = new HashMap<>();
        view.put("id", comment.id());
        view.put("thread", screen.address("comments") + "/" + comment.id());
        view.put("anchor", screen.address("comments") + "#" + comment.id());
        view.put("by", by(comment.by(), comment.at()));
        view.put("text", comment.text());
        view.put("answers", comment.answersOrNone().stream().map(this::answer).toList());
        view.put("unsettled", comment.isOpen());
        view.put(
                "resolved",
                comment.resolvedBy() == null || comment.resolvedAt() == null
                        ? ""
                        : texts.of(
                                "comment-resolved",
                                lines.person(comment.resolvedBy()),
                                lines.instant(comment.resolvedAt())));
        view.put("mayWrite", mayWrite());
        view.put("quoted", comment.line() == null ? "" : comment.line().text());
        view.putAll(place(comment));
        return view;
    }

    private Map<String, Object> answer(CommentAnswer answer) {
        return Map.of("by", by(answer.by(), answer.at()), "text", answer.text());
    }

    private String by(String person, OffsetDateTime at) {
        return texts.of("comment-by", lines.person(person), lines.instant(at));
    }

    private Map<String, Object> place(DraftComment comment) {
        CommentedLine line = comment.line();
        if (line != null) {
            return place(line);
        }
        return comment.sentence() == null
                ? Map.of("place", texts.of("comment-on-draft"), "href", "", "number", "")
                : Map.of(
                        "place",
                        texts.of("comment-on-sentence", comment.sentence()),
                        "href",
                        screen.address("impact"),
                        "number",
                        "");
    }

    private Map<String, Object> place(CommentedLine line) {
        OptionalInt now = screen.view().lineOf(line);
        if (now.isEmpty()) {
            return Map.of("place", texts.of("comment-line-gone", line.file(), line.number()), "href", "", "number", "");
        }
        int number = now.getAsInt();
        return Map.of(
                "place",
                number == line.number()
                        ? texts.of("comment-on-line", line.file(), number)
                        : texts.of("comment-line-moved", line.file(), number, line.number()),
                "href",
                TextAddress.of(screen, line.file(), number),
                "number",
                number);
    }
}
