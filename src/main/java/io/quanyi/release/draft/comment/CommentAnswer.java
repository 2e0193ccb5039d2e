package io.quanyi.release.draft.comment;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An answer to a comment.
 *
 * @param by the name of the caller who wrote it
 * @param at when
 * @param text its lines
 */
public record CommentAnswer(String by, OffsetDateTime at, List<String> text) {

    /** Keeps a copy. */
    public CommentAnswer {
        text = List.copyOf(text);
    }
}
