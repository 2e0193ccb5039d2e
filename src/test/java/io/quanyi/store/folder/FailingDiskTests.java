package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Change;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.TroubledDisk.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever step to the disk fails, a store is as it was before or as it was to be. */
class FailingDiskTests {

    private static final int MOST_STEPS = 100;
    private static final Set<Trouble> UNDONE_AT_ONCE =
            EnumSet.of(Trouble.FAILS, Trouble.FAILS_AFTERWARDS, Trouble.FULL);

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void anAppendHappensOrDoesNot(Trouble trouble) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            assertThat(step).isLessThan(MOST_STEPS);
            Path folder = temp.resolve(trouble + "-" + step);
            failed = appends(folder, step, trouble, Kept.change(Kept.seedRevision()), Kept.LEDGER);
        }
    }

    /** What makes the files count is then the end of the journal. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void anAppendWithTheLedgerThatIsThereHappensOrDoesNot(Trouble trouble) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            assertThat(step).isLessThan(MOST_STEPS);
            Path folder = temp.resolve(trouble + "-" + step);
            Change change = Kept.change(Kept.seedRevision(), Kept.ADDED, "1");
            failed = appends(folder, step, trouble, change, "");
        }
    }

    /** @return whether a step failed that mattered */
    private static boolean appends(Path folder, int step, Trouble trouble, Change change, String ledger)
            throws IOException {
        TroubledDisk disk = new TroubledDisk(new HastyDisk());
        Kept.write(folder, Kept.SEED);
        FolderStore store = FolderStore.open(folder, Kept.seed(), disk);
        FolderStore neighbour = FolderStore.open(folder, Kept.seed(), new HastyDisk());
        disk.troubleAt(step, trouble);
        boolean returned = returns(() -> store.append(change));
        boolean hadTrouble = disk.hadTrouble();
        boolean committed = ledger.isEmpty()
                ? disk.hasDeleted(folder.resolve(Journal.NAME))
                        && Kept.texts(store.newest()).containsKey("p/notes.yaml")
                : disk.hasMovedTo(folder.resolve(ledger));
        Map<String, String> expected = committed ? Kept.with(change) : Kept.SEED;
        assertThat(returned && !committed).isFalse();
        if (trouble == Trouble.FAILS && !ledger.isEmpty()) {
            boolean safe = committed && !disk.hadTroubleToSync(StorePath.folderOf(folder.resolve(ledger)));
            assertThat(returned).as("step " + step).isEqualTo(safe);
        }
        if (!committed && UNDONE_AT_ONCE.contains(trouble)) {
            assertThat(Kept.leftovers(folder)).isEmpty();
            assertThat(Kept.texts(ReadOnlyStore.ofFolder(folder).newest())).isEqualTo(Kept.SEED);
        }
        assertThat(Kept.texts(store.newest())).as("step " + step).isEqualTo(expected);
        assertThat(Kept.texts(neighbour.newest())).isEqualTo(expected);
        assertThat(Kept.texts(
                        FolderStore.open(folder, Kept.seed(), new HastyDisk()).newest()))
                .isEqualTo(expected);
        assertThat(Kept.leftovers(folder)).isEmpty();
        disk.troubleAt(Integer.MAX_VALUE, trouble);
        if (!committed) {
            Kept.appendOtherBytes(store);
        }
        return hadTrouble;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void aStateIsAcceptedOrIsNot(Trouble trouble) throws IOException {
        for (int step = 1, most = MOST_STEPS; step < most; step++) {
            Path folder = temp.resolve(trouble + "-" + step);
            TroubledDisk disk = new TroubledDisk(new HastyDisk());
            Kept.write(folder, Kept.SEED);
            FolderStore store = FolderStore.open(folder, Kept.seed(), disk);
            Snapshot old = store.newest();
            store.accept(old);
            Snapshot now = store.append(Kept.change(old.revision()));
            disk.troubleAt(step, trouble);
            boolean returned = returns(() -> store.accept(now));
            boolean written = disk.hasMovedTo(folder.resolve(".last-good.zip"));
            assertThat(returned && !written).isFalse();
            assertThat(lastGood(store)).isEqualTo(Optional.of(written ? Kept.seedWithChange() : Kept.SEED));
            FolderStore next = FolderStore.open(folder, Kept.seed(), new HastyDisk());
            assertThat(lastGood(next)).isEqualTo(lastGood(store));
            assertThat(Kept.leftovers(folder)).isEmpty();
            if (!disk.hadTrouble()) {
                return;
            }
            assertThat(step).isLessThan(MOST_STEPS - 1);
        }
    }

    /** Opened with another seed afterwards, to see whether the first one took. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void aFolderIsSeededOrIsNot(Trouble trouble) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            assertThat(step).isLessThan(MOST_STEPS);
            Path folder = temp.resolve(trouble + "-" + step);
            TroubledDisk disk = new TroubledDisk(new HastyDisk());
            disk.troubleAt(step, trouble);
            boolean returned = returns(() -> FolderStore.open(folder, Kept.seed(), disk));
            failed = disk.hadTrouble();
            Map<String, String> other = Map.of("other/a", "1", "b", "2");
            Map<String, String> found =
                    Kept.texts(FolderStore.open(folder, SourceTree.of(Kept.files(other)), new HastyDisk())
                            .newest());
            assertThat(found).as("step " + step).isIn(List.of(Kept.SEED, other));
            assertThat(returned && !found.equals(Kept.SEED)).isFalse();
            assertThat(Kept.leftovers(folder)).isEmpty();
        }
    }

    private static Optional<Map<String, String>> lastGood(FolderStore store) {
        return store.lastGood().map(Kept::texts);
    }

    private static boolean returns(Runnable call) {
        try {
            call.run();
            return true;
        } catch (StoreUnavailable e) {
            assertThat(e.fault().code()).isIn("store-not-written", "store-unreachable");
            assertThat(e.fault().arguments().toString()).containsPattern("trouble\\.(disk|full)");
            return false;
        }
    }
}
