package io.quanyi.store.postgresql;

import io.quanyi.source.Fault;
import io.quanyi.store.StoreRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The tables of a store in their schema: whether they are there, and their creation. */
final class DatabaseTables {

    private static final int FORMAT = 1;
    private static final int MAX_NAMES = 5;

    /** States of SQL of a table, column or right to read that is not there. */
    private static final Set<String> NOT_OURS = Set.of("42P01", "42703", "42883");

    private DatabaseTables() {}

    /**
     * Whether the tables are there.
     *
     * @throws StoreRefused if the schema has other tables, or those of another version
     */
    static boolean exist(Connection connection, String schema) throws SQLException {
        List<String> names = names(connection, schema);
        if (names.isEmpty()) {
            return false;
        }
        if (!names.contains("quanyi_store")) {
            throw foreign(schema, names);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(format) from quanyi_store")) {
            row.next();
            if (row.getInt(1) != FORMAT) {
                throw new StoreRefused(Fault.at("", "store-format", schema, row.getInt(1), FORMAT));
            }
            return true;
        } catch (SQLException e) {
            if (NOT_OURS.contains(e.getSQLState())) {
                throw foreign(schema, names);
            }
            throw e;
        }
    }

    /** Creates the tables, unless another process has created them meanwhile. */
    static void create(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Of processes that start at the same time one creates them
            statement.execute("select pg_advisory_xact_lock(hashtext('quanyi'), hashtext('" + schema + "'))");
            if (!exist(connection, schema)) {
                if (!hasSchema(connection, schema)) {
                    statement.execute("create schema " + schema);
                }
                statement.execute(definition());
            }
        }
    }

    private static boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The names of tables, views and sequences of a schema, ours first. */
    private static List<String> names(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select relname from pg_class"
                + " join pg_namespace on pg_namespace.oid = relnamespace"
                + " where nspname = ? and relkind in ('r', 'p', 'v', 'm', 'S', 'f')"
                + " order by relname <> 'quanyi_store', relname limit " + MAX_NAMES)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    private static StoreRefused foreign(String schema, List<String> names) {
        return new StoreRefused(Fault.at("", "store-foreign", schema, String.join(", ", names)));
    }

    private static String definition() {
        try (InputStream sql = DatabaseTables.class.getResourceAsStream("tables.sql")) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
