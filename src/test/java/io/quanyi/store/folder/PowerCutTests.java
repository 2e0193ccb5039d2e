package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with a power cut at every step, and a disk that then forgets what was not synced. */
@Tag("slow")
class PowerCutTests {

    private static final int MAX_STEPS = 100;
    private static final int CHANCES = 3;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAppendThatReturnedIsKeptAndAnyOtherIsWholeOrNot(boolean several) throws IOException {
        for (int chance = 0; chance < CHANCES; chance++) {
            boolean cut = true;
            for (int steps = 0; cut; steps++) {
                assertThat(steps).isLessThan(MAX_STEPS);
                Path folder = temp.resolve(chance + "-" + steps);
                StoreSamples.write(folder, StoreSamples.SEED);
                PowerCutDisk disk = new PowerCutDisk(folder, steps);
                FolderStore store = FolderStore.open(folder, StoreSamples.seed(), disk);
                boolean returned = returns(() -> store.append(change(several)));
                cut = disk.isCut();
                disk.cutPower(keeps(chance, steps));
                FolderStore next = FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk());
                Map<String, String> found = StoreSamples.texts(next.newest());
                assertThat(found)
                        .as("step " + steps)
                        .isIn(List.of(StoreSamples.SEED, StoreSamples.with(change(several))));
                assertThat(returned && !found.equals(StoreSamples.with(change(several))))
                        .isFalse();
                assertThat(StoreSamples.leftovers(folder)).isEmpty();
                if (found.equals(StoreSamples.SEED)) {
                    StoreSamples.appendOtherBytes(next);
                }
            }
        }
    }

    /** Cuts the power again during the cleaning up. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tidyingUpMayBeCutShortToo(boolean several) throws IOException {
        appendsThenTidiesUp(several, (folder, disk, steps) -> {
            disk.cutPower(new Random(steps));
            return new PowerCutDisk(folder, steps);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProcessMayDieBeforeThePowerIsCut(boolean several) throws IOException {
        appendsThenTidiesUp(several, (folder, disk, steps) -> {
            disk.goOn(steps);
            return disk;
        });
    }

    /** The end of a writing process, after which another cleans up. */
    private interface Death {
        PowerCutDisk of(Path folder, PowerCutDisk disk, int stepsOfTheNext) throws IOException;
    }

    private void appendsThenTidiesUp(boolean several, Death death) throws IOException {
        boolean died = true;
        int steps = 0;
        for (; died; steps++) {
            assertThat(steps).isLessThan(MAX_STEPS);
            boolean cut = true;
            for (int next = 0; cut; next++) {
                Path folder = temp.resolve(steps + "-" + next);
                StoreSamples.write(folder, StoreSamples.SEED);
                PowerCutDisk disk = new PowerCutDisk(folder, steps);
                FolderStore store = FolderStore.open(folder, StoreSamples.seed(), disk);
                returns(() -> store.append(change(several)));
                died = disk.isCut();
                PowerCutDisk again = death.of(folder, disk, next);
                boolean leftMuch = Files.exists(folder.resolve(WriteJournal.NAME));
                returns(() -> FolderStore.open(folder, StoreSamples.seed(), again));
                cut = leftMuch && again.isCut();
                again.cutPower(keeps(next % CHANCES, next));
                Map<String, String> found =
                        StoreSamples.texts(FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk())
                                .newest());
                assertThat(found)
                        .as(steps + ", " + next)
                        .isIn(List.of(StoreSamples.SEED, StoreSamples.with(change(several))));
            }
        }
        assertThat(steps).isGreaterThan(10);
    }

    /** Opens the folder with another seed, to see whether the first one was written. */
    @Test
    void aSeedThatReturnedIsKeptAndAnyOtherIsWholeOrNot() throws IOException {
        for (int chance = 0; chance < CHANCES; chance++) {
            boolean cut = true;
            for (int steps = 0; cut; steps++) {
                assertThat(steps).isLessThan(MAX_STEPS);
                Path around = Files.createDirectory(temp.resolve(chance + "-" + steps));
                Path folder = around.resolve("data");
                PowerCutDisk disk = new PowerCutDisk(around, steps);
                boolean returned = returns(() -> FolderStore.open(folder, StoreSamples.seed(), disk));
                cut = disk.isCut();
                disk.cutPower(keeps(chance, steps));
                Map<String, String> other = Map.of("other/a", "1", "b", "2");
                Map<String, String> found = StoreSamples.texts(
                        FolderStore.open(folder, SourceTree.of(StoreSamples.files(other)), new UnsyncedDisk())
                                .newest());
                assertThat(found).as("step " + steps).isIn(List.of(StoreSamples.SEED, other));
                assertThat(returned && !found.equals(StoreSamples.SEED)).isFalse();
            }
        }
    }

    @Test
    void aStateThatWasAcceptedIsKept() throws IOException {
        boolean cut = true;
        for (int steps = 0; cut; steps++) {
            assertThat(steps).isLessThan(MAX_STEPS);
            Path folder = temp.resolve("accept-" + steps);
            StoreSamples.write(folder, StoreSamples.SEED);
            FolderStore first = FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk());
            first.accept(first.newest());
            first.append(StoreSamples.change(StoreSamples.seedRevision()));
            PowerCutDisk disk = new PowerCutDisk(folder, steps);
            FolderStore store = FolderStore.open(folder, StoreSamples.seed(), disk);
            boolean returned = returns(() -> store.accept(store.newest()));
            cut = disk.isCut();
            disk.cutPower(keeps(0, steps));
            Map<String, String> found = FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk())
                    .lastGood()
                    .map(StoreSamples::texts)
                    .orElseThrow();
            assertThat(found).isIn(List.of(StoreSamples.SEED, StoreSamples.seedWithChange()));
            assertThat(returned && !found.equals(StoreSamples.seedWithChange())).isFalse();
        }
    }

    private static StoreChange change(boolean several) {
        String base = StoreSamples.seedRevision();
        return several ? StoreSamples.changeOfSeveralLedgers(base) : StoreSamples.change(base);
    }

    private static @Nullable Random keeps(int chance, int steps) {
        return chance == 0 ? null : new Random(1000L * chance + steps);
    }

    private static boolean returns(Runnable call) {
        try {
            call.run();
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }
}
