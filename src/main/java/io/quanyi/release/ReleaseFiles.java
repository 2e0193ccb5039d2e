package io.quanyi.release;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which files of a rules tree make a release, and what their digest is.
 *
 * @param policy the rule files and their cases
 * @param catalogue the catalogue, one file
 * @param calendars the calendar files
 */
record ReleaseFiles(List<SourceFile> policy, List<SourceFile> catalogue, List<SourceFile> calendars) {

    static ReleaseFiles of(SourceTree tree, String programme, String policy, String catalogue, String calendars) {
        SourceFile catalogueFile = tree.file(programme + "/catalogue/" + catalogue + ".yaml");
        return new ReleaseFiles(
                tree.under(programme + "/policy/" + policy + "/"),
                catalogueFile == null ? List.of() : List.of(catalogueFile),
                tree.under("calendars/" + calendars + "/"));
    }

    /** Over the paths, lengths and bytes of all files. */
    String digest() {
        return SourceTree.digest(Stream.of(policy, catalogue, calendars)
                .flatMap(List::stream)
                .toList());
    }
}
