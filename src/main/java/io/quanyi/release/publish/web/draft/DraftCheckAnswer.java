package io.quanyi.release.publish.web.draft;

import io.quanyi.release.draft.DraftTrials.Checked;
import io.quanyi.text.Language;
import io.quanyi.wire.ProblemError;
import java.util.List;

/**
 * The result of a check of a draft.
 *
 * @param etag the tag of the state that was checked
 * @param sound whether it has no fault
 * @param faults its faults, by the names of its files
 * @param omitted how many more there are
 * @param remarks hints that are no faults, by the names of its files
 */
record DraftCheckAnswer(
        String etag, boolean sound, List<ProblemError> faults, int omitted, List<ProblemError> remarks) {

    /** The most faults that are listed: enough to mend at a time. */
    private static final int MAX_FAULTS = 200;

    static DraftCheckAnswer of(Checked checked, Language language) {
        int listed = Math.min(checked.faults().size(), MAX_FAULTS);
        return new DraftCheckAnswer(
                DraftTag.of(checked.draft().revision()),
                checked.faults().isEmpty(),
                ProblemError.all(checked.faults().subList(0, listed), language),
                checked.faults().size() - listed,
                ProblemError.all(checked.remarks(), language));
    }
}
