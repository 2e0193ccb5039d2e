package io.quanyi.store.folder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests in which a process halts at each step of its work on the disk. */
@Tag("slow")
class HaltedProcessTests {

    private static final int MAX_STEPS = 60;
    private static final int AT_A_TIME = 2;

    @TempDir
    private Path temp;

    /** The checks after a process has ended, finished or halted. */
    private interface Look {
        void at(Path folder, boolean done) throws IOException;
    }

    @Test
    void anAppendHappensOrDoesNot() throws Exception {
        Map<Path, FolderStore> neighbours = new LinkedHashMap<>();
        everyStep("append", folder -> neighbours.put(folder, seeded(folder)), (folder, done) -> {
            FolderStore neighbour = requireNonNull(neighbours.get(folder));
            boolean committed =
                    Files.readString(folder.resolve(StoreSamples.LEDGER)).equals("1\n2");
            Map<String, String> expected = committed ? StoreSamples.seedWithChange() : StoreSamples.SEED;
            assertThat(done && !committed).isFalse();
            assertThat(StoreSamples.texts(neighbour.newest())).isEqualTo(expected);
            FolderStore next = FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk());
            assertThat(StoreSamples.texts(next.newest())).isEqualTo(expected);
            assertThat(StoreSamples.leftovers(folder)).isEmpty();
            if (!committed) {
                StoreSamples.appendOtherBytes(neighbour);
            }
        });
    }

    /** Opens the folder with another seed, to see whether the first one was written. */
    @Test
    void aFolderIsSeededOrIsNot() throws Exception {
        everyStep("seed", folder -> {}, (folder, done) -> {
            Map<String, String> other = Map.of("other/a", "1", "b", "2");
            FolderStore next = FolderStore.open(folder, SourceTree.of(StoreSamples.files(other)), new UnsyncedDisk());
            assertThat(StoreSamples.texts(next.newest())).isIn(List.of(StoreSamples.SEED, other));
            assertThat(done && !StoreSamples.texts(next.newest()).equals(StoreSamples.SEED))
                    .isFalse();
            assertThat(StoreSamples.leftovers(folder)).isEmpty();
        });
    }

    @Test
    void aStateIsAcceptedOrIsNot() throws Exception {
        everyStep("accept", HaltedProcessTests::acceptOld, (folder, done) -> {
            FolderStore next = FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk());
            Optional<Map<String, String>> lastGood = next.lastGood().map(StoreSamples::texts);
            assertThat(lastGood).isIn(Optional.of(StoreSamples.SEED), Optional.of(StoreSamples.seedWithChange()));
            assertThat(done && lastGood.equals(Optional.of(StoreSamples.SEED))).isFalse();
            assertThat(StoreSamples.leftovers(folder)).isEmpty();
            next.accept(next.newest());
            assertThat(next.lastGood().map(StoreSamples::texts)).contains(StoreSamples.seedWithChange());
        });
    }

    private static FolderStore seeded(Path folder) throws IOException {
        StoreSamples.write(folder, StoreSamples.SEED);
        return FolderStore.open(folder, StoreSamples.seed(), new UnsyncedDisk());
    }

    private static void acceptOld(Path folder) throws IOException {
        FolderStore store = seeded(folder);
        store.accept(store.newest());
        store.append(StoreSamples.change(StoreSamples.seedRevision()));
    }

    private interface Preparation {
        void of(Path folder) throws IOException;
    }

    private void everyStep(String action, Preparation preparation, Look look) throws Exception {
        boolean done = false;
        int step = 1;
        for (; !done; step += AT_A_TIME) {
            assertThat(step).isLessThan(MAX_STEPS);
            Map<Path, Process> processes = new LinkedHashMap<>();
            for (int beside = 0; beside < AT_A_TIME; beside++) {
                Path folder = temp.resolve(action + "-" + (step + beside));
                preparation.of(folder);
                processes.put(folder, StoreProcess.start(action, folder, step + beside));
            }
            for (Map.Entry<Path, Process> process : processes.entrySet()) {
                int status = StoreProcess.status(process.getValue());
                assertThat(status).isIn(0, FailingDisk.HALTED);
                done = status == 0;
                look.at(process.getKey(), done);
            }
        }
        assertThat(step).isGreaterThan(4);
    }
}
