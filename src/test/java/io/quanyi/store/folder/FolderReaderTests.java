package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTests {

    @TempDir
    private Path temp;

    private Path folder = Path.of("");
    private int reads;
    private long nanos = Long.MAX_VALUE - 5;
    private Meddling meddling = read -> {};

    /** An action of others during the nth reading, after the files were listed. */
    private interface Meddling {
        void during(int read) throws IOException;
    }

    @BeforeEach
    void write() throws IOException {
        folder = temp.resolve("folder");
        StoreSamples.write(folder, Map.of("a", "1", "b", "1"));
    }

    @Test
    void aFolderThatChangesWhileItIsReadIsReadAgain() {
        meddling = read -> {
            if (read < 5) {
                Files.writeString(folder.resolve("b"), "1".repeat(read + 1));
            }
        };
        assertThat(StoreSamples.texts(reader().newest(UnfinishedWrite.NONE))).isEqualTo(Map.of("a", "1", "b", "11111"));
        assertThat(reads).isEqualTo(5);
    }

    @Test
    void aFolderThatNeverStandsStillIsGivenUp() {
        meddling = read -> Files.writeString(folder.resolve("b"), "1".repeat(read + 1));
        FolderReader reader = reader();
        assertThat(StoreSamples.code(StoreUnavailable.class, () -> reader.newest(UnfinishedWrite.NONE)))
                .isEqualTo("store-changing");
        assertThat(reads).isEqualTo(5);
        meddling = read -> {};
        assertThat(StoreSamples.texts(reader.newest(UnfinishedWrite.NONE))).containsEntry("b", "111111");
    }

    @Test
    void aFolderThatIsReplacedWhileItIsReadIsReadAgain() throws IOException {
        Path other = temp.resolve("other");
        StoreSamples.write(other, Map.of("c", "2"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
        meddling = read -> {
            if (read == 1) {
                Path next = Files.createSymbolicLink(temp.resolve("next"), other);
                Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
            }
        };
        assertThat(StoreSamples.texts(reader(link).newest(UnfinishedWrite.NONE)))
                .isEqualTo(Map.of("c", "2"));
    }

    @Test
    void aFolderThatGoesWhileItIsReadIsReadAgain() throws IOException {
        Path other = temp.resolve("other");
        StoreSamples.write(other, Map.of("c", "2"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
        meddling = read -> {
            if (read == 1) {
                Files.delete(link);
                Files.createSymbolicLink(link, other);
                Files.move(folder, temp.resolve("old"));
            }
        };
        assertThat(StoreSamples.texts(reader(link).newest(UnfinishedWrite.NONE)))
                .isEqualTo(Map.of("c", "2"));
    }

    @Test
    void onlyWhatHasChangedIsReadAnew() throws IOException {
        FolderReader reader = reader();
        Snapshot first = reader.newest(UnfinishedWrite.NONE);
        assertThat(reader.newest(UnfinishedWrite.NONE)).isSameAs(first);
        assertThat(reads).isEqualTo(1);
        Files.writeString(folder.resolve("b"), "2");
        assertThat(StoreSamples.texts(reader.newest(UnfinishedWrite.NONE))).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void whatDoesNotCountIsLeftOutAndOnlyForAsLong() {
        FolderReader reader = reader();
        assertThat(StoreSamples.texts(reader.newest(new UnfinishedWrite(Set.of("b", "c"), List.of()))))
                .isEqualTo(Map.of("a", "1"));
        assertThat(StoreSamples.texts(reader.newest(UnfinishedWrite.NONE))).isEqualTo(Map.of("a", "1", "b", "1"));
        assertThat(StoreSamples.texts(reader.newest(new UnfinishedWrite(Set.of("b"), List.of()))))
                .isEqualTo(Map.of("a", "1"));
    }

    /** A change within one tick of the file system's clock shows in no timestamp, only in a later reading. */
    @Test
    void whatWasReadSoonAfterAChangeIsReadOnceMore() {
        FolderReader reader = reader();
        Snapshot first = reader.newest(UnfinishedWrite.NONE);
        nanos += FolderReader.SETTLED.toNanos() - 1;
        assertThat(reader.newest(UnfinishedWrite.NONE)).isSameAs(first);
        assertThat(reads).isEqualTo(1);
        nanos++;
        assertThat(reader.newest(UnfinishedWrite.NONE)).isSameAs(first);
        assertThat(reads).isEqualTo(2);
        nanos += 10 * FolderReader.SETTLED.toNanos();
        assertThat(reader.newest(UnfinishedWrite.NONE)).isSameAs(first);
        assertThat(reads).isEqualTo(2);
    }

    private FolderReader reader() {
        return reader(folder);
    }

    private FolderReader reader(Path path) {
        return new FolderReader(path, this::read, () -> nanos);
    }

    private SourceTree read(Path root) {
        reads++;
        try {
            meddling.during(reads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SourceTree.ofFolder(root);
    }
}
