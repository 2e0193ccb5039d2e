package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
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

/** Whenever the power is cut, and whatever the disk then forgets of what it was not made to keep. */
@Tag("slow")
class PowerCutTests {

    private static final int MOST_STEPS = 100;
    private static final int CHANCES = 3;

    @TempDir
    private Path temp;

    @Test
    void anAppendThatReturnedIsKeptAndAnyOtherIsWholeOrNot() throws IOException {
        for (int chance = 0; chance < CHANCES; chance++) {
            boolean cut = true;
            for (int steps = 0; cut; steps++) {
                assertThat(steps).isLessThan(MOST_STEPS);
                Path folder = temp.resolve(chance + "-" + steps);
                Kept.write(folder, Kept.SEED);
                ForgetfulDisk disk = new ForgetfulDisk(folder, steps);
                FolderStore store = FolderStore.open(folder, Kept.seed(), disk);
                boolean returned = returns(() -> store.append(Kept.change(Kept.seedRevision())));
                cut = disk.isCut();
                disk.cutPower(keeps(chance, steps));
                FolderStore next = FolderStore.open(folder, Kept.seed(), new HastyDisk());
                Map<String, String> found = Kept.texts(next.newest());
                assertThat(found).as("step " + steps).isIn(List.of(Kept.SEED, Kept.seedWithChange()));
                assertThat(returned && !found.equals(Kept.seedWithChange())).isFalse();
                assertThat(Kept.leftovers(folder)).isEmpty();
                if (found.equals(Kept.SEED)) {
                    Kept.appendOtherBytes(next);
                }
            }
        }
    }

    /** The power is cut again while the leftovers of the first time are taken away. */
    @Test
    void tidyingUpMayBeCutShortToo() throws IOException {
        appendsThenTidiesUp((folder, disk, steps) -> {
            disk.cutPower(new Random(steps));
            return new ForgetfulDisk(folder, steps);
        });
    }

    @Test
    void aProcessMayDieBeforeThePowerIsCut() throws IOException {
        appendsThenTidiesUp((folder, disk, steps) -> {
            disk.goOn(steps);
            return disk;
        });
    }

    /** How a process that adds something ends, so that another tidies up after it. */
    private interface Death {
        ForgetfulDisk of(Path folder, ForgetfulDisk disk, int stepsOfTheNext) throws IOException;
    }

    private void appendsThenTidiesUp(Death death) throws IOException {
        boolean died = true;
        int steps = 0;
        for (; died; steps++) {
            assertThat(steps).isLessThan(MOST_STEPS);
            boolean cut = true;
            for (int next = 0; cut; next++) {
                Path folder = temp.resolve(steps + "-" + next);
                Kept.write(folder, Kept.SEED);
                ForgetfulDisk disk = new ForgetfulDisk(folder, steps);
                FolderStore store = FolderStore.open(folder, Kept.seed(), disk);
                returns(() -> store.append(Kept.change(Kept.seedRevision())));
                died = disk.isCut();
                ForgetfulDisk again = death.of(folder, disk, next);
                boolean leftMuch = Files.exists(folder.resolve(Journal.NAME));
                returns(() -> FolderStore.open(folder, Kept.seed(), again));
                cut = leftMuch && again.isCut();
                again.cutPower(keeps(next % CHANCES, next));
                Map<String, String> found = Kept.texts(
                        FolderStore.open(folder, Kept.seed(), new HastyDisk()).newest());
                assertThat(found).as(steps + ", " + next).isIn(List.of(Kept.SEED, Kept.seedWithChange()));
            }
        }
        assertThat(steps).isGreaterThan(10);
    }

    /** Opened with another seed afterwards, to see whether the first one took. */
    @Test
    void aSeedThatReturnedIsKeptAndAnyOtherIsWholeOrNot() throws IOException {
        for (int chance = 0; chance < CHANCES; chance++) {
            boolean cut = true;
            for (int steps = 0; cut; steps++) {
                assertThat(steps).isLessThan(MOST_STEPS);
                Path around = Files.createDirectory(temp.resolve(chance + "-" + steps));
                Path folder = around.resolve("data");
                ForgetfulDisk disk = new ForgetfulDisk(around, steps);
                boolean returned = returns(() -> FolderStore.open(folder, Kept.seed(), disk));
                cut = disk.isCut();
                disk.cutPower(keeps(chance, steps));
                Map<String, String> other = Map.of("other/a", "1", "b", "2");
                Map<String, String> found =
                        Kept.texts(FolderStore.open(folder, SourceTree.of(Kept.files(other)), new HastyDisk())
                                .newest());
                assertThat(found).as("step " + steps).isIn(List.of(Kept.SEED, other));
                assertThat(returned && !found.equals(Kept.SEED)).isFalse();
            }
        }
    }

    @Test
    void aStateThatWasAcceptedIsKept() throws IOException {
        boolean cut = true;
        for (int steps = 0; cut; steps++) {
            assertThat(steps).isLessThan(MOST_STEPS);
            Path folder = temp.resolve("accept-" + steps);
            Kept.write(folder, Kept.SEED);
            FolderStore first = FolderStore.open(folder, Kept.seed(), new HastyDisk());
            first.accept(first.newest());
            first.append(Kept.change(Kept.seedRevision()));
            ForgetfulDisk disk = new ForgetfulDisk(folder, steps);
            FolderStore store = FolderStore.open(folder, Kept.seed(), disk);
            boolean returned = returns(() -> store.accept(store.newest()));
            cut = disk.isCut();
            disk.cutPower(keeps(0, steps));
            Map<String, String> found = FolderStore.open(folder, Kept.seed(), new HastyDisk())
                    .lastGood()
                    .map(Kept::texts)
                    .orElseThrow();
            assertThat(found).isIn(List.of(Kept.SEED, Kept.seedWithChange()));
            assertThat(returned && !found.equals(Kept.seedWithChange())).isFalse();
        }
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
