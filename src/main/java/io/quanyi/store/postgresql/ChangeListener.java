package io.quanyi.store.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that the server tells of new states. It may break at any time, and a proxy may not pass anything on: then
 * the whole time is waited, and changes are seen by polling. One thread uses it.
 */
final class ChangeListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);

    /** How long one wait for the server is: a thread in it cannot be interrupted. */
    private static final int SLICE_MILLIS = 250;

    /** How long changes gather before they are reported together. */
    private static final int GATHERED_MILLIS = 50;

    private static final int PROBE_SECONDS = 5;

    /** How long after a failure the server is tried again. */
    private static final long RETRY_MILLIS = 5000;

    private final Database.Connections connections;
    private final String channel;
    private volatile @Nullable Connection connection;

    ChangeListener(Database.Connections connections, String schema) {
        this.connections = connections;
        this.channel = channel(schema);
    }

    /** The name of the channel of a schema. */
    private static String channel(String schema) {
        return "quanyi_" + schema;
    }

    /** Tells everybody who listens, once the transaction is committed. */
    static void tell(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("notify " + channel(schema));
        }
    }

    /** Waits for a change, or for the whole time. It returns at once after it has begun to listen, as it may have missed one. */
    void await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (end - System.nanoTime() > 0) {
            try {
                if (begin() || isTold(end)) {
                    Thread.sleep(GATHERED_MILLIS);
                    return;
                }
            } catch (SQLException e) {
                LOG.debug("changes of the store are seen by polling only", e);
                close();
                Thread.sleep(Math.min(RETRY_MILLIS, Math.max(0, (end - System.nanoTime()) / 1_000_000)));
            }
        }
    }

    /** Whether a connection was made just now. */
    private boolean begin() throws SQLException {
        Connection present = connection;
        if (present != null && present.isValid(PROBE_SECONDS)) {
            return false;
        }
        close();
        Connection fresh = connections.open();
        connection = fresh;
        try (Statement statement = fresh.createStatement()) {
            statement.execute("listen " + channel);
        }
        return true;
    }

    private boolean isTold(long end) throws SQLException, InterruptedException {
        Connection present = connection;
        if (present == null) {
            return false;
        }
        PGConnection listening = present.unwrap(PGConnection.class);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            int millis = (int) Math.max(1, Math.min(SLICE_MILLIS, left / 1_000_000));
            if (listening.getNotifications(millis).length > 0) {
                return true;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return false;
    }

    @Override
    public void close() {
        Connection present = connection;
        connection = null;
        try {
            if (present != null) {
                present.close();
            }
        } catch (SQLException e) {
            LOG.debug("the connection that listened was broken", e);
        }
    }
}
