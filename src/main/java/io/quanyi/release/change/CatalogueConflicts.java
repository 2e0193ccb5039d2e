package io.quanyi.release.change;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.checks.ReleaseComparison;
import io.quanyi.checks.ReleaseDifference;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * The members of catalogue entries that a change and a later catalogue both change, each in its own way. Lines show only
 * some of them: the members of one entry can stand on several lines.
 */
public final class CatalogueConflicts {

    private CatalogueConflicts() {}

    /**
     * A member that both change.
     *
     * @param place the entry in the later catalogue, or the start of the file
     * @param difference the change of the entry that cannot be applied
     */
    public record Conflict(Position place, ReleaseDifference difference) {}

    /**
     * The conflicts between a change of a catalogue and a later one; none if one of the files has faults, because they say
     * nothing of their entries.
     *
     * @param before the catalogue before the change
     * @param changed the catalogue after it
     * @param later the catalogue to which the change is applied
     */
    public static List<Conflict> of(SourceFile before, SourceFile changed, SourceFile later) {
        Optional<Catalogue> was = read(before);
        Optional<Catalogue> is = read(changed);
        Optional<Catalogue> then = read(later);
        if (was.isEmpty() || is.isEmpty() || then.isEmpty()) {
            return List.of();
        }
        List<ReleaseDifference> missing = ReleaseChange.shared(
                ReleaseComparison.between(was.get(), is.get()), ReleaseComparison.between(is.get(), then.get()));
        return ReleaseChange.shared(missing, ReleaseComparison.between(was.get(), then.get())).stream()
                .map(difference -> new Conflict(then.get().places().of(difference.kind(), difference.id()), difference))
                .toList();
    }

    private static Optional<Catalogue> read(SourceFile file) {
        return Optional.ofNullable(CatalogueReader.read(file, "", new Faults()));
    }
}
