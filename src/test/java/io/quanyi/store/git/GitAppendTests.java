package io.quanyi.store.git;

import static io.quanyi.store.git.GitTestRepository.file;
import static io.quanyi.store.git.GitTestRepository.texts;
import static io.quanyi.store.git.StoreFaults.code;
import static io.quanyi.store.git.StoreFaults.moved;
import static io.quanyi.store.git.StoreFaults.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreMoved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
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
class GitAppendTests {

    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final String LEDGER = "p/releases.yaml";
    private static final int ROUNDS = 100;

    @TempDir
    private Path folder;

    private GitTestRepository remote;
    private GitStore store;
    private ObjectId first;

    @BeforeEach
    void begin() {
        remote = GitTestRepository.empty(folder.resolve("remote.git"));
        first = remote.commit(Map.of(
                LEDGER, "releases: []\n", "p.yaml", "beside p", "p/a/x.yaml", "x", "p-1/y.yaml", "y", "z.yaml", "z"));
        store = open("copy", "");
    }

    @AfterEach
    void end() {
        store.close();
        remote.close();
    }

    @Test
    void aChangeIsACommitOfItsFilesAndNothingElse() {
        Snapshot snapshot = store.append(
                change(store.newest(), "releases: [1]\n", file("p/policy/2/a.drl", "规则\r\n"), file("p/b.yaml", "")));
        assertThat(snapshot.revision()).isEqualTo(remote.tip().name());
        assertThat(remote.difference(first, remote.tip()))
                .containsExactly("0 100644 p/b.yaml", "0 100644 p/policy/2/a.drl", "100644 100644 p/releases.yaml");
        assertThat(remote.files(remote.tip()))
                .isEqualTo(texts(snapshot))
                .containsEntry("p/policy/2/a.drl", "规则\r\n")
                .containsEntry(LEDGER, "releases: [1]\n")
                .hasSize(7);
        assertThat(store.newest()).isSameAs(snapshot);
        assertThat(remote.line()).hasSize(2);
    }

    @Test
    void theFilesOfAChangeTakeTheirPlaceInGitsOwnOrder() {
        List<SourceFile> added = Stream.of("p.", "p-", "p0", "p/a.b", "p/a-b", "p/a0", "p/a/y", "日本", "A")
                .map(name -> name.endsWith(".") ? name + "x" : name)
                .map(name -> file(name, name))
                .toList();
        store.append(new StoreChange(store.newest().revision(), added, file(LEDGER, "1"), "Somebody", "Add"));
        try (GitStore other = open("other", "")) {
            // Git checks the order of fetched trees
            assertThat(texts(other.newest())).hasSize(5 + added.size());
        }
    }

    @Test
    void aChangeOfTheLedgerAloneChangesTheLedgerAlone() {
        store.append(change(store.newest(), "releases: [1]\n"));
        assertThat(remote.difference(first, remote.tip())).containsExactly("100644 100644 p/releases.yaml");
    }

    @Test
    void aFirstLedgerIsANewFile() {
        StoreChange change = new StoreChange(
                store.newest().revision(), List.of(), file("q/releases.yaml", "releases: [1]\n"), "Somebody", "Begin");
        store.append(change);
        assertThat(remote.difference(first, remote.tip())).containsExactly("0 100644 q/releases.yaml");
    }

    @Test
    void theFolderOfTheRulesIsPutBeforeEveryPath() {
        try (GitStore inside = open("inside", "p/a")) {
            Snapshot snapshot = inside.append(new StoreChange(
                    first.name(), List.of(file("new/b.yaml", "b")), file("x.yaml", "other"), "Somebody", "Add"));
            assertThat(texts(snapshot)).isEqualTo(Map.of("x.yaml", "other", "new/b.yaml", "b"));
            assertThat(remote.difference(first, remote.tip()))
                    .containsExactly("0 100644 p/a/new/b.yaml", "100644 100644 p/a/x.yaml");
        }
    }

    @Test
    void whatElseIsInARepositoryStaysAsItIs() {
        remote.commitEntry("p/run.sh", FileMode.EXECUTABLE_FILE, remote.blob("run"));
        remote.commitEntry("p/.link", FileMode.SYMLINK, remote.blob("run.sh"));
        ObjectId before = remote.commitEntry("module", FileMode.GITLINK, first);
        try (GitStore inside = open("inside", "p")) {
            inside.append(new StoreChange(
                    before.name(), List.of(file("b.yaml", "b")), file("run.sh", "other"), "Somebody", "Add"));
        }
        assertThat(remote.difference(before, remote.tip()))
                .containsExactly("0 100644 p/b.yaml", "100755 100755 p/run.sh");
    }

    @Test
    void aCommitSaysWhoAndWhyAndWhen() {
        store.append(new StoreChange(
                first.name(),
                List.of(),
                file(LEDGER, "1"),
                "  李雷 <li@example.org>\nCommitter: x\u202e ",
                "Why\r\n\r\nMore\u0000\n"));
        RevCommit commit = remote.line().get(0);
        PersonIdent author = commit.getAuthorIdent();
        assertThat(author.getName()).isEqualTo("李雷  li@example.org  Committer: x");
        assertThat(author.getEmailAddress()).isEqualTo("quanyi@quanyi.invalid");
        assertThat(author.getWhenAsInstant()).isEqualTo(NOW);
        assertThat(author.getZoneId()).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(commit.getCommitterIdent()).isEqualTo(author);
        assertThat(commit.getFullMessage()).isEqualTo("Why\n\nMore\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<>", "\n"})
    void anAuthorWithoutANameIsTheService(String author) {
        store.append(new StoreChange(first.name(), List.of(), file(LEDGER, "1"), author, ""));
        assertThat(remote.line().get(0).getAuthorIdent().getName()).isEqualTo("quanyi");
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "201, 200"})
    void anAuthorsNameHasABound(int length, int kept) {
        store.append(new StoreChange(first.name(), List.of(), file(LEDGER, "1"), "𝄞".repeat(length), "m"));
        assertThat(remote.line().get(0).getAuthorIdent().getName()).isEqualTo("𝄞".repeat(kept));
    }

    @Test
    void aFileThatIsThereWithOtherBytesIsRefused() throws IOException {
        Snapshot snapshot = store.newest();
        Set<Path> before = objects();
        StoreChange change = change(snapshot, "1", file("a.yaml", "a"), file("p/a/x.yaml", "not x"));
        assertThat(refused(() -> store.append(change), "store-file-exists").arguments())
                .containsExactly("p/a/x.yaml");
        assertThat(remote.tip()).isEqualTo(first);
        assertThat(objects()).isEqualTo(before);
        assertThat(store.newest()).isSameAs(snapshot);
    }

    @Test
    void aFileThatIsThereWithTheSameBytesIsNoChange() {
        store.append(change(store.newest(), "1", file("p/a/x.yaml", "x"), file("a.yaml", "a")));
        assertThat(remote.difference(first, remote.tip()))
                .containsExactly("0 100644 a.yaml", "100644 100644 p/releases.yaml");
    }

    @Test
    void aChangeThatChangesNothingIsNoCommit() {
        Snapshot snapshot = store.newest();
        assertThat(store.append(change(snapshot, "releases: []\n", file("p/a/x.yaml", "x"))))
                .isSameAs(snapshot);
        assertThat(remote.tip()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p/a", "p-1", "z.yaml/b", "z.yaml/b/c"})
    void aFileInThePlaceOfAFolderAndTheReverseAreRefused(String path) {
        StoreChange added = change(store.newest(), "1", file(path, "b"));
        assertThat(refused(() -> store.append(added), "store-file-exists").arguments())
                .containsExactly(path);
        StoreChange ledger = new StoreChange(first.name(), List.of(), file(path, "1"), "Somebody", "Add");
        refused(() -> store.append(ledger), "store-file-exists");
        assertThat(remote.tip()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"n, n/a", "n/a, n", "n/b/c, n/b"})
    void aChangeThatContradictsItselfIsRefused(String one, String other) {
        StoreChange change = change(store.newest(), "1", file(one, "1"), file(other, "2"));
        refused(() -> store.append(change), "store-file-exists");
        assertThat(remote.tip()).isEqualTo(first);
    }

    @Test
    void aFileThatIsGivenTwiceIsOneOnlyIfItIsTheSame() {
        refused(
                () -> store.append(change(store.newest(), "1", file("a.yaml", "1"), file("a.yaml", "2"))),
                "store-file-exists");
        refused(() -> store.append(change(store.newest(), "1", file(LEDGER, "2"))), "store-file-exists");
        store.append(change(store.newest(), "1", file("a.yaml", "1"), file("a.yaml", "1"), file(LEDGER, "1")));
        assertThat(remote.difference(first, remote.tip()))
                .containsExactly("0 100644 a.yaml", "100644 100644 p/releases.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                ".git/config",
                "a/.git/hooks/x",
                ".a",
                "a/.b",
                "a\\b",
                "a\nb",
                "a\u202eb"
            })
    void aPathThatCouldNotBeReadAgainIsRefused(String path) {
        StoreChange added = change(store.newest(), "1", file(path, "b"));
        refused(() -> store.append(added), "store-name-refused");
        StoreChange ledger = new StoreChange(first.name(), List.of(), file(path, "1"), "Somebody", "Add");
        refused(() -> store.append(ledger), "store-name-refused");
        assertThat(remote.tip()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"20,", "21, store-too-large"})
    void whatCouldNotBeReadAgainForItsSizeIsRefused(int length, String code) {
        GitBounds bounds = new GitBounds(100, 20, 1000);
        try (GitStore bounded = GitStore.open(remote.settings(folder.resolve("bounded")), clock(), bounds)) {
            StoreChange change = change(bounded.newest(), "1", file("a.yaml", "a".repeat(length)));
            assertThat(code(() -> bounded.append(change))).isEqualTo(code);
            assertThat(remote.tip().equals(first)).isEqualTo(code != null);
        }
    }

    @Test
    void aChangeForAnOlderStateHasMovedAway() {
        Snapshot snapshot = store.newest();
        ObjectId second = remote.commit(Map.of("p/releases.yaml", "2"));
        assertThat(moved(() -> store.append(change(snapshot, "1"))).arguments())
                .containsExactly(first.name(), second.name());
        assertThat(remote.tip()).isEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "main", "1234", "HEAD"})
    void aChangeForAStateThatNeverWasHasMovedAway(String base) {
        StoreChange change = new StoreChange(base, List.of(), file(LEDGER, "1"), "Somebody", "Add");
        assertThat(moved(() -> store.append(change)).arguments()).containsExactly(base, first.name());
    }

    /** Holds the lock of the branch for ever, which two concurrent pushes meet. */
    @Test
    void aRemoteThatDoesNotAcceptItIsRefusedWithItsWords() throws IOException {
        Snapshot snapshot = store.newest();
        Files.createFile(remote.folder().resolve("refs/heads/main.lock"));
        assertThat(refused(() -> store.append(change(snapshot, "1")), "store-push-refused")
                        .arguments())
                .containsExactly("failed to lock");
        Files.delete(remote.folder().resolve("refs/heads/main.lock"));
        assertThat(remote.tip()).isEqualTo(first);
        assertThat(store.newest()).isSameAs(snapshot);
        assertThat(store.append(change(snapshot, "1")).revision())
                .isEqualTo(remote.tip().name());
    }

    @Test
    void aHookOfThisMachineIsNotRun() throws IOException {
        Path witness = folder.resolve("witness");
        for (Path hooks : List.of(folder.resolve("copy/hooks"), remote.folder().resolve("hooks"))) {
            for (String name : List.of("pre-push", "pre-receive", "update", "post-receive", "reference-transaction")) {
                Path hook = Files.writeString(
                        Files.createDirectories(hooks).resolve(name), "#!/bin/sh\ntouch '" + witness + "'\nexit 1\n");
                assertThat(hook.toFile().setExecutable(true)).isTrue();
            }
        }
        store.append(change(store.newest(), "1"));
        assertThat(witness).doesNotExist();
    }

    @Test
    @Timeout(300)
    void ofTwoWhoAppendAtOnceExactlyOneWinsAndNothingIsLost() throws Exception {
        List<String> winners = new ArrayList<>(List.of(first.name()));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (GitStore other = open("other", "")) {
            for (int round = 0; round < ROUNDS; round++) {
                CyclicBarrier start = new CyclicBarrier(2);
                Future<String> one = both.submit(contender(store, "one", round, start));
                Future<String> two = both.submit(contender(other, "two", round, start));
                List<String> revisions = Stream.of(outcome(one), outcome(two))
                        .filter(revision -> !revision.isEmpty())
                        .toList();
                assertThat(revisions).as("round %d", round).hasSize(1);
                winners.add(0, revisions.get(0));
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(remote.line()).extracting(RevCommit::name).isEqualTo(winners);
        assertThat(remote.files(remote.tip())).hasSize(5 + ROUNDS);
        assertThat(folder.resolve("copy/objects/pack"))
                .isDirectoryContaining("glob:**.pack")
                .satisfies(packs -> assertThat(packs.toFile().list((in, name) -> name.endsWith(".pack")))
                        .as("tidied, if not every time")
                        .hasSizeLessThan(60));
    }

    @Test
    @Timeout(60)
    void oneStoreMayBeUsedByManyThreads() throws Exception {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> done = IntStream.range(0, 4)
                    .mapToObj(thread -> four.submit(() -> appendFive(thread)))
                    .toList();
            for (Future<Integer> thread : done) {
                assertThat(thread.get(60, TimeUnit.SECONDS)).isEqualTo(5);
            }
        } finally {
            four.shutdownNow();
        }
        assertThat(remote.line()).hasSize(1 + 20);
        assertThat(texts(store.newest())).hasSize(5 + 20);
    }

    private int appendFive(int thread) {
        int appended = 0;
        for (int attempt = 0; attempt < 100 && appended < 5; attempt++) {
            Snapshot snapshot = store.newest();
            String name = thread + "-" + appended;
            try {
                store.accept(store.append(change(snapshot, name, file("n/" + name + ".yaml", name))));
                appended++;
            } catch (StoreMoved e) {
                // Another thread was first: try again on its state
            }
        }
        return appended;
    }

    private static Callable<String> contender(GitStore store, String name, int round, CyclicBarrier start) {
        return () -> {
            Snapshot snapshot = store.newest();
            StoreChange change = change(snapshot, name + round, file("n/" + round + "-" + name + ".yaml", name));
            start.await(60, TimeUnit.SECONDS);
            try {
                return store.append(change).revision();
            } catch (StoreMoved e) {
                return "";
            }
        };
    }

    private static String outcome(Future<String> contender)
            throws ExecutionException, InterruptedException, TimeoutException {
        return contender.get(60, TimeUnit.SECONDS);
    }

    private GitStore open(String copy, String path) {
        return GitStore.open(remote.settings(folder.resolve(copy), path), clock());
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.ofHours(8));
    }

    private Set<Path> objects() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("copy/objects"))) {
            return new HashSet<>(files.toList());
        }
    }

    private static StoreChange change(Snapshot base, String ledger, SourceFile... added) {
        return new StoreChange(base.revision(), List.of(added), file(LEDGER, ledger), "Somebody", "Add it");
    }
}
