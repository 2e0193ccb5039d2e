package io.quanyi.release.draft;

import io.quanyi.release.draft.comment.CommentedLine;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A draft with the files of its release as it changes them, and with its state.
 *
 * @param content its files together with those of its base
 * @param published the number of the release that it was published as; null if it was not. The ledger says so, and nothing else, so that no
 *     crash leaves a draft that is published and does not know it
 * @param overtaken the number of the release that its publication would build on now instead of its base; null if that is its base, or as
 *     the base, or if the draft was published
 * @param pushed whether other services see all changes by now; null where that is no question of time
 */
public record DraftView(
        Draft draft,
        DraftContent content,
        @Nullable Integer published,
        @Nullable Integer overtaken,
        @Nullable Boolean pushed) {

    /** The states of a draft. */
    public enum State {
        /** A draft that may be edited and is not offered for publication. */
        EDITING,
        /** A draft that is offered for publication. An edit takes that back. */
        SUBMITTED,
        /** Approved as it is by people who had no part in it. */
        APPROVED,
        /** A draft that was published and changes no more. */
        PUBLISHED
    }

    /** The number of the line that a comment is about, as the draft is now; empty if it cannot be found any more. */
    public OptionalInt lineOf(CommentedLine line) {
        return content.file(line.file())
                .map(file -> line.in(new String(file.bytes(), StandardCharsets.UTF_8)))
                .orElse(OptionalInt.empty());
    }

    /** The state of the draft. */
    public State state() {
        if (published != null) {
            return State.PUBLISHED;
        }
        if (draft.plan() == null) {
            return State.EDITING;
        }
        return draft.approvals().isEmpty() ? State.SUBMITTED : State.APPROVED;
    }
}
