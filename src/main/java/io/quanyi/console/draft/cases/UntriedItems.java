package io.quanyi.console.draft.cases;

import io.quanyi.checks.CaseFile;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.coverage.CaseCoverage;
import io.quanyi.coverage.ItemCoverage;
import io.quanyi.coverage.ItemNames;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.release.draft.DraftTrials.Loaded;
import io.quanyi.text.Punctuation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The rules, clauses and entries of a draft that no case tries. The draft that was asked about last is remembered; one is tried at a time,
 * because that runs all cases.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class UntriedItems {

    private record Known(String digest, CaseCoverage coverage) {}

    private final DraftTrials trials;
    private @Nullable Known last;

    UntriedItems(DraftTrials trials) {
        this.trials = trials;
    }

    /**
     * The items by their kinds.
     *
     * @throws io.quanyi.release.draft.DraftRefused with the faults of the draft, if it has any
     */
    Map<String, Object> of(DraftScreen screen) {
        Loaded loaded =
                trials.load(screen.programme().id(), screen.view().draft().id());
        CaseCoverage coverage = coverage(loaded);
        ItemNames names = new ItemNames(loaded.release(), screen.language());
        String colon = Punctuation.of(screen.language()).colon();
        Map<String, List<ItemCoverage>> byKind = coverage.missing().stream()
                .collect(Collectors.groupingBy(item -> names.of(item.kind()), LinkedHashMap::new, Collectors.toList()));
        return Map.of(
                "none", byKind.isEmpty(),
                "kinds",
                        byKind.entrySet().stream()
                                .map(kind -> Map.of(
                                        "title",
                                        kind.getKey() + colon + kind.getValue().size(),
                                        "items",
                                        kind.getValue().stream()
                                                .map(item -> words(item, names))
                                                .toList()))
                                .toList());
    }

    private static String words(ItemCoverage item, ItemNames names) {
        return Stream.of(item.id(), names.of(item), item.words())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private synchronized CaseCoverage coverage(Loaded loaded) {
        String digest = loaded.draft().contentDigest();
        Known known = last;
        if (known != null && known.digest().equals(digest)) {
            return known.coverage();
        }
        List<CaseFile> cases = trials.cases(loaded);
        CaseCoverage fresh = CaseCoverage.of(loaded.release(), cases);
        last = new Known(digest, fresh);
        return fresh;
    }
}
