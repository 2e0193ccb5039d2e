package io.quanyi.release.publish;

import io.quanyi.checks.ReleaseComparison;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.CheckScope;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.Timeline;
import io.quanyi.release.change.ReplacedSpan;
import io.quanyi.release.publish.Publication.Checked;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.source.Faults;
import io.quanyi.work.Cancellation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a draft as completely as a release is checked before it may answer. */
final class DraftCheck {

    private DraftCheck() {}

    /**
     * Checks a draft.
     *
     * @param before the timeline without the draft
     * @throws PublishRefused with every fault, if there is any
     */
    static PendingPublication check(ReleaseDraft draft, Timeline before, Cancellation cancellation) {
        Faults faults = new Faults();
        CheckScope scope = CheckScope.answers()
                .accepting(draft.entry().acceptsNotCompared())
                .until(cancellation);
        CheckedRelease checked = CheckedRelease.of(draft.tree(), draft.id(), scope, faults);
        if (checked == null || !faults.isEmpty()) {
            throw new PublishRefused(Reason.NOT_HOLDING, faults.sorted());
        }
        Timeline after = before.with(draft.entry(), checked.release());
        List<ReplacedSpan> replaces = ReplacedSpan.by(draft.entry(), before, after);
        int rules = checked.release().policy().rules().size();
        int cases =
                checked.cases().stream().mapToInt(file -> file.cases().size()).sum();
        ProgrammeRelease replaced = replaced(replaces, before);
        Publication publication = new Publication(
                draft.entry(),
                before.digest(),
                draft.sent(),
                replaces,
                replaced == null ? List.of() : ReleaseComparison.between(replaced, checked.release()),
                checked.changedCases(),
                new Checked(rules, cases, checked.questions(), checked.notCompared()),
                Outcome.TRIED);
        return new PendingPublication(publication, replaced, checked.release());
    }

    private static @Nullable ProgrammeRelease replaced(List<ReplacedSpan> replaces, Timeline before) {
        return replaces.stream()
                .map(ReplacedSpan::instead)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(entry -> before.release(entry.number()))
                .orElse(null);
    }
}
