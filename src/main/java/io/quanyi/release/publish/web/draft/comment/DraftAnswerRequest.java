package io.quanyi.release.publish.web.draft.comment;

import static io.quanyi.release.draft.comment.DraftComments.MOST_CHARACTERS;

import jakarta.validation.constraints.Size;

/**
 * A request to answer a comment.
 *
 * @param text the answer
 */
record DraftAnswerRequest(@Size(max = MOST_CHARACTERS) String text) {}
