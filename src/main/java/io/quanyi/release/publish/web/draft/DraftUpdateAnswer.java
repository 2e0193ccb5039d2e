package io.quanyi.release.publish.web.draft;

import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.release.draft.DraftUpdate.Updated;
import io.quanyi.text.Language;
import java.util.List;

/**
 * The result of an update of a draft.
 *
 * @param updated whether the draft has another base than before
 * @param earlierBase the number of its base before; the same as that of the draft if there was nothing to update
 * @param empty whether the draft changes nothing: all that it changed is in its base
 * @param files the files that differ between its earlier base and its base
 * @param changes the differences in their content
 * @param draft the draft as it is now
 */
record DraftUpdateAnswer(
        boolean updated,
        int earlierBase,
        boolean empty,
        List<DraftFileLine> files,
        List<DifferenceLine> changes,
        DraftAnswer draft) {

    static DraftUpdateAnswer of(Updated done, Language language) {
        return new DraftUpdateAnswer(
                done.earlier() != done.view().draft().base(),
                done.earlier(),
                done.view().content().isEmpty(),
                done.files().stream().map(DraftFileLine::of).toList(),
                done.differences().stream()
                        .map(difference -> DifferenceLine.of(difference, language))
                        .toList(),
                DraftAnswer.of(done.view()));
    }
}
