package io.quanyi.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.SourceTree;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.DraftStoreTests;
import io.quanyi.store.StoreMoved;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of drafts in a database that two services share. */
@Tag("slow")
class PostgresqlDraftStoreTests extends DraftStoreTests {

    private static final int MAX_DRAFTS = 3;
    private static final int BYTES = 100;

    @TempDir
    private Path temp;

    private PostgresqlServer server;
    private String database;
    private PostgresqlStore store;
    private PostgresqlStore other;

    @BeforeEach
    void begin() throws Exception {
        server = PostgresqlServer.shared();
        database = server.newDatabase();
        store = open("one");
        other = open("two");
        store.newest();
    }

    private PostgresqlStore open(String service) {
        return PostgresqlStore.open(
                server.settings(database, temp.resolve(service)),
                new DraftBounds(MAX_DRAFTS, BYTES),
                () -> SourceTree.of(List.of()),
                Clock.systemUTC());
    }

    @AfterEach
    void end() {
        store.close();
        other.close();
    }

    @Override
    protected DraftStore store() {
        return store.drafts();
    }

    @Test
    void anotherServiceSeesADraftAtOnceAndHasTheSameSecret() {
        DraftFiles draft = draft("one", "a.drl", "规则");
        store().put(draft, null, "key:anna");
        assertThat(other.drafts().find("one").orElseThrow().revision()).isEqualTo(draft.revision());
        assertThat(other.drafts().secret()).isEqualTo(store().secret());
        other.drafts().put(draft("one", "a.drl", "theirs"), draft.revision(), "key:ben");
        assertThatThrownBy(() -> store().put(draft("one", "a.drl", "mine"), draft.revision(), "key:anna"))
                .isInstanceOf(StoreMoved.class);
    }

    @Test
    void whatAPersonChangesInTheTablesIsANewState() throws Exception {
        DraftFiles draft = draft("one", "a.drl", "rule");
        store().put(draft, null, "key:anna");
        server.execute(database, "update quanyi.quanyi_draft_file set bytes = 'by hand'");
        assertThat(store().find("one").orElseThrow().revision())
                .isEqualTo(draft("one", "a.drl", "by hand").revision());
        assertThatThrownBy(() -> store().remove("one", draft.revision(), "key:anna"))
                .isInstanceOf(StoreMoved.class);
    }

    @Test
    void draftsBeyondTheBoundsAreNotRead() throws Exception {
        store().put(draft("large", "a.drl", "x".repeat(BYTES)), null, "key:anna");
        assertThat(store().find("large")).isPresent();
        server.execute(database, "update quanyi.quanyi_draft_file set bytes = bytes || 'x'");
        assertThat(store().find("large")).isEmpty();
        for (int i = 0; i < MAX_DRAFTS + 1; i++) {
            store().put(draft("small" + i, "a.drl", "x"), null, "key:anna");
        }
        assertThat(store().all()).extracting(DraftFiles::id).containsExactly("small0", "small1", "small2");
    }
}
