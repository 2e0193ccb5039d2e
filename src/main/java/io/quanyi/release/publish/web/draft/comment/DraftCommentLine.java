package io.quanyi.release.publish.web.draft.comment;

import io.quanyi.release.draft.DraftView;
import io.quanyi.release.draft.comment.CommentedLine;
import io.quanyi.release.draft.comment.DraftComment;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a draft.
 *
 * @param id its id within the draft
 * @param by the name of the caller who wrote it
 * @param at when
 * @param file the file of the line that it is about; null if it is about none
 * @param line the number of that line as the draft is now; null if it is about none, or the line cannot be found any more
 * @param quoted the words of that line when the comment was written; null if it is about none
 * @param sentence the words of the sentence of the impact that it is about; null if it is about none
 * @param text the comment
 * @param answers the answers to it, the oldest first
 * @param open whether it is not settled
 * @param resolvedBy the name of the caller who said so; null while it is open
 * @param resolvedAt when
 */
record DraftCommentLine(
        String id,
        String by,
        OffsetDateTime at,
        @Nullable String file,
        @Nullable Integer line,
        @Nullable String quoted,
        @Nullable String sentence,
        String text,
        List<CommentAnswerLine> answers,
        boolean open,
        @Nullable String resolvedBy,
        @Nullable OffsetDateTime resolvedAt) {

    /** An answer to a comment. */
    record CommentAnswerLine(String by, OffsetDateTime at, String text) {}

    static DraftCommentLine of(DraftView view, DraftComment comment) {
        CommentedLine line = comment.line();
        return new DraftCommentLine(
                comment.id(),
                comment.by(),
                comment.at(),
                line == null ? null : line.file(),
                line == null
                        ? null
                        : view.lineOf(line).stream().boxed().findFirst().orElse(null),
                line == null ? null : line.text(),
                comment.sentence(),
                String.join("\n", comment.text()),
                comment.answersOrNone().stream()
                        .map(answer ->
                                new CommentAnswerLine(answer.by(), answer.at(), String.join("\n", answer.text())))
                        .toList(),
                comment.isOpen(),
                comment.resolvedBy(),
                comment.resolvedAt());
    }
}
