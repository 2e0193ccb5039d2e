package io.quanyi.store.postgresql;

import io.quanyi.source.Fault;
import io.quanyi.store.StoreRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the states of a store. */
final class RevisionTable {

    private static final String COLUMNS =
            "select number, name, parent, files, author, at, message from quanyi_revision ";

    private RevisionTable() {}

    /** The newest state; empty if there is none yet. */
    static Optional<Revision> newest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + "order by number desc limit 1");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(revision(row)) : Optional.empty();
        }
    }

    /**
     * Follows the history from a state that has answered to the newest one.
     *
     * @param known the name of that state; null to follow it from its beginning
     * @throws StoreRefused if the history lacks that state, or is not the one that was written
     */
    static void requireHistory(Connection connection, @Nullable String known, Revision newest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS
                + "where number >= coalesce((select number from quanyi_revision where name = ?), 1) and number <= ?"
                + " order by number")) {
            statement.setString(1, known);
            statement.setLong(2, newest.number());
            statement.setFetchSize(1000);
            try (ResultSet rows = statement.executeQuery()) {
                follow(rows, known, newest);
            }
        }
    }

    private static void follow(ResultSet rows, @Nullable String known, Revision newest) throws SQLException {
        Revision before = null;
        while (rows.next()) {
            Revision next = revision(rows);
            if (before == null && known != null && !next.name().equals(known)) {
                throw lost(known, newest.name());
            }
            boolean follows =
                    before == null || (before.name().equals(next.parent()) && before.number() + 1 == next.number());
            if (!next.isWhole() || !follows) {
                throw Database.damaged("quanyi_revision " + next.number());
            }
            before = next;
        }
        if (before == null || !before.equals(newest)) {
            throw Database.damaged("quanyi_revision " + newest.number());
        }
    }

    /** The states in the database are not those that have answered. */
    static StoreRefused lost(String known, String newest) {
        return new StoreRefused(Fault.at("", "store-history-lost", known, newest));
    }

    static void insert(Connection connection, Revision revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into quanyi_revision"
                + " (number, name, parent, files, author, at, message) values (?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, revision.number());
            statement.setString(2, revision.name());
            statement.setString(3, revision.parent());
            statement.setString(4, revision.files());
            statement.setString(5, revision.author());
            statement.setObject(6, revision.at().atOffset(ZoneOffset.UTC));
            statement.setString(7, revision.message());
            statement.executeUpdate();
        }
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7));
    }
}
