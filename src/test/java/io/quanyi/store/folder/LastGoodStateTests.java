package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.folder.FailingDisk.DiskFailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastGoodStateTests {

    @TempDir
    private Path temp;

    private final FailingDisk disk = new FailingDisk(new UnsyncedDisk());
    private Path file = Path.of("");
    private Snapshot seed = new Snapshot("", StoreSamples.seed());

    @BeforeEach
    void accept() {
        FolderStore store = open();
        seed = store.newest();
        store.accept(seed);
        file = temp.resolve("data/.last-good.zip");
    }

    @Test
    void whatWasAcceptedIsThereForTheNextProcess() {
        Snapshot found = open().lastGood().orElseThrow();
        assertThat(found.revision()).isEqualTo(seed.revision());
        assertThat(StoreSamples.texts(found)).isEqualTo(StoreSamples.SEED);
    }

    @Test
    void whatWasAcceptedLastCounts() {
        FolderStore store = open();
        Snapshot next = store.append(StoreSamples.change(seed.revision()));
        assertThat(store.lastGood().map(Snapshot::revision)).contains(seed.revision());
        store.accept(next);
        assertThat(store.lastGood().map(StoreSamples::texts)).contains(StoreSamples.seedWithChange());
        store.accept(seed);
        assertThat(store.lastGood().map(StoreSamples::texts)).contains(StoreSamples.SEED);
    }

    @Test
    void acceptingTheSameAgainWritesNothing() {
        FolderStore store = open();
        disk.troubleAt(1, DiskFailureReason.FAILS);
        store.accept(store.newest());
        store.accept(seed);
        assertThat(disk.hadTrouble()).isFalse();
    }

    @Test
    void itIsNoPartOfTheStore() {
        assertThat(open().newest().revision()).isEqualTo(seed.revision());
    }

    @Test
    void aNewStoreBesideItHasNone() {
        assertThat(FolderStore.open(temp.resolve("other"), StoreSamples.seed()).lastGood())
                .isEmpty();
    }

    @Tag("slow")
    @Test
    void aDamagedOneIsRefusedWhereverItIsDamaged() throws IOException {
        FolderStore store = open();
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x11;
            Files.write(file, damaged);
            refused += isRefused(store) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(whole.length / 4);
    }

    @Tag("slow")
    @Test
    void oneThatIsCutShortIsRefusedOrWhole() throws IOException {
        FolderStore store = open();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            isRefused(store);
        }
        Files.write(file, new byte[0]);
        assertThat(isRefused(store)).isTrue();
    }

    /** Checks that the state is refused or equal to the accepted one: some bytes of a zip have no meaning. */
    private boolean isRefused(FolderStore store) {
        try {
            Snapshot found = store.lastGood().orElseThrow();
            assertThat(found.revision()).isEqualTo(seed.revision());
            assertThat(StoreSamples.texts(found)).isEqualTo(StoreSamples.SEED);
            return false;
        } catch (StoreRefused e) {
            assertThat(e.fault().code()).isEqualTo("store-damaged");
            return true;
        }
    }

    @Test
    void aDamagedOneIsReplacedByTheNext() throws IOException {
        Files.writeString(file, "damaged");
        FolderStore store = open();
        assertThat(StoreSamples.code(StoreRefused.class, store::lastGood)).isEqualTo("store-damaged");
        store.accept(seed);
        assertThat(store.lastGood().map(StoreSamples::texts)).contains(StoreSamples.SEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/x", "a/../../x", ".lock", "a\\x", ""})
    void namesThatLeadElsewhereAreRefusedThoughTheDigestHolds(String name) throws IOException {
        Map<String, String> entries = new TreeMap<>(Map.of(name, "x", ".revision", "r"));
        Files.write(file, zip(entries, SourceTree.digest(StoreSamples.files(entries))));
        FolderStore store = open();
        assertThat(StoreSamples.code(StoreRefused.class, store::lastGood)).isEqualTo("store-damaged");
        entries.remove(name);
        entries.put("good", "x");
        Files.write(file, zip(entries, SourceTree.digest(StoreSamples.files(entries))));
        assertThat(store.lastGood().map(Snapshot::revision)).contains("r");
    }

    private static byte[] zip(Map<String, String> entries, String digest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, String> all = new TreeMap<>(entries);
        all.put(".digest", digest);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private FolderStore open() {
        return FolderStore.open(temp.resolve("data"), StoreSamples.seed(), disk);
    }
}
