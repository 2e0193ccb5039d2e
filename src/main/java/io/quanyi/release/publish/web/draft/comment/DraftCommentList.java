package io.quanyi.release.publish.web.draft.comment;

import io.quanyi.release.draft.DraftView;
import io.quanyi.release.draft.comment.DraftComments;
import java.util.List;

/**
 * The comments on a draft.
 *
 * @param draft the id of the draft
 * @param open the number of comments that are not settled
 * @param comments all of them, the oldest first
 */
record DraftCommentList(String draft, int open, List<DraftCommentLine> comments) {

    static DraftCommentList of(DraftView view) {
        DraftComments comments = view.draft().comments();
        return new DraftCommentList(
                view.draft().id(),
                comments.open().size(),
                comments.all().stream()
                        .map(comment -> DraftCommentLine.of(view, comment))
                        .toList());
    }
}
