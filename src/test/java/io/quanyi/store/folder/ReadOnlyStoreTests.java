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
        ReadOnlyStore store = ReadOnlyStore.packed(Kept.seed());
        assertThat(Kept.texts(store.newest())).isEqualTo(Kept.SEED);
        assertThat(store.newest()).isSameAs(store.newest());
    }

    @Test
    void nothingIsKeptOrAdded() throws IOException {
        Kept.write(temp, Kept.SEED);
        try (ReadOnlyStore store = ReadOnlyStore.ofFolder(temp)) {
            Snapshot newest = store.newest();
            store.accept(newest);
            assertThat(store.lastGood()).isEmpty();
            assertThat(store.kind()).isEqualTo("read-only");
            assertThat(store.writable()).isFalse();
            assertThat(Kept.code(StoreRefused.class, () -> store.append(Kept.change(newest.revision()))))
                    .isEqualTo("store-read-only");
            assertThat(store.newest()).isSameAs(newest);
            assertThat(Kept.leftovers(temp)).isEmpty();
        }
    }

    @Test
    void aFolderThatSomebodyChangesIsReadAnew() throws IOException {
        Kept.write(temp, Kept.SEED);
        ReadOnlyStore store = ReadOnlyStore.ofFolder(temp);
        Snapshot first = store.newest();
        assertThat(Kept.texts(first)).isEqualTo(Kept.SEED);
        assertThat(store.newest()).isSameAs(first);
        Kept.write(temp, Map.of("new.yaml", "new"));
        assertThat(Kept.texts(store.newest())).containsEntry("new.yaml", "new");
    }

    @Test
    void hiddenFilesMakeNoDifference() throws IOException {
        Kept.write(temp, Kept.SEED);
        ReadOnlyStore store = ReadOnlyStore.ofFolder(temp);
        Snapshot first = store.newest();
        Kept.write(temp, Map.of(".git/index", "x", "p/.a.swp", "x"));
        assertThat(store.newest()).isSameAs(first);
    }

    @Test
    void aFolderThatIsNotThereCannotBeReachedUntilItIs() throws IOException {
        Path folder = temp.resolve("later");
        ReadOnlyStore store = ReadOnlyStore.ofFolder(folder);
        assertThat(Kept.code(StoreUnavailable.class, store::newest)).isEqualTo("store-unreachable");
        Files.writeString(folder, "no folder");
        assertThat(Kept.code(StoreUnavailable.class, store::newest)).isEqualTo("store-unreachable");
        Files.delete(folder);
        Kept.write(folder, Kept.SEED);
        assertThat(Kept.texts(store.newest())).isEqualTo(Kept.SEED);
    }

    @Test
    void aLinkThatIsMadeToLeadElsewhereIsFollowed() throws IOException {
        Kept.write(temp.resolve("one"), Map.of("a", "1"));
        Kept.write(temp.resolve("two"), Map.of("a", "2"));
        Kept.write(temp.resolve("copy"), Map.of("a", "2"));
        Path link = Files.createSymbolicLink(temp.resolve("..data"), Path.of("one"));
        ReadOnlyStore store = ReadOnlyStore.ofFolder(link);
        assertThat(Kept.texts(store.newest())).isEqualTo(Map.of("a", "1"));
        lead(link, "two");
        Snapshot second = store.newest();
        assertThat(Kept.texts(second)).isEqualTo(Map.of("a", "2"));
        lead(link, "copy");
        assertThat(store.newest()).isSameAs(second);
    }

    @Test
    void linksBelowTheFolderAreNotFollowed() throws IOException {
        Kept.write(temp.resolve("outside"), Map.of("secret", "secret"));
        Path folder = temp.resolve("folder");
        Kept.write(folder, Map.of("a", "1"));
        Files.createSymbolicLink(folder.resolve("linked"), temp.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("secret"), temp.resolve("outside/secret"));
        ReadOnlyStore store = ReadOnlyStore.ofFolder(folder);
        Snapshot newest = store.newest();
        assertThat(Kept.texts(newest)).isEqualTo(Map.of("a", "1"));
        Files.writeString(temp.resolve("outside/secret"), "another");
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void moreThanAnyRulesHaveCannotBeReached() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("large"));
        try (var sparse = new RandomAccessFile(folder.resolve("big").toFile(), "rw")) {
            sparse.setLength(SourceTree.MOST_BYTES + 1);
        }
        assertThat(Kept.code(StoreUnavailable.class, ReadOnlyStore.ofFolder(folder)::newest))
                .isEqualTo("store-unreachable");
    }

    private static void lead(Path link, String target) throws IOException {
        Path next = Files.createSymbolicLink(link.resolveSibling("..next"), Path.of(target));
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
    }
}
