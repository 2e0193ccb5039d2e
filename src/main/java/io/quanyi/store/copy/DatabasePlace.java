package io.quanyi.store.copy;

import io.quanyi.source.Fault;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.postgresql.DraftBounds;
import io.quanyi.store.postgresql.PostgresqlStore;
import io.quanyi.store.postgresql.PostgresqlStoreSettings;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A store in a database of PostgreSQL.
 *
 * @param settings where it is, with an empty folder for the last good state
 */
public record DatabasePlace(PostgresqlStoreSettings settings, Clock clock) implements StorePlace {

    private static final DraftBounds BOUNDS = new DraftBounds(StoreCopy.MAX_DRAFTS, StoreCopy.MAX_DRAFT_BYTES);

    @Override
    public StoreContent read() {
        PostgresqlStore reading = PostgresqlStore.open(
                settings,
                BOUNDS,
                () -> {
                    throw new StoreRefused(Fault.at("", "store-empty"));
                },
                clock);
        try (PostgresqlStore store = reading) {
            return StoreCopy.content(store);
        }
    }

    @Override
    public void begin(StoreContent content) {
        AtomicBoolean begun = new AtomicBoolean();
        PostgresqlStore beginning = PostgresqlStore.open(
                settings,
                BOUNDS,
                () -> {
                    begun.set(true);
                    return content.tree();
                },
                clock);
        try (PostgresqlStore store = beginning) {
            store.newest();
            if (!begun.get()) {
                throw new StoreRefused(Fault.at("", "store-not-empty"));
            }
            StoreCopy.putDrafts(content, store);
        }
    }
}
