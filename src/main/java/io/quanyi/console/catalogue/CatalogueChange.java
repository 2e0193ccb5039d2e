package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.checks.ReleaseComparison;
import io.quanyi.console.history.DifferenceWords;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The change that a form would make to a catalogue.
 *
 * @param draft the catalogue as it is
 * @param after the file as it would be
 * @param catalogue the catalogue that this file states
 */
record CatalogueChange(DraftCatalogue draft, SourceFile after, Catalogue catalogue) {

    /** The change of an edit. @throws FaultsFound if the catalogue would have faults */
    static CatalogueChange of(DraftCatalogue draft, CatalogueEdit edit) {
        SourceFile after = edit.file();
        return new CatalogueChange(draft, after, DraftCatalogue.read(after));
    }

    /** The change in words. */
    List<Map<String, Object>> words(Language language) {
        return DifferenceWords.of(
                ReleaseComparison.between(draft.catalogue(), catalogue),
                List.of(draft.catalogue(), catalogue),
                language);
    }

    /** Whether anything would be changed. */
    boolean isAny() {
        return !Arrays.equals(draft.file().bytes(), after.bytes());
    }

    /** The lines that would be removed. */
    List<String> removedLines() {
        return between(lines(draft.file()), lines(after));
    }

    /** The lines that would be added. */
    List<String> addedLines() {
        return between(lines(after), lines(draft.file()));
    }

    /** The lines of one file without those with which both begin and end. */
    private static List<String> between(List<String> some, List<String> others) {
        int most = Math.min(some.size(), others.size());
        int head = 0;
        while (head < most && some.get(head).equals(others.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && some.get(some.size() - 1 - tail).equals(others.get(others.size() - 1 - tail))) {
            tail++;
        }
        return new ArrayList<>(some.subList(head, some.size() - tail));
    }

    private static List<String> lines(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
    }
}
