package io.quanyi.release.publish.web.draft.comment;

import static io.quanyi.release.draft.comment.DraftComments.MAX_CHARACTERS;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to comment on a draft.
 *
 * @param file the name of the file of the line; absent for a comment on a sentence or on the draft as a whole
 * @param line the number of the line, from 1; there if the file is
 * @param sentence the words of a sentence of the impact, as the impact has them; absent for a comment on something else
 * @param text the comment
 */
record DraftCommentRequest(
        @Nullable String file,
        @DecimalMin("1") @Nullable Integer line,
        @Size(max = MAX_SENTENCE) @Nullable String sentence,
        @Size(max = MAX_CHARACTERS) String text) {

    static final int MAX_SENTENCE = 1000;

    /** Reports members that do not fit together. */
    void refuse(Faults faults) {
        if ((file == null) != (line == null)) {
            faults.add(Fault.at(file == null ? "/file" : "/line", "draft-comment-place"));
        }
        if (file != null && sentence != null) {
            faults.add(Fault.at("/sentence", "draft-comment-two"));
        }
        refuseBlank(text, faults);
    }

    /** Reports a text without a word. */
    static void refuseBlank(String text, Faults faults) {
        if (text.isBlank()) {
            faults.add(Fault.at("/text", "draft-comment-empty"));
        }
    }
}
