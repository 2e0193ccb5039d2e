package io.quanyi.console.history;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.FileComparison;
import io.quanyi.release.FileComparison.FileChange;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.SourceTree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files in which two releases differ, in words. */
final class ReleaseFileChanges {

    private final SourceTree tree;
    private final ConsoleTexts texts;

    ReleaseFileChanges(SourceTree tree, ConsoleTexts texts) {
        this.tree = tree;
        this.texts = texts;
    }

    /** The files that only one release has, or that differ, by part and name. */
    List<Map<String, Object>> between(ReleaseId before, ReleaseId after) {
        return Arrays.stream(PartKind.values())
                .flatMap(part -> changes(part, before, after))
                .toList();
    }

    private Stream<Map<String, Object>> changes(PartKind part, ReleaseId before, ReleaseId after) {
        String was = part.folder(before.programme(), part.version(before));
        String is = part.folder(after.programme(), part.version(after));
        return FileComparison.of(tree, was, tree.below(is)).files().stream()
                .filter(file -> file.change() != FileChange.IDENTICAL)
                .map(file -> Map.of(
                        "name",
                        file.path().isEmpty() ? part.id() + ".yaml" : file.path(),
                        "change",
                        texts.of("file-" + file.change())));
    }
}
