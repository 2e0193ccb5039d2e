package io.quanyi.release.draft;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.RulesTree;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.List;
import java.util.function.Predicate;

/**
 * The release that a draft would be: the rules with its files beside them, under versions that are named after the draft.
 * A part that it does not change is that of its base.
 *
 * @param tree the rules with the files of the draft
 * @param id the release in them
 */
public record DraftRelease(SourceTree tree, ReleaseId id) {

    /**
     * The release of a draft.
     *
     * @param base the entry of the release that it changes
     * @param number the number that the release would have
     */
    static DraftRelease of(DraftView view, SourceTree tree, LedgerEntry base, int number) {
        String programme = view.draft().programme();
        Predicate<DraftContent.Entry> catalogue = entry -> entry.name().equals(DraftContent.CATALOGUE);
        List<DraftContent.Entry> entries = view.content().entries();
        String policy = isChanged(entries, catalogue.negate()) ? view.draft().id() : base.policy();
        String version = isChanged(entries, catalogue) ? view.draft().id() : base.catalogue();
        List<SourceFile> files = entries.stream()
                .filter(entry -> entry.change() != Change.REMOVED)
                .map(entry -> new SourceFile(
                        path(programme, entry.name(), policy, version),
                        entry.file().bytes()))
                .toList();
        SourceTree with = tree.with(files);
        return new DraftRelease(with, RulesTree.id(with, programme, number, policy, version, base.calendars()));
    }

    private static boolean isChanged(List<DraftContent.Entry> entries, Predicate<DraftContent.Entry> which) {
        return entries.stream().filter(which).anyMatch(entry -> entry.change() != Change.UNCHANGED);
    }

    private static String path(String programme, String name, String policy, String catalogue) {
        return name.equals(DraftContent.CATALOGUE)
                ? PartKind.CATALOGUE.folder(programme, catalogue)
                : PartKind.POLICY.folder(programme, policy) + name;
    }

    /** A fault at a file of this release, by the name of the file in the draft. */
    public Fault named(Fault fault) {
        Position place = fault.position();
        String policy = PartKind.POLICY.folder(id.programme(), id.policy());
        if (place.file().startsWith(policy)) {
            return fault.in(new Position(place.file().substring(policy.length()), place.line(), place.column()));
        }
        boolean catalogue = place.file().equals(PartKind.CATALOGUE.folder(id.programme(), id.catalogue()));
        return catalogue ? fault.in(new Position(DraftContent.CATALOGUE, place.line(), place.column())) : fault;
    }
}
