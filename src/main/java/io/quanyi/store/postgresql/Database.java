package io.quanyi.store.postgresql;

import io.quanyi.source.Fault;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;

/**
 * A database that is connected to for one piece of work after another. No connection is kept, so none can have broken
 * since it was last used; there is one piece of work per poll and per change.
 */
final class Database {

    /** How many connections one service has at a time, besides the one that listens. */
    private static final int MAX_CONNECTIONS = 4;

    private static final String UNIQUE_VIOLATION = "23505";

    private final Connections connections;
    private final Duration timeout;
    private final Semaphore free = new Semaphore(MAX_CONNECTIONS, true);

    /** Opens connections. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    /** Work in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** @param timeout how long work waits for other work to end */
    Database(Connections connections, Duration timeout) {
        this.connections = connections;
        this.timeout = timeout;
    }

    /** Connections to an address. */
    static Connections to(DatabaseAddress address) {
        Driver driver = new Driver();
        return () -> {
            Connection connection = driver.connect(address.url(), address.properties());
            if (connection == null) {
                throw new SQLException("not an address of PostgreSQL");
            }
            return connection;
        };
    }

    /**
     * Reads in one transaction, which sees a single state of the database.
     *
     * @throws StoreUnavailable if the database cannot be read at present
     */
    <T> T read(Work<T> work) {
        acquire("store-unreachable");
        try (Connection connection = connections.open()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return work.run(connection);
        } catch (SQLException e) {
            throw failure("store-unreachable", e);
        } finally {
            free.release();
        }
    }

    /**
     * Writes in one transaction: all of it, or nothing.
     *
     * @param moved the failure if another process has inserted a row with the same key
     * @throws StoreUnavailable if the database cannot be written at present, or did not say whether it was
     */
    <T> T write(StoreMoved moved, Work<T> work) {
        acquire("store-not-written");
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            T done = work.run(connection);
            commit(connection);
            return done;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                moved.addSuppressed(e);
                throw moved;
            }
            throw failure("store-not-written", e);
        } finally {
            free.release();
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            DatabaseFailureReason reason = DatabaseFailureReason.of(e);
            if (reason == DatabaseFailureReason.BROKE_OFF || reason == DatabaseFailureReason.NOT_ANSWERED) {
                throw new StoreUnavailable(Fault.at("", "store-outcome-unknown"), e);
            }
            throw e;
        }
    }

    /** @param code the code of the failure */
    private static StoreUnavailable failure(String code, SQLException e) {
        return new StoreUnavailable(
                Fault.at("", code, DatabaseFailureReason.of(e).argument()), e);
    }

    private void acquire(String code) {
        try {
            if (free.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoreUnavailable(Fault.at("", code, DatabaseFailureReason.BUSY.argument()));
    }

    /** The store was closed. */
    static StoreUnavailable closed() {
        return new StoreUnavailable(Fault.at("", "store-unreachable", DatabaseFailureReason.CLOSED.argument()));
    }

    /** A refusal of tables that do not hold the rows that were written. */
    static StoreRefused damaged(String what) {
        return new StoreRefused(Fault.at("", "store-damaged", what));
    }
}
