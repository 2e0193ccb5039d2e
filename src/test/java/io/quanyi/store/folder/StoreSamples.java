package io.quanyi.store.folder;

import static io.quanyi.source.Written.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreFailure;
import io.quanyi.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Sample states and changes of stores. */
final class StoreSamples {

    static final String LEDGER = "p/releases.yaml";

    /** The files of a new folder. */
    static final Map<String, String> SEED = Map.of(LEDGER, "1", "p/policy/1/a.drl", "rule a", "readings.yaml", "读法");

    /** The file that {@link #change(String)} adds. */
    static final Map<String, String> ADDED = Map.of("p/policy/2/a.drl", "rule b", "p/notes.yaml", "why");

    private StoreSamples() {}

    static SourceTree seed() {
        return SourceTree.of(files(SEED));
    }

    static StoreChange change(String base) {
        return change(base, ADDED, "1\n2");
    }

    static StoreChange change(String base, Map<String, String> added, String ledger) {
        return new StoreChange(base, files(added), file(LEDGER, ledger), "author", "why");
    }

    /** A change with several ledgers: one of a new folder, and one more that exists. */
    static StoreChange changeOfSeveralLedgers(String base) {
        List<SourceFile> ledgers =
                List.of(file(LEDGER, "1\n2"), file("q/releases.yaml", "1"), file("readings.yaml", "2"));
        return new StoreChange(base, files(ADDED), ledgers, "author", "why");
    }

    static String seedRevision() {
        return SourceTree.digest(files(SEED));
    }

    static Map<String, String> seedWithChange() {
        return with(change(""));
    }

    /** The seed with a change. */
    static Map<String, String> with(StoreChange change) {
        Map<String, String> all = new TreeMap<>(SEED);
        Stream.concat(change.added().stream(), change.ledgers().stream())
                .forEach(file -> all.put(file.path(), text(file)));
        return all;
    }

    /** Checks that the remains of a failed append do not prevent another append of the same files. */
    static void appendOtherBytes(FolderStore store) {
        Map<String, String> other = new TreeMap<>();
        ADDED.keySet().forEach(path -> other.put(path, "other"));
        StoreChange change = change(store.newest().revision(), other, "1\nother");
        assertThat(texts(store.append(change))).isEqualTo(with(change));
    }

    /** The files of a state, after a check that its revision fits. */
    static Map<String, String> texts(Snapshot snapshot) {
        List<SourceFile> files = snapshot.tree().under("");
        assertThat(snapshot.revision()).isEqualTo(SourceTree.digest(files));
        Map<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(file.path(), text(file)));
        return texts;
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    static List<SourceFile> files(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> file(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The code of the failure, after a check that it has a text in both languages. */
    static String code(Class<? extends StoreFailure> type, ThrowingCallable call) {
        StoreFailure failure = catchThrowableOfType(type, call);
        assertThat(failure).isNotNull();
        for (Language language : Language.values()) {
            assertThat(failure.fault().message(language)).doesNotContainPattern("\\{\\d}|trouble\\.");
        }
        return failure.fault().code();
    }

    /** The files of a folder except those that count, the lock and the last good state. */
    static List<String> leftovers(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> name.startsWith(".")
                            && !List.of(".lock", ".last-good.zip").contains(name))
                    .toList();
        }
    }

    static void write(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }
}
