package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.SourceTree;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.DraftStoreTests;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.FailingDisk.DiskFailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of drafts that are kept in a folder. Every call is made by another object, as by another process. */
class FolderDraftStoreTests extends DraftStoreTests {

    private static final int MAX_STEPS = 40;

    @TempDir
    private Path temp;

    @Override
    protected DraftStore store() {
        return FolderDraftStore.in(temp.resolve("drafts"));
    }

    @Test
    void aDraftIsAFolderThatPeopleMayLookAtAndEdit() throws IOException {
        store().put(draft("one", "a.drl", "rule"), null, "key:all");
        Path file = temp.resolve("drafts/one/a.drl");
        assertThat(file).hasContent("rule");
        Files.writeString(file, "by hand");
        Files.writeString(file.resolveSibling(".a.drl.swp"), "an editor's own");
        assertThat(store().find("one").orElseThrow().revision())
                .isEqualTo(draft("one", "a.drl", "by hand").revision());
        assertThatThrownBy(() -> store().put(
                                draft("one", "a.drl", "over it"),
                                draft("one", "a.drl", "rule").revision(),
                                "key:all"))
                .isInstanceOf(StoreMoved.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "one/..", "a\\b", ".before-one", "ONE", "a\u0000"})
    void noIdLeadsOutOfTheFolder(String id) throws IOException {
        store().put(draft("one", "a.drl", "rule"), null, "key:all");
        Files.writeString(temp.resolve("secret"), "secret");
        assertThat(store().find(id)).isEmpty();
    }

    @Test
    void draftsOfAStoreAreNoPartOfItsStates() {
        FolderStore store = FolderStore.open(temp.resolve("data"), SourceTree.of(List.of()));
        String before = store.newest().revision();
        store.drafts().put(draft("one", "a.drl", "rule"), null, "key:all");
        assertThat(store.newest().revision()).isEqualTo(before);
        assertThat(FolderStore.open(temp.resolve("data"), SourceTree.of(List.of()))
                        .drafts()
                        .find("one"))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTS")
    void aChangeHappensOrDoesNotAtWhicheverStepTheDiskFails(DiskFailureReason trouble) {
        DraftFiles before = draft("one", "a.drl", "rule", "b.drl", "other");
        DraftFiles after = draft("one", "a.drl", "changed", "c.drl", "new");
        boolean reached = true;
        for (int step = 1; reached; step++) {
            assertThat(step).isLessThan(MAX_STEPS);
            Path folder = temp.resolve(trouble + "-" + step);
            FolderDraftStore.in(folder).put(before, null, "key:all");
            FailingDisk disk = new FailingDisk(new RealDisk());
            disk.troubleAt(step, trouble);
            boolean put = isPut(new FolderDraftStore(folder, disk), after, before);
            reached = disk.hadTrouble();
            String found = FolderDraftStore.in(folder).find("one").orElseThrow().revision();
            assertThat(found).isIn(before.revision(), after.revision());
            assertThat(put).isIn(false, found.equals(after.revision()));
            // The next writer undoes or completes it, and nothing else is left
            DraftFiles next = draft("one", "a.drl", "next");
            FolderDraftStore.in(folder).put(next, found, "key:all");
            assertThat(FolderDraftStore.in(folder).find("one").orElseThrow().revision())
                    .isEqualTo(next.revision());
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder(".lock", "one");
        }
    }

    private static boolean isPut(DraftStore store, DraftFiles after, DraftFiles before) {
        try {
            store.put(after, before.revision(), "key:all");
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }
}
