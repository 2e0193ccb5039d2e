package io.quanyi.release.draft;

import io.quanyi.checks.ReleaseComparison;
import io.quanyi.checks.ReleaseDifference;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.change.CatalogueConflicts;
import io.quanyi.release.change.FileMerge;
import io.quanyi.release.change.MergeConflict;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftContent.Entry;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings drafts up to date: gives them another base and merges their changes with the changes from the old base to the new
 * one. Nothing is changed if these do not fit together.
 */
public final class DraftUpdate {

    private final DraftService drafts;
    private final LiveReleases releases;
    private final Clock clock;

    DraftUpdate(DraftService drafts, LiveReleases releases, Clock clock) {
        this.drafts = drafts;
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * The result of an update.
     *
     * @param view the draft with its base as it is now
     * @param earlier the number of its base before the call; that of the base now if there was nothing to update
     * @param files the files that differ between the two bases
     * @param differences the differences in the content of the two bases
     */
    public record Updated(DraftView view, int earlier, List<Entry> files, List<ReleaseDifference> differences) {

        /** Keeps copies. */
        public Updated {
            files = List.copyOf(files);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Brings a draft up to date. A plan and its approvals are void afterwards, unless there is nothing to update.
     *
     * @param seen whether the caller has seen the draft of a revision
     * @param base the number of the new base; null for the release that a publication would build on
     * @throws DraftRefused if there is no such draft or base, the draft was changed since the caller saw it or is published,
     *     or with every conflict
     */
    public Updated update(String programme, String id, Predicate<String> seen, @Nullable Integer base, String by) {
        List<LedgerEntry> bases = new ArrayList<>();
        DraftView view = drafts.change(programme, id, by, before -> {
            DraftReview.refuseUnseen(before, seen);
            ServedState served = releases.current();
            Timeline timeline = served.releases().timeline(programme).orElseThrow();
            bases.clear();
            bases.add(timeline.entry(before.draft().base()).orElseThrow());
            Optional<LedgerEntry> target = base == null
                    ? before.draft().overtaking(timeline, clock.instant())
                    : Optional.of(DraftService.entry(timeline, "/base", base));
            return target.filter(entry -> entry.number() != before.draft().base())
                    .map(entry -> {
                        bases.add(entry);
                        return merged(before, served.snapshot().tree(), entry, by);
                    })
                    .orElse(before.draft());
        });
        return since(view, bases);
    }

    private Draft merged(DraftView view, SourceTree tree, LedgerEntry target, String by) {
        Draft draft = view.draft();
        DraftContent content = view.content();
        List<SourceFile> later = List.copyOf(
                DraftContent.release(tree, draft.programme(), target).values());
        FileMerge merge = FileMerge.of(content.base(), content.files(), later);
        List<Fault> faults = new ArrayList<>();
        merge.conflicts().forEach(conflict -> faults.add(fault(conflict, target.number())));
        SourceFile changed = content.file(DraftContent.CATALOGUE).orElse(null);
        if (changed != null) {
            CatalogueConflicts.of(catalogue(content.base()), changed, catalogue(later))
                    .forEach(conflict -> faults.add(fault(conflict, target.number())));
        }
        if (!faults.isEmpty()) {
            throw new DraftRefused(Reason.CONFLICTS, faults.toArray(Fault[]::new));
        }
        return draft.updated(by, drafts.now(), target.number(), DraftContent.of(later, merge.files()));
    }

    /** The catalogue of a release, which always has one. */
    private static SourceFile catalogue(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().equals(DraftContent.CATALOGUE))
                .findFirst()
                .orElseThrow();
    }

    private static Fault fault(MergeConflict conflict, int release) {
        if (conflict.later().isEmpty()) {
            return Fault.at(conflict.place(), "draft-conflict-removed", release, conflict.changed());
        }
        return conflict.changed().isEmpty()
                ? Fault.at(conflict.place(), "draft-conflict-left-out", release, conflict.later())
                : Fault.at(conflict.place(), "draft-conflict", release, conflict.later(), conflict.changed());
    }

    private static Fault fault(CatalogueConflicts.Conflict conflict, int release) {
        List<String> members = conflict.difference().members();
        String entry = conflict.difference().id() + (members.isEmpty() ? "" : " (" + String.join(", ", members) + ")");
        return Fault.at(conflict.place(), "draft-conflict-member", release, entry);
    }

    private Updated since(DraftView view, List<LedgerEntry> bases) {
        LedgerEntry earlier = bases.get(0);
        LedgerEntry now = bases.get(bases.size() - 1);
        ServedState served = releases.current();
        Timeline timeline = served.releases().timeline(view.draft().programme()).orElseThrow();
        List<Entry> files =
                DraftContent.between(served.snapshot().tree(), view.draft().programme(), earlier, now)
                        .entries()
                        .stream()
                        .filter(entry -> entry.change() != Change.UNCHANGED)
                        .toList();
        List<ReleaseDifference> differences = earlier.number() == now.number()
                ? List.of()
                : ReleaseComparison.between(timeline.load(earlier), timeline.load(now));
        return new Updated(view, earlier.number(), files, differences);
    }
}
