package io.quanyi.release.web.review;

import io.quanyi.coverage.CaseCoverage;
import io.quanyi.coverage.ItemCoverage;
import io.quanyi.coverage.ItemNames;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coverage of a release by its cases.
 *
 * @param cases the number of cases
 * @param counts how much of each kind of items is covered
 * @param items all items that cases can cover
 */
record CoverageAnswer(ReleaseId release, int cases, List<KindCoverage> counts, List<CoveredItem> items) {

    /** How many items of a kind are covered, of all items of the kind. */
    record KindCoverage(String kind, String name, int covered, int of) {}

    /**
     * An item that cases can cover.
     *
     * @param id the id of the rule or of the entry of the catalogue, or the clause; two ids for what belongs to a service
     * @param name the title of the rule or the name of the entry; null for a clause
     * @param words the comparison or limit, as it stands in the rule; empty unless the item is a side of a number
     * @param cases the number of cases that cover it
     */
    record CoveredItem(String kind, String id, @Nullable String name, String words, String file, int line, int cases) {}

    static CoverageAnswer of(ProgrammeRelease release, CaseCoverage coverage, Language language) {
        ItemNames names = new ItemNames(release, language);
        return new CoverageAnswer(
                coverage.release(),
                coverage.cases(),
                coverage.counts().entrySet().stream()
                        .map(entry -> new KindCoverage(
                                entry.getKey().code(),
                                names.of(entry.getKey()),
                                entry.getValue().covered(),
                                entry.getValue().of()))
                        .toList(),
                coverage.items().stream().map(item -> item(item, names)).toList());
    }

    private static CoveredItem item(ItemCoverage item, ItemNames names) {
        return new CoveredItem(
                item.kind().code(),
                item.id(),
                names.of(item),
                item.words(),
                item.position().file(),
                item.position().line(),
                item.cases().size());
    }
}
