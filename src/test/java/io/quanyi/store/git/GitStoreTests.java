package io.quanyi.store.git;

import static io.quanyi.store.git.GitTestRepository.file;
import static io.quanyi.store.git.GitTestRepository.texts;
import static io.quanyi.store.git.StoreFaults.code;
import static io.quanyi.store.git.StoreFaults.refused;
import static io.quanyi.store.git.StoreFaults.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import io.quanyi.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class GitStoreTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.ofHours(8));
    private static final Map<String, String> FILES =
            Map.of("p/releases.yaml", "releases: []\n", "readings.yaml", "读法\r\n");

    @TempDir
    private Path folder;

    private GitTestRepository remote;
    private GitStore store;

    @BeforeEach
    void begin() {
        remote = GitTestRepository.empty(folder.resolve("remote.git"));
        remote.commit(FILES);
        store = open("");
    }

    @AfterEach
    void end() {
        store.close();
        remote.close();
    }

    @Test
    void whatIsOnTheBranchIsRead() {
        Snapshot snapshot = store.newest();
        assertThat(snapshot.revision()).isEqualTo(remote.tip().name()).hasSize(40);
        assertThat(texts(snapshot)).isEqualTo(FILES);
        assertThat(store.kind()).isEqualTo("git");
        assertThat(store.writable()).isTrue();
    }

    @Test
    void theSameStateIsTheSameObject() {
        Snapshot snapshot = store.newest();
        assertThat(store.newest()).isSameAs(snapshot);
        store.accept(snapshot);
        assertThat(store.lastGood().orElseThrow()).isSameAs(snapshot);
    }

    @Test
    void aNewStateIsReadAndSharesTheFilesThatAreTheSame() {
        Snapshot before = store.newest();
        remote.commit(Map.of("p/releases.yaml", "releases: [1]\n", "readings.yaml", "读法\r\n", "again.yaml", "读法\r\n"));
        Snapshot after = store.newest();
        assertThat(after.revision()).isNotEqualTo(before.revision());
        assertThat(after.tree().file("readings.yaml")).isSameAs(before.tree().file("readings.yaml"));
        assertThat(texts(after))
                .containsEntry("p/releases.yaml", "releases: [1]\n")
                .containsEntry("again.yaml", "读法\r\n");
        assertThat(texts(before)).isEqualTo(FILES);
    }

    @Test
    void onlyTheFolderOfTheRulesIsRead() {
        remote.commit(Map.of("a/b/p/x.yaml", "x", "a/c.yaml", "c", "a/b.yaml", "b", "README.md", "r"));
        try (GitStore inside = open("a/b")) {
            assertThat(texts(inside.newest())).isEqualTo(Map.of("p/x.yaml", "x"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "p/q", "readings.yaml", "p/releases.yaml/x"})
    void aFolderThatIsNotInTheCommitIsRefused(String path) {
        try (GitStore elsewhere = open(path)) {
            assertThat(refused(elsewhere::newest, "store-path-missing").arguments())
                    .containsExactly(path, remote.tip().name());
        }
    }

    @Test
    void aBranchThatIsNotThereIsRefused() {
        GitStoreSettings settings = remote.settings(folder.resolve("other"));
        try (GitStore other = GitStore.open(
                new GitStoreSettings(
                        settings.uri(), "release/2", "", null, null, settings.copy(), Duration.ofSeconds(20)),
                CLOCK)) {
            assertThat(refused(other::newest, "store-branch-missing").arguments())
                    .containsExactly("release/2");
        }
    }

    @Test
    void anEmptyRepositoryIsRefused() {
        try (GitTestRepository empty = GitTestRepository.empty(folder.resolve("empty.git"));
                GitStore other = GitStore.open(empty.settings(folder.resolve("other")), CLOCK)) {
            refused(other::newest, "store-branch-missing");
            assertThat(other.lastGood()).isEmpty();
        }
    }

    @Test
    void hiddenFilesAndFoldersAreLeftOutWhateverTheyAre() {
        remote.commit(Map.of("a.yaml", "a", ".editor", "x", ".idea/x.yaml", "x", "p/.swap", "x", "p/b.yaml", "b"));
        remote.commitEntry(".link", FileMode.SYMLINK, remote.blob("a.yaml"));
        assertThat(texts(store.newest())).isEqualTo(Map.of("a.yaml", "a", "p/b.yaml", "b"));
    }

    @Test
    void anExecutableFileIsAFile() {
        remote.commitEntry("run.yaml", FileMode.EXECUTABLE_FILE, remote.blob("run"));
        assertThat(texts(store.newest())).containsEntry("run.yaml", "run");
    }

    @Test
    void aLinkIsRefused() {
        remote.commitEntry("p/link.yaml", FileMode.SYMLINK, remote.blob("/etc/passwd"));
        assertThat(refused(store::newest, "store-entry-not-a-file").position().file())
                .isEqualTo("p/link.yaml");
    }

    @Test
    void anotherRepositoryInsideIsRefused() {
        remote.commitEntry("p/module", FileMode.GITLINK, remote.tip());
        assertThat(refused(store::newest, "store-entry-not-a-file").position().file())
                .isEqualTo("p/module");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b.yaml", "a\nb.yaml", "a\u0007.yaml", "a\u202eb.yaml", "a\u0085b.yaml"})
    void aNameThatGitAllowsAndWeDoNotIsRefused(String name) {
        remote.commitName(name.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR_FILE, remote.blob("x"));
        assertThat(refused(store::newest, "store-name-refused").message(Language.ENGLISH))
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void aNameThatIsNoTextIsRefused() {
        remote.commitName(new byte[] {'a', (byte) 0xe4, 'b'}, FileMode.REGULAR_FILE, remote.blob("x"));
        refused(store::newest, "store-name-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".git", ".GIT"})
    void aNameThatNoGitMakesIsRefused(String name) {
        remote.commitName(name.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR_FILE, remote.blob("x"));
        refused(store::newest, "store-corrupt");
    }

    @ParameterizedTest
    @CsvSource({"999,", "1000,", "1001, store-name-refused"})
    void aPathHasABound(int length, String code) {
        String path = "a/".repeat(200) + "b".repeat(length - 400);
        remote.commit(Map.of(path, "x"));
        assertThat(code(store::newest)).isEqualTo(code);
    }

    /** Three files with eight bytes in all, one of them with four. */
    @ParameterizedTest
    @CsvSource({"3, 4, 8,", "2, 4, 8, store-too-large", "3, 3, 8, store-too-large", "3, 4, 7, store-too-large"})
    void howMuchIsReadIsBounded(int files, int fileBytes, long bytes, String code) {
        remote.commit(Map.of("a.yaml", "aaaa", "b.yaml", "bbb", "p/c.yaml", "c"));
        try (GitStore bounded = open("", new GitBounds(files, fileBytes, bytes))) {
            assertThat(code(bounded::newest)).isEqualTo(code);
        }
    }

    @Test
    void whatIsTooLargeIsSaidWithItsBounds() {
        try (GitStore bounded = open("", new GitBounds(1, 100, 1000))) {
            assertThat(refused(bounded::newest, "store-too-large").arguments()).containsExactly("1", "100", "1000");
        }
    }

    @Test
    void theUsualBoundsAreThoseOfAnyRulesTree() {
        assertThat(GitBounds.USUAL).isEqualTo(new GitBounds(20_000, 8 * 1024 * 1024, 256L * 1024 * 1024));
    }

    /** Files of which the second is larger than git loads into memory; a usual server would not send it. */
    @ParameterizedTest
    @CsvSource({"1000,", "60000000, store-too-large"})
    void aCommitHasABound(int length, String code) throws IOException {
        Path copy = folder.resolve("odd");
        try (GitTestRepository odd = GitTestRepository.empty(copy)) {
            ObjectId commit = odd.commitMessage(odd.commit(FILES, new ObjectId[0]), "m".repeat(length));
            Files.writeString(
                    Files.createDirectories(copy.resolve("refs/quanyi")).resolve("served"), commit.name());
        }
        try (GitStore other = GitStore.open(remote.settings(copy), CLOCK)) {
            assertThat(code(other::lastGood)).isEqualTo(code);
        }
    }

    /**
     * Ten folders nested in each of ten folders, repeatedly and without a file: a repository of some thousand bytes.
     */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endlessEmptyFoldersAreRefused() {
        ObjectId tree = remote.insert(Constants.OBJ_TREE, new byte[0]);
        for (int depth = 0; depth < 12; depth++) {
            tree = remote.treeOfTen(tree);
        }
        remote.move(remote.commitOf(tree, remote.tip()));
        refused(store::newest, "store-too-large");
    }

    @Test
    void aMergeIsAStateLikeAnyOther() {
        ObjectId first = remote.tip();
        store.accept(store.newest());
        ObjectId left = remote.commit(Map.of("a.yaml", "left"), first);
        ObjectId right = remote.commit(Map.of("a.yaml", "right"), first);
        ObjectId merge = remote.move(remote.commit(Map.of("a.yaml", "both"), left, right));
        Snapshot snapshot = store.newest();
        assertThat(snapshot.revision()).isEqualTo(merge.name());
        assertThat(store.append(change(snapshot, "b.yaml")).revision())
                .isEqualTo(remote.tip().name());
    }

    @Test
    void aCommitDatedBeforeItsParentIsAStateLikeAnyOther() {
        Clock early = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (GitStore slow = GitStore.open(remote.settings(folder.resolve("slow")), early)) {
            store.accept(store.newest());
            for (int i = 0; i < 20; i++) {
                Snapshot snapshot = slow.append(change(slow.newest(), "early" + i + ".yaml"));
                assertThat(store.newest().revision()).isEqualTo(snapshot.revision());
            }
        }
    }

    @Test
    void nothingIsGoodBeforeAnythingWasAccepted() {
        assertThat(store.lastGood()).isEmpty();
        store.newest();
        assertThat(store.lastGood()).isEmpty();
    }

    @Test
    void whatWasAcceptedIsThereWithoutTheRemoteAndInALaterProcess() throws IOException {
        Snapshot accepted = store.newest();
        store.accept(accepted);
        remote.commit(Map.of("a.yaml", "not accepted"));
        assertThat(store.newest()).isNotEqualTo(accepted);
        remove();
        assertThat(texts(store.lastGood().orElseThrow())).isEqualTo(FILES);
        store.close();
        store = open("");
        Snapshot good = store.lastGood().orElseThrow();
        assertThat(good.revision()).isEqualTo(accepted.revision());
        assertThat(texts(good)).isEqualTo(FILES);
    }

    @Test
    void aRemoteThatIsAwayIsUnavailable() throws IOException {
        store.accept(store.newest());
        remove();
        assertThat(unavailable(store::newest, "store-unreachable").message(Language.ENGLISH))
                .isEqualTo("the store cannot be reached: the address has no such repository");
        unavailable(() -> store.append(change(store.lastGood().orElseThrow(), "a.yaml")), "store-unreachable");
    }

    @Test
    void theFirstStateAfterAStartIsTheObjectThatWasGood() {
        store.accept(store.newest());
        store.close();
        store = open("");
        Snapshot good = store.lastGood().orElseThrow();
        assertThat(store.newest()).isSameAs(good);
    }

    @Test
    void aStoreThatIsClosedSaysSo() {
        store.close();
        store.close();
        unavailable(store::newest, "store-unreachable");
        unavailable(store::lastGood, "store-unreachable");
    }

    @Test
    void theCopyIsForItsOwnerOnlyAndHasNoFilesOfTheRules() throws IOException {
        store.newest();
        Path copy = folder.resolve("copy");
        if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rwx------");
        }
        try (var inside = Files.walk(copy)) {
            assertThat(inside.map(
                            path -> Objects.requireNonNull(path.getFileName()).toString()))
                    .contains("HEAD", "objects")
                    .doesNotContain("releases.yaml", "readings.yaml", ".git", "index", "FETCH_HEAD");
        }
        try (var beside = Files.list(folder)) {
            assertThat(beside.map(
                            path -> Objects.requireNonNull(path.getFileName()).toString()))
                    .containsExactlyInAnyOrder("copy", "remote.git");
        }
    }

    @Test
    void aFolderWithOtherThingsInItIsNoPlaceForTheCopy() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("letter.txt"), "dear");
        assertThat(refused(() -> GitStore.open(remote.settings(home), CLOCK), "store-setting")
                        .arguments())
                .containsExactly("copy");
        assertThat(home.resolve("letter.txt")).hasContent("dear");
        assertThat(home).isDirectoryNotContaining(path -> !path.endsWith("letter.txt"));
    }

    @Test
    void anEmptyFolderIsAPlaceForTheCopy() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        try (GitStore other = GitStore.open(remote.settings(home), CLOCK)) {
            assertThat(texts(other.newest())).isEqualTo(FILES);
        }
    }

    @Test
    void twoStoresMayShareACopy() {
        Snapshot accepted = store.newest();
        try (GitStore beside = open("")) {
            assertThat(beside.newest()).isEqualTo(beside.newest());
            store.accept(accepted);
            assertThat(beside.lastGood().orElseThrow().revision()).isEqualTo(accepted.revision());
            Snapshot appended = beside.append(change(accepted, "a.yaml"));
            assertThat(store.newest().revision()).isEqualTo(appended.revision());
        }
    }

    @Test
    void aDamagedObjectIsRefused() throws IOException {
        Snapshot snapshot = store.append(change(store.newest(), "a.yaml"));
        store.accept(snapshot);
        store.close();
        String blob = new org.eclipse.jgit.lib.ObjectInserter.Formatter()
                .idFor(Constants.OBJ_BLOB, "a.yaml".getBytes(StandardCharsets.UTF_8))
                .name();
        Path object =
                folder.resolve("copy/objects").resolve(blob.substring(0, 2)).resolve(blob.substring(2));
        for (byte[] damaged : List.of(new byte[0], "no object".getBytes(StandardCharsets.UTF_8))) {
            Files.delete(object);
            Files.write(object, damaged);
            store = open("");
            refused(store::lastGood, "store-corrupt");
            store.close();
        }
        Files.delete(object);
        store = open("");
        refused(store::lastGood, "store-corrupt");
    }

    @Test
    void aDamagedPackIsRefused() throws IOException {
        store.accept(store.newest());
        store.close();
        try (var packs = Files.list(folder.resolve("copy/objects/pack"))) {
            for (Path pack :
                    packs.filter(path -> path.toString().endsWith(".pack")).toList()) {
                byte[] bytes = Files.readAllBytes(pack);
                assertThat(pack.toFile().setWritable(true)).isTrue();
                Files.write(pack, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        store = open("");
        refused(store::lastGood, "store-corrupt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage\n", "no such object no such object no such object", "ref: refs/quanyi/nothing\n"})
    void aReferenceThatIsNoneIsRefused(String text) throws IOException {
        store.accept(store.newest());
        store.close();
        Files.writeString(folder.resolve("copy/refs/quanyi/served"), text);
        store = open("");
        refused(store::lastGood, "store-corrupt");
        refused(store::newest, "store-corrupt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[core", "[core]\n\trepositoryformatversion = x\n", "[http]\n\tfollowRedirects = x y\n"})
    void aConfigurationThatIsNoneIsRefused(String text) throws IOException {
        store.close();
        Files.writeString(folder.resolve("copy/config"), text);
        refused(() -> open(""), "store-corrupt");
    }

    @Test
    void aCopyWithAnotherConfigurationIsSetRight() throws IOException {
        store.close();
        Files.writeString(folder.resolve("copy/config"), "[core]\n\tbare = true\n[http]\n\tfollowRedirects = true\n");
        store = open("");
        assertThat(folder.resolve("copy/config")).content().contains("followRedirects = false");
        assertThat(texts(store.newest())).isEqualTo(FILES);
    }

    @Test
    void aStateThatIsNotYetAcceptedKeepsItsPlaceUntilThen() throws IOException {
        store.accept(store.newest());
        Snapshot next = store.append(change(store.newest(), "a.yaml"));
        assertThat(store.lastGood().orElseThrow()).isNotEqualTo(next);
        store.accept(next);
        assertThat(store.lastGood().orElseThrow()).isSameAs(next);
    }

    @Test
    void aLockThatSomebodyLeftMakesAcceptingUnavailable() throws IOException {
        Snapshot snapshot = store.newest();
        Files.createDirectories(folder.resolve("copy/refs/quanyi"));
        Files.createFile(folder.resolve("copy/refs/quanyi/served.lock"));
        unavailable(() -> store.accept(snapshot), "store-unreachable");
        assertThat(store.lastGood()).isEmpty();
    }

    private GitStore open(String path) {
        return open(path, GitBounds.USUAL);
    }

    private GitStore open(String path, GitBounds bounds) {
        return GitStore.open(remote.settings(folder.resolve("copy"), path), CLOCK, bounds);
    }

    private void remove() throws IOException {
        FileUtils.delete(remote.folder().toFile(), FileUtils.RECURSIVE);
    }

    private static StoreChange change(Snapshot base, String path) {
        SourceFile ledger = file("p/releases.yaml", "releases: [" + path + "]\n");
        return new StoreChange(base.revision(), List.of(file(path, path)), ledger, "Somebody", "Add it");
    }
}
