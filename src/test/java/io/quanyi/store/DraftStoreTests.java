package io.quanyi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The behaviour of every store of drafts. */
public abstract class DraftStoreTests {

    private static final String WHO = "key:all";

    /** The store, the same one for the whole of a test. */
    protected abstract DraftStore store();

    @Test
    void aDraftThatWasPutIsFound() {
        assertThat(store().all()).isEmpty();
        assertThat(store().find("one")).isEmpty();
        store().put(draft("one", "a.drl", "rule"), null, WHO);
        store().put(draft("two", "a.drl", "规则", "b.drl", ""), null, WHO);
        assertThat(text("one")).isEqualTo("a.drl=rule");
        assertThat(text("two")).isEqualTo("a.drl=规则 b.drl=");
        assertThat(store().all()).extracting(DraftFiles::id).containsExactly("one", "two");
    }

    @Test
    void theFileOfANameIsFoundInEachDraftThatHasIt() {
        assertThat(store().files("a.drl")).isEmpty();
        store().put(draft("one", "a.drl", "rule", "b.drl", "other"), null, WHO);
        store().put(draft("two", "b.drl", "other"), null, WHO);
        store().put(draft("three", "a.drl", "规则"), null, WHO);
        assertThat(store().files("a.drl").keySet()).containsExactly("one", "three");
        assertThat(Objects.requireNonNull(store().files("a.drl").get("three")).bytes())
                .isEqualTo("规则".getBytes(StandardCharsets.UTF_8));
        assertThat(store().files("c.drl")).isEmpty();
    }

    @Test
    void aChangeReplacesAllFilesOfTheStateThatItWasMadeFor() {
        DraftFiles before = draft("one", "a.drl", "rule", "b.drl", "other");
        store().put(before, null, WHO);
        store().put(draft("one", "b.drl", "changed", "c.drl", "new"), before.revision(), WHO);
        assertThat(text("one")).isEqualTo("b.drl=changed c.drl=new");
    }

    @Test
    void aChangeForAnotherStateIsRefusedAndChangesNothing() {
        DraftFiles before = draft("one", "a.drl", "rule");
        DraftFiles after = draft("one", "a.drl", "changed");
        store().put(before, null, WHO);
        store().put(after, before.revision(), WHO);
        assertThatThrownBy(() -> store().put(draft("one", "a.drl", "late"), before.revision(), WHO))
                .isInstanceOf(StoreMoved.class);
        assertThatThrownBy(() -> store().put(draft("one", "a.drl", "late"), null, WHO))
                .isInstanceOf(StoreMoved.class);
        assertThatThrownBy(() -> store().put(draft("two", "a.drl", "late"), before.revision(), WHO))
                .isInstanceOf(StoreMoved.class);
        assertThatThrownBy(() -> store().remove("one", before.revision(), WHO)).isInstanceOf(StoreMoved.class);
        assertThat(text("one")).isEqualTo("a.drl=changed");
        assertThat(store().find("two")).isEmpty();
    }

    @Test
    void aRemovedDraftIsGone() {
        DraftFiles draft = draft("one", "a.drl", "rule");
        store().put(draft, null, WHO);
        store().remove("one", draft.revision(), WHO);
        assertThat(store().find("one")).isEmpty();
        assertThat(store().all()).isEmpty();
        assertThatThrownBy(() -> store().remove("one", draft.revision(), WHO)).isInstanceOf(StoreMoved.class);
        store().put(draft, null, WHO);
        assertThat(text("one")).isEqualTo("a.drl=rule");
    }

    @Test
    void ofSeveralChangesForOneStateOneIsKept() throws Exception {
        DraftFiles before = draft("one", "a.drl", "rule");
        store().put(before, null, WHO);
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            DraftFiles after = draft("one", "a.drl", "rule of " + i);
            writers.add(() -> isPut(after, before.revision()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int put = 0;
        try {
            for (Future<Boolean> writer : threads.invokeAll(writers)) {
                put += writer.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(put).isOne();
        assertThat(text("one")).startsWith("a.drl=rule of ");
    }

    @Test
    void theSecretStaysTheSameAndIsNoDraft() {
        byte[] secret = store().secret();
        assertThat(secret).hasSize(32).isEqualTo(store().secret());
        assertThat(store().all()).isEmpty();
        store().put(draft("one", "a.drl", "rule"), null, WHO);
        assertThat(store().secret()).isEqualTo(secret);
        assertThat(store().all()).extracting(DraftFiles::id).containsExactly("one");
    }

    private boolean isPut(DraftFiles draft, String base) {
        try {
            store().put(draft, base, WHO);
            return true;
        } catch (StoreMoved e) {
            return false;
        }
    }

    private String text(String id) {
        List<String> files = new ArrayList<>();
        store().find(id).orElseThrow().files().stream()
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .forEach(file -> files.add(file.path() + "=" + new String(file.bytes(), StandardCharsets.UTF_8)));
        return String.join(" ", files);
    }

    /** A draft of files, given by name and text in turn. */
    protected static DraftFiles draft(String id, String... namesAndTexts) {
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.add(new SourceFile(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return new DraftFiles(id, files);
    }
}
