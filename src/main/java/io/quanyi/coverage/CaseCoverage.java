package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The coverage of a release by its cases.
 *
 * @param release the id of the release
 * @param cases the number of cases
 * @param items all items that cases can cover, sorted by kind, then by rule or in the order of the files
 */
public record CaseCoverage(ReleaseId release, int cases, List<ItemCoverage> items) {

    /** Keeps a copy. */
    public CaseCoverage {
        items = List.copyOf(items);
    }

    /** The number of covered items of a number of items. */
    public record Count(int covered, int of) {}

    /** Runs the cases and collects the items that each case covers. */
    public static CaseCoverage of(ProgrammeRelease release, List<CaseFile> files) {
        CaseRun run = new CaseRun(release);
        List<CoverageSource> sources =
                List.of(new RuleItems(release), new CatalogueItems(release), new BoundaryItems(release));
        Map<CoverageItem, List<NamedCase>> casesByItem = new HashMap<>();
        int cases = 0;
        for (CaseFile file : files) {
            for (Case asked : file.cases()) {
                cases++;
                ExecutedCase.of(run, asked)
                        .flatMap(executed -> sources.stream().flatMap(source -> source.covered(executed).stream()))
                        .forEach(item -> casesByItem
                                .computeIfAbsent(item, unknown -> new ArrayList<>())
                                .add(NamedCase.of(asked)));
            }
        }
        return new CaseCoverage(release.id(), cases, items(sources, casesByItem));
    }

    private static List<ItemCoverage> items(
            List<CoverageSource> sources, Map<CoverageItem, List<NamedCase>> casesByItem) {
        List<ItemCoverage> items = new ArrayList<>();
        for (CoverageSource source : sources) {
            source.items().forEach((item, position) -> {
                List<NamedCase> cases = casesByItem.getOrDefault(item, List.of());
                items.add(new ItemCoverage(item.kind(), item.id(), item.words(), position, cases));
            });
        }
        items.sort(Comparator.comparing(ItemCoverage::kind));
        return items;
    }

    /** The number of covered items per kind; a kind without items is left out. */
    public Map<ItemKind, Count> counts() {
        Map<ItemKind, Count> counts = new EnumMap<>(ItemKind.class);
        for (ItemCoverage item : items) {
            Count one = new Count(item.isCovered() ? 1 : 0, 1);
            counts.merge(item.kind(), one, (a, b) -> new Count(a.covered() + b.covered(), a.of() + b.of()));
        }
        return counts;
    }

    /** The items that no case covers. */
    public List<ItemCoverage> missing() {
        return items.stream().filter(item -> !item.isCovered()).toList();
    }
}
