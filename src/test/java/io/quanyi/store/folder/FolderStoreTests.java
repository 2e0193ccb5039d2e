package io.quanyi.store.folder;

import static io.quanyi.source.Written.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTests {

    @TempDir
    private Path temp;

    private Path folder = Path.of("");

    @BeforeEach
    void name() {
        folder = temp.resolve("data");
    }

    @Test
    void aNewStoreHoldsItsSeed() {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        assertThat(StoreSamples.texts(store.newest())).isEqualTo(StoreSamples.SEED);
        assertThat(store.kind()).isEqualTo("folder");
        assertThat(store.writable()).isTrue();
        assertThat(store.lastGood()).isEmpty();
    }

    @Test
    void aFolderThatIsEmptyOrHasHiddenFilesOnlyIsSeeded() throws IOException {
        StoreSamples.write(folder, Map.of(".idea/x", "x"));
        assertThat(StoreSamples.texts(
                        FolderStore.open(folder, StoreSamples.seed()).newest()))
                .isEqualTo(StoreSamples.SEED);
    }

    @Test
    void aFolderWithAnythingInItIsNotSeeded() throws IOException {
        StoreSamples.write(folder, Map.of("own.yaml", "own"));
        assertThat(StoreSamples.texts(
                        FolderStore.open(folder, StoreSamples.seed()).newest()))
                .isEqualTo(Map.of("own.yaml", "own"));
    }

    @Test
    void whatIsAddedIsThereForTheNextProcess() {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Snapshot added = store.append(StoreSamples.change(store.newest().revision()));
        assertThat(StoreSamples.texts(added)).isEqualTo(StoreSamples.seedWithChange());
        assertThat(store.newest()).isSameAs(added);
        store.close();
        FolderStore next = FolderStore.open(folder, StoreSamples.seed());
        assertThat(next.newest().revision()).isEqualTo(added.revision());
        assertThat(StoreSamples.texts(next.newest())).isEqualTo(StoreSamples.seedWithChange());
    }

    @Test
    void nothingIsLeftOver() throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        store.accept(store.append(StoreSamples.change(store.newest().revision())));
        assertThat(StoreSamples.leftovers(folder)).isEmpty();
    }

    @Test
    void onlyItsOwnerMayWriteAndNobodyElseRead() throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        store.accept(store.append(StoreSamples.change(store.newest().revision())));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                String allowed = Files.isDirectory(path) ? "rwxr-x---" : "rw-r-----";
                assertThat(PosixFilePermissions.fromString(allowed))
                        .as(path.toString())
                        .containsAll(Files.getPosixFilePermissions(path));
            }
        }
    }

    @Test
    void aFolderThatEverybodyMayWriteToIsRefused() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(StoreSamples.code(StoreRefused.class, () -> FolderStore.open(folder, StoreSamples.seed())))
                .isEqualTo("store-open-to-others");
        assertThat(folder).isEmptyDirectory();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(StoreSamples.texts(
                        FolderStore.open(folder, StoreSamples.seed()).newest()))
                .isEqualTo(StoreSamples.SEED);
    }

    @Test
    void whatTheFolderIsInIsNotMade() {
        assertThat(StoreSamples.code(
                        StoreUnavailable.class, () -> FolderStore.open(folder.resolve("below"), StoreSamples.seed())))
                .isEqualTo("store-unreachable");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aLinkThatLeadsNowhereIsNoStore() throws IOException {
        Files.createSymbolicLink(folder, temp.resolve("nowhere"));
        assertThat(StoreSamples.code(StoreUnavailable.class, () -> FolderStore.open(folder, StoreSamples.seed())))
                .isEqualTo("store-unreachable");
    }

    @Test
    void aFileIsNoStore() throws IOException {
        Files.writeString(folder, "file");
        assertThat(StoreSamples.code(StoreUnavailable.class, () -> FolderStore.open(folder, StoreSamples.seed())))
                .isEqualTo("store-unreachable");
        assertThat(folder).hasContent("file");
    }

    @Test
    void aFolderThatIsGoneCannotBeReached() throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Snapshot newest = store.newest();
        Files.move(folder, temp.resolve("gone"));
        assertThat(StoreSamples.code(StoreUnavailable.class, store::newest)).isEqualTo("store-unreachable");
        assertThat(StoreSamples.code(
                        StoreUnavailable.class, () -> store.append(StoreSamples.change(newest.revision()))))
                .isEqualTo("store-not-written");
        Files.move(temp.resolve("gone"), folder);
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void aStateThatDoesNotChangeIsTheSameObject() throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Snapshot newest = store.newest();
        assertThat(store.newest()).isSameAs(newest);
        Files.setLastModifiedTime(folder.resolve("readings.yaml"), FileTime.fromMillis(0));
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void whatPeopleEditByHandIsSeen() throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Path file = folder.resolve("p/policy/1/a.drl");
        FileTime time = Files.getLastModifiedTime(file);
        String before = store.newest().revision();
        Files.writeString(file, "rule z");
        Files.setLastModifiedTime(file, time);
        assertThat(StoreSamples.texts(store.newest())).containsEntry("p/policy/1/a.drl", "rule z");
        assertThat(StoreSamples.code(StoreMoved.class, () -> store.append(StoreSamples.change(before))))
                .isEqualTo("store-moved");
        Files.delete(file);
        Files.writeString(folder.resolve("new.yaml"), "new");
        assertThat(StoreSamples.texts(store.newest())).containsKey("new.yaml").doesNotContainKey("p/policy/1/a.drl");
    }

    @Test
    void aChangeOfAnOlderStateIsNotWritten() {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        String old = store.newest().revision();
        Snapshot now = store.append(StoreSamples.change(old));
        StoreChange late = StoreSamples.change(old, Map.of("q/late.yaml", "late"), "1\nlate");
        assertThat(catchThrowableOfType(StoreMoved.class, () -> store.append(late))
                        .fault()
                        .arguments())
                .containsExactly(old, now.revision());
        assertThat(store.newest()).isSameAs(now);
    }

    @Test
    void aFileThatIsThereWithOtherBytesIsNotReplaced() {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Snapshot newest = store.newest();
        Map<String, String> added = Map.of("p/policy/1/a.drl", "rule z", "p/new.yaml", "new");
        assertThat(StoreSamples.code(
                        StoreRefused.class, () -> store.append(StoreSamples.change(newest.revision(), added, "2"))))
                .isEqualTo("store-file-exists");
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void aFileThatIsThereWithTheSameBytesMayBeAddedAgain() {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Map<String, String> added = Map.of("p/policy/1/a.drl", "rule a", "p/new.yaml", "new");
        store.append(StoreSamples.change(store.newest().revision(), added, "2"));
        assertThat(StoreSamples.texts(store.newest()))
                .containsEntry("p/new.yaml", "new")
                .containsEntry(StoreSamples.LEDGER, "2");
    }

    @Test
    void aChangeThatIsThereAlreadyWritesNothing() {
        FailingDisk disk = new FailingDisk(new UnsyncedDisk());
        FolderStore store = FolderStore.open(folder, StoreSamples.seed(), disk);
        Snapshot newest = store.append(StoreSamples.change(store.newest().revision()));
        disk.troubleAt(1, FailingDisk.DiskFailureReason.FAILS);
        assertThat(store.append(StoreSamples.change(newest.revision()))).isSameAs(newest);
        assertThat(disk.hadTrouble()).isFalse();
    }

    @Test
    void theFirstLedgerOfAFolderThatIsNewIsWrittenToo() {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        SourceFile ledger = file("q/deep/releases.yaml", "1");
        store.append(new StoreChange(store.newest().revision(), List.of(), ledger, "author", "why"));
        Map<String, String> expected = new TreeMap<>(StoreSamples.SEED);
        expected.put("q/deep/releases.yaml", "1");
        assertThat(StoreSamples.texts(store.newest())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/x",
                "..",
                "../x",
                "a/../x",
                "a/./x",
                "a//x",
                "a/",
                ".x",
                "a/.x",
                "a/.git/x",
                ".lock",
                ".journal",
                "a\\x",
                "..\\x",
                "C:/x",
                "a\nb",
                "a\u0000b",
                "a\u007Fb",
                "a\u202Eb",
                "a\u2028b",
                "a\uD800b"
            })
    void pathsThatLeadElsewhereAreRefused(String path) throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Snapshot newest = store.newest();
        SourceFile bad = file(path, "x");
        SourceFile good = file("p/x", "x");
        List<StoreChange> changes = List.of(
                new StoreChange(newest.revision(), List.of(good, bad), file(StoreSamples.LEDGER, "2"), "author", "why"),
                new StoreChange(newest.revision(), List.of(good), bad, "author", "why"));
        for (StoreChange change : changes) {
            assertThat(StoreSamples.code(StoreRefused.class, () -> store.append(change)))
                    .isEqualTo("store-path");
        }
        Path other = temp.resolve("other");
        assertThat(StoreSamples.code(StoreRefused.class, () -> FolderStore.open(other, SourceTree.of(List.of(bad)))))
                .isEqualTo("store-path");
        assertThat(store.newest()).isSameAs(newest);
        assertThat(StoreSamples.leftovers(folder)).isEmpty();
        try (Stream<Path> around = Files.list(temp)) {
            assertThat(around).containsExactlyInAnyOrder(folder, other);
        }
    }

    @Test
    void pathsAreOfABoundedLength() {
        String name = "n".repeat(200);
        String longest = "/".concat(name).repeat(4).substring(1) + "/" + "n".repeat(196);
        assertThat(StorePath.isAllowed(name)).isTrue();
        assertThat(StorePath.isAllowed(name + "n")).isFalse();
        assertThat(StorePath.isAllowed("读".repeat(66))).isTrue();
        assertThat(StorePath.isAllowed("读".repeat(67))).isFalse();
        assertThat(longest).hasSize(1000);
        assertThat(StorePath.isAllowed(longest)).isTrue();
        assertThat(StorePath.isAllowed(longest + "n")).isFalse();
    }

    static Stream<List<String>> pathsInEachOthersWay() {
        return Stream.of(
                List.of("a", "a"),
                List.of("a", "a/b"),
                List.of(StoreSamples.LEDGER),
                List.of(StoreSamples.LEDGER + "/a"),
                List.of("p"),
                List.of("p/policy"),
                List.of("readings.yaml/a"),
                List.of("link"),
                List.of("link/a"),
                List.of("dead/a"));
    }

    @ParameterizedTest
    @MethodSource("pathsInEachOthersWay")
    void filesInEachOthersWayAreRefused(List<String> paths) throws IOException {
        FolderStore store = FolderStore.open(folder, StoreSamples.seed());
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createSymbolicLink(folder.resolve("dead"), temp.resolve("nowhere"));
        Snapshot newest = store.newest();
        List<SourceFile> added = paths.stream().map(path -> file(path, "x")).toList();
        StoreChange change = new StoreChange(newest.revision(), added, file(StoreSamples.LEDGER, "2"), "author", "why");
        assertThat(StoreSamples.code(StoreRefused.class, () -> store.append(change)))
                .isEqualTo("store-file-exists");
        assertThat(store.newest()).isSameAs(newest);
        assertThat(outside).isEmptyDirectory();
        assertThat(temp.resolve("nowhere")).doesNotExist();
    }

    @Test
    void whatNobodyCouldReadAgainIsNotWritten() throws IOException {
        SourceTree almostFull = SourceTree.of(Stream.iterate(0, i -> i + 1)
                .limit(19_998)
                .map(i -> file("f" + i, ""))
                .toList());
        NewFiles newFiles = new NewFiles(Files.createDirectory(folder), almostFull);
        StoreChange last = new StoreChange("", List.of(file("a", "")), file("ledger", ""), "author", "why");
        assertThat(newFiles.of(last)).hasSize(1);
        StoreChange more =
                new StoreChange("", List.of(file("a", ""), file("b", "")), file("ledger", ""), "author", "why");
        assertThat(StoreSamples.code(StoreRefused.class, () -> newFiles.of(more)))
                .isEqualTo("store-full");
    }

    @Test
    void moreBytesThanAnybodyReadsAgainAreNotWritten() throws IOException {
        byte[] half = new byte[(int) (SourceTree.MAX_BYTES / 2)];
        NewFiles newFiles =
                new NewFiles(Files.createDirectory(folder), SourceTree.of(List.of(new SourceFile("half", half))));
        SourceFile rest = new SourceFile("rest", half);
        assertThat(newFiles.of(new StoreChange("", List.of(rest), file("ledger", ""), "author", "why")))
                .hasSize(1);
        assertThat(StoreSamples.code(
                        StoreRefused.class,
                        () -> newFiles.of(new StoreChange("", List.of(rest), file("ledger", "1"), "author", "why"))))
                .isEqualTo("store-full");
    }
}
