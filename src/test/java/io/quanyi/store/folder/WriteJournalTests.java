package io.quanyi.store.folder;

import static io.quanyi.source.Written.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
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

/** Tests of the remains of a process that died while it wrote. */
class WriteJournalTests {

    private static final String STAGED = ".staging-01234567-89ab-cdef-0123-456789abcdef/0";

    @TempDir
    private Path temp;

    private Path folder = Path.of("");
    private Path journal = Path.of("");

    @BeforeEach
    void write() throws IOException {
        folder = temp.resolve("data");
        journal = folder.resolve(WriteJournal.NAME);
        StoreSamples.write(folder, StoreSamples.SEED);
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        WriteJournal written = new WriteJournal(
                StoreSamples.LEDGER, "sha256:1", List.of("p/读", "p/读/2"), List.of("p/读/2/a", "b"), List.of());
        Files.write(journal, written.bytes());
        assertThat(WriteJournal.in(folder)).contains(written);
        WriteJournal two = new WriteJournal(
                StoreSamples.LEDGER,
                "sha256:1",
                List.of(),
                List.of("b"),
                List.of(new StagedLedger(STAGED, "q/releases.yaml"), new StagedLedger(STAGED, "r/a b.yaml")));
        Files.write(journal, two.bytes());
        assertThat(WriteJournal.in(folder)).contains(two);
        WriteJournal least = new WriteJournal("", "sha256:1", List.of(), List.of(), List.of());
        Files.write(journal, least.bytes());
        assertThat(WriteJournal.in(folder)).contains(least);
    }

    @Test
    void itNamesTheFoldersThatAreNotThereTheOutermostFirst() throws IOException {
        WriteJournal made =
                WriteJournal.of(folder, List.of(file("q/a/b/c", ""), file("p/policy/2/d", "")), "r/s", List.of());
        assertThat(made.folders()).containsExactly("p/policy/2", "q", "q/a", "q/a/b", "r");
    }

    @Test
    void filesThatItNamesDoNotCountWhileTheLedgerIsTheOldOne() throws IOException {
        died(StoreSamples.LEDGER, "p/new", "q/new");
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        assertThat(StoreSamples.texts(store.newest())).isEqualTo(StoreSamples.SEED);
        assertThat(folder.resolve("q")).doesNotExist();
        assertThat(StoreSamples.leftovers(folder)).isEmpty();
    }

    @Test
    void aStoreThatIsOpenDoesNotSeeThemEither() throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Snapshot before = store.newest();
        died(StoreSamples.LEDGER, "p/new", "q/new");
        assertThat(store.newest()).isSameAs(before);
        assertThat(folder.resolve("q/new")).exists();
        StoreChange other = StoreSamples.change(before.revision(), Map.of("q/new", "other"), "2");
        assertThat(StoreSamples.texts(store.append(other))).isEqualTo(StoreSamples.with(other));
    }

    @Test
    void theyCountOnceTheLedgerIsAnother() throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        died(StoreSamples.LEDGER, "p/new");
        Files.writeString(folder.resolve(StoreSamples.LEDGER), "2");
        Map<String, String> expected = new TreeMap<>(StoreSamples.SEED);
        expected.putAll(Map.of(StoreSamples.LEDGER, "2", "p/new", "p/new"));
        assertThat(StoreSamples.texts(store.newest())).isEqualTo(expected);
        assertThat(StoreSamples.texts(
                        FolderStore.open(folder, StoreSamples.seed()).newest()))
                .isEqualTo(expected);
        assertThat(StoreSamples.leftovers(folder)).isEmpty();
    }

    @Test
    void whatSomebodyPutIntoAFolderThatItNamesStays() throws IOException {
        died(StoreSamples.LEDGER, "q/new");
        StoreSamples.write(folder, Map.of("q/own", "own"));
        Map<String, String> expected = new TreeMap<>(StoreSamples.SEED);
        expected.put("q/own", "own");
        assertThat(StoreSamples.texts(
                        FolderStore.open(folder, StoreSamples.seed()).newest()))
                .isEqualTo(expected);
    }

    @Test
    void aSeedThatWasNotWholeIsBegunAnew() throws IOException {
        Path other = Files.createDirectory(temp.resolve("other"));
        died(other, "", "p/policy/1/a.drl", "z");
        assertThat(StoreSamples.texts(
                        FolderStore.open(other, StoreSamples.seed()).newest()))
                .isEqualTo(StoreSamples.SEED);
    }

    @Test
    void stagingFoldersOfTheDeadAreTakenAway() throws IOException {
        StoreSamples.write(folder, Map.of(".staging-1/0", "x", ".staging-2/0", "x", ".staging-2/1", "x"));
        StoreSamples.write(temp, Map.of("outside/0", "x"));
        Files.createSymbolicLink(folder.resolve(".staging-3"), temp.resolve("outside"));
        FolderStore.open(folder, StoreSamples.seed()).close();
        assertThat(StoreSamples.leftovers(folder)).isEmpty();
        assertThat(temp.resolve("outside/0")).exists();
    }

    @Test
    void aDamagedOneIsRefusedWhereverItIsDamaged() throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        died(StoreSamples.LEDGER, "p/new");
        byte[] whole = Files.readAllBytes(journal);
        for (int i = 0; i <= whole.length; i++) {
            byte[] damaged = i < whole.length ? whole.clone() : new byte[0];
            if (i < whole.length) {
                damaged[i] ^= 1;
            }
            Files.write(journal, damaged);
            assertThat(StoreSamples.code(StoreRefused.class, store::newest))
                    .as("byte " + i)
                    .isEqualTo("store-damaged");
        }
        assertThat(StoreSamples.code(StoreRefused.class, () -> FolderStore.open(folder, StoreSamples.seed())))
                .isEqualTo("store-damaged");
        assertThat(folder.resolve("p/new")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/tmp/outside", "p/../../outside", ".lock", "p/./x"})
    void oneThatNamesWhatIsElsewhereIsRefused(String path) throws IOException {
        StoreSamples.write(temp, Map.of("outside", "x"));
        String before = SourceTree.digest(List.of());
        for (WriteJournal bad : List.of(
                new WriteJournal("p/x", before, List.of(), List.of(path), List.of()),
                new WriteJournal("p/x", before, List.of(path), List.of(), List.of()),
                new WriteJournal(path, before, List.of(), List.of(), List.of()),
                new WriteJournal("p/x", before, List.of(), List.of(), List.of(new StagedLedger(STAGED, path))),
                new WriteJournal("p/x", before, List.of(), List.of(), List.of(new StagedLedger(path, "p/y"))))) {
            Files.write(journal, bad.bytes());
            assertThat(StoreSamples.code(StoreRefused.class, () -> FolderStore.open(folder, StoreSamples.seed())))
                    .isEqualTo("store-damaged");
        }
        assertThat(temp.resolve("outside")).exists();
    }

    /** Leaves a folder as a process does that died after moving the files and before moving the ledger. */
    private void died(String ledger, String... paths) throws IOException {
        died(folder, ledger, paths);
    }

    private static void died(Path folder, String ledger, String... paths) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List.of(paths).forEach(path -> texts.put(path, path));
        byte[] bytes = WriteJournal.of(folder, StoreSamples.files(texts), ledger, List.of())
                .bytes();
        Files.write(folder.resolve(WriteJournal.NAME), bytes);
        StoreSamples.write(folder, texts);
    }
}
