package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyStoreTests {

    @TempDir
    private Path temp;

    @Test
    void whatTheBuildPackedNeverChanges() {
        ReadOnlyStore store = ReadOnlyStore.packed(StoreSamples.seed());
        assertThat(StoreSamples.texts(store.newest())).isEqualTo(StoreSamples.SEED);
        assertThat(store.newest()).isSameAs(store.newest());
    }

    @Test
    void nothingIsKeptOrAdded() throws IOException {
        StoreSamples.write(temp, StoreSamples.SEED);
        try (ReadOnlyStore store = ReadOnlyStore.ofFolder(temp)) {
            Snapshot newest = store.newest();
            store.accept(newest);
            assertThat(store.lastGood()).isEmpty();
            assertThat(store.kind()).isEqualTo("read-only");
            assertThat(store.writable()).isFalse();
            assertThat(StoreSamples.code(
                            StoreRefused.class, () -> store.append(StoreSamples.change(newest.revision()))))
                    .isEqualTo("store-read-only");
            assertThat(store.newest()).isSameAs(newest);
            assertThat(StoreSamples.leftovers(temp)).isEmpty();
        }
    }

    @Test
    void aFolderThatSomebodyChangesIsReadAnew() throws IOException {
        StoreSamples.write(temp, StoreSamples.SEED);
        ReadOnlyStore store = ReadOnlyStore.ofFolder(temp);
        Snapshot first = store.newest();
        assertThat(StoreSamples.texts(first)).isEqualTo(StoreSamples.SEED);
        assertThat(store.newest()).isSameAs(first);
        StoreSamples.write(temp, Map.of("new.yaml", "new"));
        assertThat(StoreSamples.texts(store.newest())).containsEntry("new.yaml", "new");
    }

    @Test
    void hiddenFilesMakeNoDifference() throws IOException {
        StoreSamples.write(temp, StoreSamples.SEED);
        ReadOnlyStore store = ReadOnlyStore.ofFolder(temp);
        Snapshot first = store.newest();
        StoreSamples.write(temp, Map.of(".git/index", "x", "p/.a.swp", "x"));
        assertThat(store.newest()).isSameAs(first);
    }

    @Test
    void aFolderThatIsNotThereCannotBeReachedUntilItIs() throws IOException {
        Path folder = temp.resolve("later");
        ReadOnlyStore store = ReadOnlyStore.ofFolder(folder);
        assertThat(StoreSamples.code(StoreUnavailable.class, store::newest)).isEqualTo("store-unreachable");
        Files.writeString(folder, "no folder");
        assertThat(StoreSamples.code(StoreUnavailable.class, store::newest)).isEqualTo("store-unreachable");
        Files.delete(folder);
        StoreSamples.write(folder, StoreSamples.SEED);
        assertThat(StoreSamples.texts(store.newest())).isEqualTo(StoreSamples.SEED);
    }

    @Test
    void aLinkThatIsMadeToLeadElsewhereIsFollowed() throws IOException {
        StoreSamples.write(temp.resolve("one"), Map.of("a", "1"));
        StoreSamples.write(temp.resolve("two"), Map.of("a", "2"));
        StoreSamples.write(temp.resolve("copy"), Map.of("a", "2"));
        Path link = Files.createSymbolicLink(temp.resolve("..data"), Path.of("one"));
        ReadOnlyStore store = ReadOnlyStore.ofFolder(link);
        assertThat(StoreSamples.texts(store.newest())).isEqualTo(Map.of("a", "1"));
        lead(link, "two");
        Snapshot second = store.newest();
        assertThat(StoreSamples.texts(second)).isEqualTo(Map.of("a", "2"));
        lead(link, "copy");
        assertThat(store.newest()).isSameAs(second);
    }

    @Test
    void linksBelowTheFolderAreNotFollowed() throws IOException {
        StoreSamples.write(temp.resolve("outside"), Map.of("secret", "secret"));
        Path folder = temp.resolve("folder");
        StoreSamples.write(folder, Map.of("a", "1"));
        Files.createSymbolicLink(folder.resolve("linked"), temp.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("secret"), temp.resolve("outside/secret"));
        ReadOnlyStore store = ReadOnlyStore.ofFolder(folder);
        Snapshot newest = store.newest();
        assertThat(StoreSamples.texts(newest)).isEqualTo(Map.of("a", "1"));
        Files.writeString(temp.resolve("outside/secret"), "another");
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void moreThanAnyRulesHaveCannotBeReached() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("large"));
        try (var sparse = new RandomAccessFile(folder.resolve("big").toFile(), "rw")) {
            sparse.setLength(SourceTree.MAX_BYTES + 1);
        }
        assertThat(StoreSamples.code(StoreUnavailable.class, ReadOnlyStore.ofFolder(folder)::newest))
                .isEqualTo("store-unreachable");
    }

    private static void lead(Path link, String target) throws IOException {
        Path next = Files.createSymbolicLink(link.resolveSibling("..next"), Path.of(target));
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
    }
}
