package io.quanyi.store.git.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.Fault;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.DraftStoreTests;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.git.GitStoreSettings;
import io.quanyi.store.git.GitTestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of drafts on branches of a repository that two services share. */
@Tag("slow")
class GitDraftStoreTests extends DraftStoreTests {

    private static final String WHO = "key:all";
    private static final DraftBranchBounds BOUNDS = new DraftBranchBounds(20, 100_000);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    /** Every call looks at the branches first, and changes are pushed soon. */
    private static final DraftBranchPace SOON =
            new DraftBranchPace(Duration.ZERO, LONG, SHORT, SHORT.multipliedBy(3), SHORT, LONG);

    /** Changes are pushed when somebody asks for it, or at the end. */
    private static final DraftBranchPace LATE = new DraftBranchPace(Duration.ZERO, LONG, LONG, LONG, LONG, LONG);

    @TempDir
    private Path folder;

    private GitTestRepository remote;
    private final List<GitDraftStore> open = new ArrayList<>();
    private GitDraftStore store;
    private GitDraftStore other;

    @BeforeEach
    void begin() throws IOException {
        remote = GitTestRepository.empty(folder.resolve("remote.git"));
        remote.commit(Map.of("p/releases.yaml", "releases: []\n"));
        store = open("one", SOON);
        other = open("two", SOON);
    }

    @AfterEach
    void end() {
        open.forEach(GitDraftStore::close);
        remote.close();
    }

    @Override
    protected DraftStore store() {
        return store;
    }

    @Test
    void aDraftIsABranchThatOthersSee() {
        DraftFiles draft = draft("one", "b.drl", "rule", "a.drl", "规则");
        store.put(draft, null, "key:anna");
        store.share("one");
        assertThat(branch("one")).isEqualTo(Map.of("a.drl", "规则", "b.drl", "rule"));
        assertThat(remote.author(DraftBranches.PREFIX + "one")).isEqualTo("key:anna");
        assertThat(store.pushed("one")).contains(true);
        assertThat(other.find("one").orElseThrow().revision()).isEqualTo(draft.revision());
        assertThat(other.all()).extracting(DraftFiles::id).containsExactly("one");
    }

    @Test
    void changesArePushedAWhileAfterTheLastOne() throws InterruptedException {
        store.put(draft("one", "a.drl", "rule"), null, WHO);
        for (int i = 0; i < 500 && !store.pushed("one").orElseThrow(); i++) {
            Thread.sleep(10);
        }
        assertThat(branch("one")).isEqualTo(Map.of("a.drl", "rule"));
    }

    @Test
    void aChangeOfAStateThatOthersHaveChangedIsRefused() {
        DraftFiles before = draft("one", "a.drl", "rule");
        store.put(before, null, WHO);
        store.share("one");
        assertThat(other.find("one")).isPresent();
        store.put(draft("one", "a.drl", "first"), before.revision(), WHO);
        store.share("one");
        assertThat(other.find("one").orElseThrow().revision())
                .isEqualTo(draft("one", "a.drl", "first").revision());
        assertThatThrownBy(() -> other.put(draft("one", "a.drl", "second"), before.revision(), WHO))
                .isInstanceOf(StoreMoved.class);
    }

    /** Neither service knows of the other's change when it answers its caller. */
    @Test
    void ofTwoChangesAtOnceTheFirstPushedCountsAndTheOtherIsKeptBesideIt() throws IOException {
        GitDraftStore late = open("late", LATE);
        DraftFiles before = draft("one", "a.drl", "rule");
        store.put(before, null, WHO);
        store.share("one");
        assertThat(late.find("one")).isPresent();
        late.put(draft("one", "a.drl", "mine"), before.revision(), WHO);
        store.put(draft("one", "a.drl", "theirs"), before.revision(), WHO);
        store.share("one");
        assertThatThrownBy(() -> late.share("one")).isInstanceOf(StoreMoved.class);
        assertThat(text(late, "one")).isEqualTo("theirs");
        List<DraftFiles> all = late.all();
        assertThat(all).hasSize(2);
        String aside = all.get(1).id();
        assertThat(aside).startsWith("onex");
        late.share(aside);
        assertThat(text(store, aside)).isEqualTo("mine");
        assertThat(text(store, "one")).isEqualTo("theirs");
    }

    @Test
    void whatAPersonPushesIsANewStateOfTheDraft() {
        DraftFiles before = draft("one", "a.drl", "rule");
        store.put(before, null, WHO);
        store.share("one");
        push("one", Map.of("a.drl", "by hand", "b.drl", "new", ".gitattributes", "*"));
        assertThat(store.find("one").orElseThrow().revision())
                .isEqualTo(draft("one", "a.drl", "by hand", "b.drl", "new").revision());
        // Also one that has nothing of the state before it
        push("one", Map.of("c.drl", "from the beginning"));
        assertThat(text(store, "one")).isEqualTo("from the beginning");
        assertThat(text(other, "one")).isEqualTo("from the beginning");
        push("two", Map.of("a.drl", "another"));
        assertThat(text(store, "two")).isEqualTo("another");
    }

    @Test
    void aRemovedDraftHasNoBranch() {
        DraftFiles draft = draft("one", "a.drl", "rule");
        store.put(draft, null, WHO);
        store.share("one");
        assertThat(other.find("one")).isPresent();
        other.remove("one", draft.revision(), WHO);
        assertThat(remote.has(DraftBranches.PREFIX + "one")).isFalse();
        assertThat(store.find("one")).isEmpty();
        assertThat(other.find("one")).isEmpty();
    }

    @Test
    void aBranchThatWasRemovedByHandTakesItsDraftAlongUnlessThatWasChanged() {
        DraftFiles draft = draft("one", "a.drl", "rule");
        store.put(draft, null, WHO);
        store.share("one");
        remote.delete(DraftBranches.PREFIX + "one");
        assertThat(store.find("one")).isEmpty();
        GitDraftStore late = open("late", LATE);
        late.put(draft, null, WHO);
        late.share("one");
        late.put(draft("one", "a.drl", "changed"), draft.revision(), WHO);
        remote.delete(DraftBranches.PREFIX + "one");
        assertThat(text(late, "one")).isEqualTo("changed");
        assertThat(branch("one")).isEqualTo(Map.of("a.drl", "changed"));
    }

    @Test
    void aPublishedDraftStaysHereAndLosesItsBranch() {
        store.put(draft("one", "a.drl", "rule"), null, WHO);
        store.share("one");
        assertThat(other.find("one")).isPresent();
        store.withdraw("one");
        assertThat(remote.has(DraftBranches.PREFIX + "one")).isFalse();
        assertThat(text(store, "one")).isEqualTo("rule");
        assertThat(store.pushed("one")).contains(true);
        assertThat(other.find("one")).isEmpty();
        store.close();
        assertThat(text(open("one", SOON), "one")).isEqualTo("rule");
        assertThat(remote.has(DraftBranches.PREFIX + "one")).isFalse();
    }

    /** A process that is killed closes nothing. */
    @Test
    void whatWasNotPushedIsPushedByTheNextProcess() {
        GitDraftStore late = open("late", LATE);
        late.put(draft("one", "a.drl", "rule"), null, WHO);
        assertThat(other.find("one")).isEmpty();
        GitDraftStore next = open("late", SOON);
        assertThat(text(next, "one")).isEqualTo("rule");
        assertThat(branch("one")).isEqualTo(Map.of("a.drl", "rule"));
    }

    @Test
    void anEndPushesWhatWaits() {
        GitDraftStore late = open("late", LATE);
        late.put(draft("one", "a.drl", "rule"), null, WHO);
        late.close();
        assertThat(branch("one")).isEqualTo(Map.of("a.drl", "rule"));
    }

    @Test
    void draftsAreEditedWhileTheRepositoryIsAway() throws IOException {
        DraftFiles before = draft("one", "a.drl", "rule");
        store.put(before, null, WHO);
        store.share("one");
        Path away = folder.resolve("away.git");
        Files.move(remote.folder(), away);
        store.put(draft("one", "a.drl", "meanwhile"), before.revision(), WHO);
        assertThat(text(store, "one")).isEqualTo("meanwhile");
        assertThat(store.pushed("one")).contains(false);
        assertThatThrownBy(() -> store.share("one")).isInstanceOf(StoreUnavailable.class);
        assertThat(store.faults()).containsKey("");
        Files.move(away, remote.folder());
        store.share("one");
        assertThat(branch("one")).isEqualTo(Map.of("a.drl", "meanwhile"));
        assertThat(store.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "module", "folder", "control", "large", "many"})
    void aHostileBranchIsNotTakenAndHindersNoOther(String kind) {
        DraftFiles before = draft("one", "a.drl", "rule");
        store.put(before, null, WHO);
        store.share("one");
        remote.move(DraftBranches.PREFIX + "one", hostile(kind));
        remote.move(DraftBranches.PREFIX + "new", hostile(kind));
        push("two", Map.of("a.drl", "good"));
        assertThat(store.all()).extracting(DraftFiles::id).containsExactly("one", "two");
        assertThat(text(store, "one")).isEqualTo("rule");
        assertThat(store.faults()).containsOnlyKeys("one", "new");
        assertThat(folder.resolve("one/.drafts/new")).doesNotExist();
        // It is removed by hand, or set right
        push("one", Map.of("a.drl", "right"));
        remote.delete(DraftBranches.PREFIX + "new");
        assertThat(text(store, "one")).isEqualTo("right");
        assertThat(store.faults()).isEmpty();
    }

    private ObjectId hostile(String kind) {
        ObjectId blob = remote.blob("x");
        return switch (kind) {
            case "link" -> remote.commitOf(remote.tree("a.drl", FileMode.SYMLINK, remote.blob("/etc/passwd")));
            case "module" -> remote.commitOf(remote.tree("a.drl", FileMode.GITLINK, blob));
            case "folder" ->
                remote.commitOf(remote.tree("a", FileMode.TREE, remote.tree("a.drl", FileMode.REGULAR_FILE, blob)));
            case "control" -> remote.commitOf(remote.tree("a\u202e.drl", FileMode.REGULAR_FILE, blob));
            case "large" -> remote.commit(Map.of("a.drl", "x".repeat(100_001)), new ObjectId[0]);
            default -> remote.commit(many(1001), new ObjectId[0]);
        };
    }

    private static Map<String, String> many(int files) {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < files; i++) {
            many.put("a" + i + ".drl", "x");
        }
        return many;
    }

    /** A commit whose files are few, after ones that are too much together. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void aBranchWithALargeHistoryIsNotFetched(int commits) {
        ObjectId[] parents = {};
        for (int i = 0; i < commits; i++) {
            byte[] noise = new byte[80_000 / commits];
            new Random(i).nextBytes(noise);
            ObjectId blob = remote.insert(Constants.OBJ_BLOB, noise);
            parents = new ObjectId[] {remote.commitOf(remote.tree("a.drl", FileMode.REGULAR_FILE, blob), parents)};
        }
        remote.move(DraftBranches.PREFIX + "one", remote.commit(Map.of("a.drl", "small"), parents));
        GitDraftStore small = open("small", SOON, new DraftBranchBounds(20, 2_000));
        assertThat(small.find("one")).isEmpty();
        assertThat(small.faults().get("one"))
                .isNotNull()
                .extracting(Fault::code)
                .isEqualTo("store-too-large");
    }

    @Test
    void noMoreBranchesAreTakenThanDraftsAreKept() {
        ObjectId commit = remote.commit(Map.of("a.drl", "x"), new ObjectId[0]);
        for (int i = 0; i < 60; i++) {
            remote.move(DraftBranches.PREFIX + "many" + i, commit);
        }
        remote.move(DraftBranches.PREFIX + "UPPER", commit);
        remote.move(DraftBranches.PREFIX + "a/b", commit);
        assertThat(store.all()).hasSize(20);
        assertThat(store.faults()).hasSize(40);
    }

    private void push(String id, Map<String, String> files) {
        remote.move(DraftBranches.PREFIX + id, remote.commit(files, new ObjectId[0]));
    }

    private Map<String, String> branch(String id) {
        return remote.files(DraftBranches.PREFIX + id);
    }

    private static String text(DraftStore store, String id) {
        return new String(store.find(id).orElseThrow().files().get(0).bytes(), StandardCharsets.UTF_8);
    }

    private GitDraftStore open(String name, DraftBranchPace pace) {
        return open(name, pace, BOUNDS);
    }

    private GitDraftStore open(String name, DraftBranchPace pace, DraftBranchBounds bounds) {
        Path copy = folder.resolve(name);
        copy.toFile().mkdirs();
        GitStoreSettings settings =
                new GitStoreSettings(remote.folder().toString(), "main", "", null, null, copy, Duration.ofSeconds(20));
        GitDraftStore opened = GitDraftStore.open(settings, Clock.systemUTC(), bounds, pace);
        open.add(opened);
        return opened;
    }
}
