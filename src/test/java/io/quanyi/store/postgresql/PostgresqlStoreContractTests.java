package io.quanyi.store.postgresql;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Store;
import io.quanyi.store.StoreContractTests;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Checks the contract of stores on one in a database that services share. */
@Tag("slow")
class PostgresqlStoreContractTests extends StoreContractTests {

    @TempDir
    private Path temp;

    private @Nullable String database;

    @Override
    protected Store open(String service, SourceTree seed) throws Exception {
        PostgresqlServer server = PostgresqlServer.shared();
        if (database == null) {
            database = server.newDatabase();
        }
        return PostgresqlStore.open(
                server.settings(database, temp.resolve(service)),
                new DraftBounds(100, 1 << 20),
                () -> seed,
                Clock.systemUTC());
    }

    @Override
    protected int rounds() {
        return 100;
    }
}
