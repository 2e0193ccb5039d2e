package io.quanyi.impact;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Changed copies of the shipped programmes. */
final class ShippedEdits {

    static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));

    private static final Map<String, ProgrammeRelease> LOADED = new ConcurrentHashMap<>();

    private ShippedEdits() {}

    /** A programme as it is shipped; it is loaded once. */
    static ProgrammeRelease shipped(String programme) {
        return LOADED.computeIfAbsent(programme, any -> load(SHIPPED, programme));
    }

    static ProgrammeRelease load(SourceTree tree, String programme) {
        ReleaseId id = RulesTree.candidates(SHIPPED).stream()
                .filter(candidate -> candidate.programme().equals(programme))
                .findFirst()
                .orElseThrow();
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release);
    }

    /** A tree in which a text of a file is replaced; fails if the file does not contain the text. */
    static SourceTree change(SourceTree tree, String path, String text, String other) {
        String before = new String(Objects.requireNonNull(tree.file(path), path).bytes(), StandardCharsets.UTF_8);
        if (!before.contains(text)) {
            throw new AssertionError(path + " does not say " + text);
        }
        return tree.with(new SourceFile(path, before.replace(text, other).getBytes(StandardCharsets.UTF_8)));
    }

    /** A tree in which the rules of a file are in reverse order. */
    static SourceTree reversed(SourceTree tree, String path) {
        String text = new String(Objects.requireNonNull(tree.file(path), path).bytes(), StandardCharsets.UTF_8);
        String[] parts = text.split("(?=\nrule )", -1);
        StringBuilder other = new StringBuilder(parts[0]);
        for (int i = parts.length - 1; i > 0; i--) {
            other.append(parts[i].stripTrailing()).append("\n");
        }
        return tree.with(new SourceFile(path, other.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
