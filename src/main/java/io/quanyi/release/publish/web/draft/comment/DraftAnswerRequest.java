package io.quanyi.release.publish.web.draft.comment;

import static io.quanyi.release.draft.comment.DraftComments.MAX_CHARACTERS;

import jakarta.validation.constraints.Size;

/**
 * A request to answer a comment.
 *
 * @param text the answer
 */
record DraftAnswerRequest(@Size(max = MAX_CHARACTERS) String text) {}
