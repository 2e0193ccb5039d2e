package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.FailingDisk.DiskFailureReason;
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

/** Tests that a store is as before or as intended, at whichever step the disk fails. */
class FailingDiskTests {

    private static final int MAX_STEPS = 100;
    private static final Set<DiskFailureReason> UNDONE_AT_ONCE =
            EnumSet.of(DiskFailureReason.FAILS, DiskFailureReason.FAILS_AFTERWARDS, DiskFailureReason.FULL);

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void anAppendHappensOrDoesNot(DiskFailureReason trouble) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            assertThat(step).isLessThan(MAX_STEPS);
            Path folder = temp.resolve(trouble + "-" + step);
            failed = appends(
                    folder, step, trouble, StoreSamples.change(StoreSamples.seedRevision()), StoreSamples.LEDGER);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void anAppendOfSeveralLedgersHappensOrDoesNot(DiskFailureReason trouble) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            assertThat(step).isLessThan(MAX_STEPS);
            Path folder = temp.resolve(trouble + "-" + step);
            StoreChange change = StoreSamples.changeOfSeveralLedgers(StoreSamples.seedRevision());
            failed = appends(folder, step, trouble, change, StoreSamples.LEDGER);
        }
    }

    /** Without a ledger, the end of the journal makes the files count. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void anAppendWithTheLedgerThatIsThereHappensOrDoesNot(DiskFailureReason trouble) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            assertThat(step).isLessThan(MAX_STEPS);
            Path folder = temp.resolve(trouble + "-" + step);
            StoreChange change = StoreSamples.change(StoreSamples.seedRevision(), StoreSamples.ADDED, "1");
            failed = appends(folder, step, trouble, change, "");
        }
    }

    /** @return whether a step failed that mattered */
    private static boolean appends(Path folder, int step, DiskFailureReason trouble, StoreChange change, String ledger)
            throws IOException {
        FailingDisk disk = new FailingDisk(new UnsyncedDisk());
        StoreSamples.write(folder, StoreSamples.SEED);
        FolderStore store = FolderStore.open(folder, StoreSamples.seed(), disk);
        FolderStore neighbour = FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk());
        disk.troubleAt(step, trouble);
        boolean returned = returns(() -> store.append(change));
        boolean hadTrouble = disk.hadTrouble();
        boolean committed = ledger.isEmpty()
                ? disk.hasDeleted(folder.resolve(WriteJournal.NAME))
                        && StoreSamples.texts(store.newest()).containsKey("p/notes.yaml")
                : disk.hasMovedTo(folder.resolve(ledger));
        Map<String, String> expected = committed ? StoreSamples.with(change) : StoreSamples.SEED;
        assertThat(returned && !committed).isFalse();
        if (trouble == DiskFailureReason.FAILS && !ledger.isEmpty()) {
            boolean safe = committed && !disk.hadTroubleToSync(StorePath.folderOf(folder.resolve(ledger)));
            assertThat(returned).as("step " + step).isEqualTo(safe);
        }
        if (!committed && UNDONE_AT_ONCE.contains(trouble)) {
            assertThat(StoreSamples.leftovers(folder)).isEmpty();
            assertThat(StoreSamples.texts(ReadOnlyStore.ofFolder(folder).newest()))
                    .isEqualTo(StoreSamples.SEED);
        }
        assertThat(StoreSamples.texts(store.newest())).as("step " + step).isEqualTo(expected);
        assertThat(StoreSamples.texts(neighbour.newest())).isEqualTo(expected);
        assertThat(StoreSamples.texts(FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk())
                        .newest()))
                .isEqualTo(expected);
        assertThat(StoreSamples.leftovers(folder)).isEmpty();
        disk.troubleAt(Integer.MAX_VALUE, trouble);
        if (!committed) {
            StoreSamples.appendOtherBytes(store);
        }
        return hadTrouble;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void aStateIsAcceptedOrIsNot(DiskFailureReason trouble) throws IOException {
        for (int step = 1, most = MAX_STEPS; step < most; step++) {
            Path folder = temp.resolve(trouble + "-" + step);
            FailingDisk disk = new FailingDisk(new UnsyncedDisk());
            StoreSamples.write(folder, StoreSamples.SEED);
            FolderStore store = FolderStore.open(folder, StoreSamples.seed(), disk);
            Snapshot old = store.newest();
            store.accept(old);
            Snapshot now = store.append(StoreSamples.change(old.revision()));
            disk.troubleAt(step, trouble);
            boolean returned = returns(() -> store.accept(now));
            boolean written = disk.hasMovedTo(folder.resolve(".last-good.zip"));
            assertThat(returned && !written).isFalse();
            assertThat(lastGood(store))
                    .isEqualTo(Optional.of(written ? StoreSamples.seedWithChange() : StoreSamples.SEED));
            FolderStore next = FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk());
            assertThat(lastGood(next)).isEqualTo(lastGood(store));
            assertThat(StoreSamples.leftovers(folder)).isEmpty();
            if (!disk.hadTrouble()) {
                return;
            }
            assertThat(step).isLessThan(MAX_STEPS - 1);
        }
    }

    /** Opens the folder with another seed, to see whether the first one was written. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void aFolderIsSeededOrIsNot(DiskFailureReason trouble) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            assertThat(step).isLessThan(MAX_STEPS);
            Path folder = temp.resolve(trouble + "-" + step);
            FailingDisk disk = new FailingDisk(new UnsyncedDisk());
            disk.troubleAt(step, trouble);
            boolean returned = returns(() -> FolderStore.open(folder, StoreSamples.seed(), disk));
            failed = disk.hadTrouble();
            Map<String, String> other = Map.of("other/a", "1", "b", "2");
            Map<String, String> found = StoreSamples.texts(
                    FolderStore.open(folder, SourceTree.of(StoreSamples.files(other)), new UnsyncedDisk())
                            .newest());
            assertThat(found).as("step " + step).isIn(List.of(StoreSamples.SEED, other));
            assertThat(returned && !found.equals(StoreSamples.SEED)).isFalse();
            assertThat(StoreSamples.leftovers(folder)).isEmpty();
        }
    }

    private static Optional<Map<String, String>> lastGood(FolderStore store) {
        return store.lastGood().map(StoreSamples::texts);
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
