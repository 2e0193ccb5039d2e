package io.quanyi.release.draft.comment;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a line of a file of a draft, on a sentence of its impact, or on the draft as a whole, with its answers.
 *
 * @param id its id within the draft
 * @param by the name of the caller who wrote it
 * @param at when
 * @param line the line that it is about; null if it is about none
 * @param sentence the words of the sentence that it is about; null if it is about none
 * @param text its lines
 * @param answers the answers, the oldest first; null for none
 * @param resolvedBy the name of the caller who said that it is settled; null while it is open
 * @param resolvedAt when
 */
public record DraftComment(
        String id,
        String by,
        OffsetDateTime at,
        @Nullable CommentedLine line,
        @Nullable String sentence,
        List<String> text,
        @Nullable List<CommentAnswer> answers,
        @Nullable String resolvedBy,
        @Nullable OffsetDateTime resolvedAt) {

    /** Keeps copies. */
    public DraftComment {
        text = List.copyOf(text);
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    /** Whether it is not settled. */
    public boolean isOpen() {
        return resolvedBy == null;
    }

    /** Whether an earlier comment says the same, by the same person at the same place, and has no answers. */
    boolean repeats(DraftComment earlier) {
        return earlier.isOpen()
                && earlier.answersOrNone().isEmpty()
                && earlier.by().equals(by)
                && earlier.text().equals(text)
                && Objects.equals(earlier.line(), line)
                && Objects.equals(earlier.sentence(), sentence);
    }

    /** The answers to the comment, the oldest first. */
    public List<CommentAnswer> answersOrNone() {
        return answers == null ? List.of() : answers;
    }

    /** The comment with a further answer, which opens it again. */
    DraftComment with(CommentAnswer answer) {
        List<CommentAnswer> all = new ArrayList<>(answersOrNone());
        all.add(answer);
        return new DraftComment(id, by, at, line, sentence, text, all, null, null);
    }

    /** The comment as settled by a caller. */
    DraftComment resolved(String caller, OffsetDateTime when) {
        return new DraftComment(id, by, at, line, sentence, text, answers, caller, when);
    }
}
