package io.quanyi.store.folder;

import static io.quanyi.source.Written.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Change;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process left that died while it added something. */
class JournalTests {

    @TempDir
    private Path temp;

    private Path folder = Path.of("");
    private Path journal = Path.of("");

    @BeforeEach
    void write() throws IOException {
        folder = temp.resolve("data");
        journal = folder.resolve(Journal.NAME);
        Kept.write(folder, Kept.SEED);
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        Journal written = new Journal(Kept.LEDGER, "sha256:1", List.of("p/读", "p/读/2"), List.of("p/读/2/a", "b"));
        Files.write(journal, written.bytes());
        assertThat(Journal.in(folder)).contains(written);
        Journal least = new Journal("", "sha256:1", List.of(), List.of());
        Files.write(journal, least.bytes());
        assertThat(Journal.in(folder)).contains(least);
    }

    @Test
    void itNamesTheFoldersThatAreNotThereTheOutermostFirst() throws IOException {
        Journal made = Journal.of(folder, List.of(file("q/a/b/c", ""), file("p/policy/2/d", "")), "r/s");
        assertThat(made.folders()).containsExactly("p/policy/2", "q", "q/a", "q/a/b", "r");
    }

    @Test
    void filesThatItNamesDoNotCountWhileTheLedgerIsTheOldOne() throws IOException {
        died(Kept.LEDGER, "p/new", "q/new");
        FolderStore store = FolderStore.open(folder, Kept.seed());
        assertThat(Kept.texts(store.newest())).isEqualTo(Kept.SEED);
        assertThat(folder.resolve("q")).doesNotExist();
        assertThat(Kept.leftovers(folder)).isEmpty();
    }

    @Test
    void aStoreThatIsOpenDoesNotSeeThemEither() throws IOException {
        FolderStore store = FolderStore.open(folder, Kept.seed());
        Snapshot before = store.newest();
        died(Kept.LEDGER, "p/new", "q/new");
        assertThat(store.newest()).isSameAs(before);
        assertThat(folder.resolve("q/new")).exists();
        Change other = Kept.change(before.revision(), Map.of("q/new", "other"), "2");
        assertThat(Kept.texts(store.append(other))).isEqualTo(Kept.with(other));
    }

    @Test
    void theyCountOnceTheLedgerIsAnother() throws IOException {
        FolderStore store = FolderStore.open(folder, Kept.seed());
        died(Kept.LEDGER, "p/new");
        Files.writeString(folder.resolve(Kept.LEDGER), "2");
        Map<String, String> expected = new TreeMap<>(Kept.SEED);
        expected.putAll(Map.of(Kept.LEDGER, "2", "p/new", "p/new"));
        assertThat(Kept.texts(store.newest())).isEqualTo(expected);
        assertThat(Kept.texts(FolderStore.open(folder, Kept.seed()).newest())).isEqualTo(expected);
        assertThat(Kept.leftovers(folder)).isEmpty();
    }

    @Test
    void whatSomebodyPutIntoAFolderThatItNamesStays() throws IOException {
        died(Kept.LEDGER, "q/new");
        Kept.write(folder, Map.of("q/own", "own"));
        Map<String, String> expected = new TreeMap<>(Kept.SEED);
        expected.put("q/own", "own");
        assertThat(Kept.texts(FolderStore.open(folder, Kept.seed()).newest())).isEqualTo(expected);
    }

    @Test
    void aSeedThatWasNotWholeIsBegunAnew() throws IOException {
        Path other = Files.createDirectory(temp.resolve("other"));
        died(other, "", "p/policy/1/a.drl", "z");
        assertThat(Kept.texts(FolderStore.open(other, Kept.seed()).newest())).isEqualTo(Kept.SEED);
    }

    @Test
    void stagingFoldersOfTheDeadAreTakenAway() throws IOException {
        Kept.write(folder, Map.of(".staging-1/0", "x", ".staging-2/0", "x", ".staging-2/1", "x"));
        Kept.write(temp, Map.of("outside/0", "x"));
        Files.createSymbolicLink(folder.resolve(".staging-3"), temp.resolve("outside"));
        FolderStore.open(folder, Kept.seed()).close();
        assertThat(Kept.leftovers(folder)).isEmpty();
        assertThat(temp.resolve("outside/0")).exists();
    }

    @Test
    void aDamagedOneIsRefusedWhereverItIsDamaged() throws IOException {
        FolderStore store = FolderStore.open(folder, Kept.seed());
        died(Kept.LEDGER, "p/new");
        byte[] whole = Files.readAllBytes(journal);
        for (int i = 0; i <= whole.length; i++) {
            byte[] damaged = i < whole.length ? whole.clone() : new byte[0];
            if (i < whole.length) {
                damaged[i] ^= 1;
            }
            Files.write(journal, damaged);
            assertThat(Kept.code(StoreRefused.class, store::newest))
                    .as("byte " + i)
                    .isEqualTo("store-damaged");
        }
        assertThat(Kept.code(StoreRefused.class, () -> FolderStore.open(folder, Kept.seed())))
                .isEqualTo("store-damaged");
        assertThat(folder.resolve("p/new")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/tmp/outside", "p/../../outside", ".lock", "p/./x"})
    void oneThatNamesWhatIsElsewhereIsRefused(String path) throws IOException {
        Kept.write(temp, Map.of("outside", "x"));
        String before = SourceTree.digest(List.of());
        for (Journal bad : List.of(
                new Journal("p/x", before, List.of(), List.of(path)),
                new Journal("p/x", before, List.of(path), List.of()),
                new Journal(path, before, List.of(), List.of()))) {
            Files.write(journal, bad.bytes());
            assertThat(Kept.code(StoreRefused.class, () -> FolderStore.open(folder, Kept.seed())))
                    .isEqualTo("store-damaged");
        }
        assertThat(temp.resolve("outside")).exists();
    }

    /** As if a process had died when it had moved the files, but not the ledger. */
    private void died(String ledger, String... paths) throws IOException {
        died(folder, ledger, paths);
    }

    private static void died(Path folder, String ledger, String... paths) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List.of(paths).forEach(path -> texts.put(path, path));
        byte[] bytes = Journal.of(folder, Kept.files(texts), ledger).bytes();
        Files.write(folder.resolve(Journal.NAME), bytes);
        Kept.write(folder, texts);
    }
}
