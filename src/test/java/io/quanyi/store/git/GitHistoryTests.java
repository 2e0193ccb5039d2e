package io.quanyi.store.git;

import static io.quanyi.store.git.GitTestRepository.file;
import static io.quanyi.store.git.GitTestRepository.texts;
import static io.quanyi.store.git.StoreFaults.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a branch whose history was rewritten is refused. */
class GitHistoryTests {

    private static final Map<String, String> GOOD = Map.of("a.yaml", "good");
    private static final Map<String, String> FORGED = Map.of("a.yaml", "forged");

    @TempDir
    private Path folder;

    private GitTestRepository remote;
    private GitStore store;
    private ObjectId first;
    private ObjectId second;

    @BeforeEach
    void begin() {
        remote = GitTestRepository.empty(folder.resolve("remote.git"));
        first = remote.commit(Map.of("a.yaml", "first"));
        second = remote.commit(GOOD);
        store = open();
        store.accept(store.newest());
    }

    @AfterEach
    void end() {
        store.close();
        remote.close();
    }

    @Test
    void aForcePushIsRefusedAndTheLastGoodIsStillThere() {
        ObjectId forged = remote.move(remote.commit(FORGED, first));
        assertThat(refused(store::newest, "store-rewritten").arguments()).containsExactly(forged.name(), second.name());
        assertThat(texts(store.lastGood().orElseThrow())).isEqualTo(GOOD);
    }

    @Test
    void aForcePushIsRefusedAfterANewStart() {
        store.close();
        remote.move(remote.commit(FORGED, first));
        store = open();
        refused(store::newest, "store-rewritten");
        assertThat(texts(store.lastGood().orElseThrow())).isEqualTo(GOOD);
        refused(store::newest, "store-rewritten");
    }

    @Test
    void aBranchThatIsSetBackIsRefused() {
        remote.move(first);
        assertThat(refused(store::newest, "store-rewritten").arguments()).containsExactly(first.name(), second.name());
    }

    @Test
    void aBranchWithoutACommonCommitIsRefused() {
        remote.move(remote.commit(FORGED, new ObjectId[0]));
        refused(store::newest, "store-rewritten");
    }

    @Test
    void whatWasHandedOutAndNotYetAcceptedIsHistory() {
        ObjectId third = remote.commit(Map.of("a.yaml", "third"));
        Snapshot newest = store.newest();
        ObjectId other = remote.move(remote.commit(FORGED, second));
        assertThat(refused(store::newest, "store-rewritten").arguments()).containsExactly(other.name(), third.name());
        remote.move(third);
        assertThat(store.newest()).isSameAs(newest);
    }

    /** A state that was never accepted: its author may remove it from the branch again. */
    @Test
    void whatWasNeverAcceptedMayBeGoneAfterANewStart() {
        remote.commit(Map.of("a.yaml", "never accepted"));
        store.newest();
        remote.move(remote.commit(Map.of("a.yaml", "other"), second));
        refused(store::newest, "store-rewritten");
        store.close();
        store = open();
        assertThat(texts(store.newest())).isEqualTo(Map.of("a.yaml", "other"));
    }

    @Test
    void nothingIsAppendedToARewrittenHistory() {
        ObjectId forged = remote.move(remote.commit(FORGED, first));
        StoreChange change = new StoreChange(forged.name(), List.of(), file("l.yaml", "1"), "Somebody", "Add");
        refused(() -> store.append(change), "store-rewritten");
        assertThat(remote.tip()).isEqualTo(forged);
    }

    @Test
    void anotherRepositoryInThePlaceOfTheFirstIsRefused() {
        store.close();
        try (GitTestRepository other = GitTestRepository.empty(folder.resolve("other.git"))) {
            other.commit(GOOD);
            store = GitStore.open(other.settings(folder.resolve("copy")), Clock.systemUTC());
            refused(store::newest, "store-rewritten");
        }
    }

    @Test
    void aHistoryThatIsSetRightIsTakenOverAgain() {
        remote.move(remote.commit(FORGED, first));
        refused(store::newest, "store-rewritten");
        remote.move(second);
        assertThat(texts(store.newest())).isEqualTo(GOOD);
        remote.commit(Map.of("a.yaml", "third"));
        assertThat(texts(store.newest())).isEqualTo(Map.of("a.yaml", "third"));
    }

    @Test
    void aMergeThatContainsWhatIsServedIsNoRewriting() {
        ObjectId beside = remote.commit(FORGED, first);
        remote.move(remote.commit(Map.of("a.yaml", "merged"), beside, second));
        assertThat(texts(store.newest())).isEqualTo(Map.of("a.yaml", "merged"));
    }

    private GitStore open() {
        return GitStore.open(remote.settings(folder.resolve("copy")), Clock.systemUTC());
    }
}
