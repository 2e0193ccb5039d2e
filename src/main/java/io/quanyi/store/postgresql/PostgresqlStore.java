package io.quanyi.store.postgresql;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceTree;
import io.quanyi.store.DraftStore;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.LastGoodFolder;
import io.quanyi.store.folder.StorePath;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store in a database of PostgreSQL, with a row per state. Rows are only ever inserted; a state whose history lacks
 * one that has answered, as that of a restored backup does, is refused. A local folder keeps the last good state, so
 * that a later process can start while the database is unavailable.
 */
public final class PostgresqlStore implements Store {

    private final ReentrantLock lock = new ReentrantLock();
    private final Database database;
    private final String schema;
    private final LastGoodFolder good;
    private final Supplier<SourceTree> seed;
    private final StateWriter states;
    private final DraftStore drafts;
    private final ChangeListener listener;
    private @Nullable DatabaseState newest;
    private volatile boolean closed;

    private PostgresqlStore(
            Database.Connections connections,
            PostgresqlStoreSettings settings,
            DraftBounds bounds,
            Supplier<SourceTree> seed,
            Clock clock) {
        this.database = new Database(connections, settings.timeout());
        this.schema = settings.schema();
        this.good = LastGoodFolder.open(settings.copy());
        this.seed = seed;
        this.states = new StateWriter(schema, clock);
        this.drafts = new PostgresqlDraftStore(database, bounds);
        this.listener = new ChangeListener(connections, schema);
    }

    /**
     * Opens the store. The database is not contacted yet.
     *
     * @param seed the files of a new store, used if the schema has no tables
     * @param clock gives the instants of states
     * @throws StoreRefused if a setting is invalid, or everybody may write to the local folder
     * @throws StoreUnavailable if the local folder cannot be reached
     */
    public static PostgresqlStore open(
            PostgresqlStoreSettings settings, DraftBounds bounds, Supplier<SourceTree> seed, Clock clock) {
        return open(Database.to(DatabaseAddress.of(settings)), settings, bounds, seed, clock);
    }

    static PostgresqlStore open(
            Database.Connections connections,
            PostgresqlStoreSettings settings,
            DraftBounds bounds,
            Supplier<SourceTree> seed,
            Clock clock) {
        return new PostgresqlStore(connections, settings, bounds, seed, clock);
    }

    @Override
    public String kind() {
        return "postgresql";
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(good.path());
    }

    @Override
    public DraftStore drafts() {
        return drafts;
    }

    @Override
    public Snapshot newest() {
        return alone(() -> {
            Optional<DatabaseState> found = database.read(this::current);
            DatabaseState state = found.orElseGet(this::begun);
            newest = state;
            return state.snapshot();
        });
    }

    @Override
    public Optional<Snapshot> lastGood() {
        return alone(good::read);
    }

    @Override
    public void accept(Snapshot snapshot) {
        alone(() -> {
            good.keep(snapshot);
            return snapshot;
        });
    }

    @Override
    public Snapshot append(StoreChange change) {
        change.added().forEach(file -> StorePath.require(file.path()));
        change.ledgers().forEach(file -> StorePath.require(file.path()));
        return alone(() -> {
            DatabaseState next = database.write(moved(change.base(), "-"), connection -> appended(connection, change));
            newest = next;
            return next.snapshot();
        });
    }

    /** Whether the server takes changes, and the user may make them. */
    @Override
    public Optional<Fault> unwritable() {
        return database.read(PostgresqlStore::obstacle)
                .map(reason -> Fault.at("", "store-not-written", reason.argument()));
    }

    @Override
    public void awaitChange(Duration longest) throws InterruptedException {
        listener.await(longest);
    }

    @Override
    public void close() {
        closed = true;
        listener.close();
    }

    /** The newest state in the database; empty if that has no tables. */
    private Optional<DatabaseState> current(Connection connection) throws SQLException {
        Optional<Revision> found =
                DatabaseTables.exist(connection, schema) ? RevisionTable.newest(connection) : Optional.empty();
        String known = known();
        if (found.isEmpty()) {
            if (known != null) {
                throw RevisionTable.lost(known, "-");
            }
            return Optional.empty();
        }
        Revision revision = found.get();
        if (newest != null && newest.revision().equals(revision)) {
            return Optional.of(newest);
        }
        RevisionTable.requireHistory(connection, known, revision);
        return Optional.of(FileTable.read(connection, revision, newest));
    }

    /** The name of a state that the history must have: that of the state in memory, otherwise that of the last good one. */
    private @Nullable String known() {
        return newest != null
                ? newest.revision().name()
                : good.read().map(Snapshot::revision).orElse(null);
    }

    /** A new store, which has the tables and the seed, unless another process was faster. */
    private DatabaseState begun() {
        try {
            return database.write(moved("", ""), connection -> {
                DatabaseTables.create(connection, schema);
                Optional<DatabaseState> others = current(connection);
                return others.isPresent() ? others.get() : states.first(connection, seed.get());
            });
        } catch (StoreMoved e) {
            return database.read(this::current).orElseThrow(() -> e);
        }
    }

    private DatabaseState appended(Connection connection, StoreChange change) throws SQLException {
        DatabaseState base = current(connection).orElseThrow(() -> moved(change.base(), "-"));
        if (!base.revision().name().equals(change.base())) {
            throw moved(change.base(), base.revision().name());
        }
        return states.next(connection, base, change);
    }

    private static Optional<DatabaseFailureReason> obstacle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_is_in_recovery()"
                        + " or current_setting('default_transaction_read_only')::boolean,"
                        + " has_table_privilege('quanyi_revision', 'insert')"
                        + " and has_table_privilege('quanyi_file', 'insert')"
                        + " and has_table_privilege('quanyi_blob', 'insert')")) {
            row.next();
            if (row.getBoolean(1)) {
                return Optional.of(DatabaseFailureReason.READ_ONLY);
            }
            return row.getBoolean(2) ? Optional.empty() : Optional.of(DatabaseFailureReason.FORBIDDEN);
        }
    }

    private static StoreMoved moved(String base, String found) {
        return new StoreMoved(Fault.at("", "store-moved", base, found));
    }

    /** Runs work alone, because the newest state and the local folder are shared. */
    private <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw Database.closed();
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
