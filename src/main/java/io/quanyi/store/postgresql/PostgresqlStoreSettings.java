package io.quanyi.store.postgresql;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a store in a database of PostgreSQL.
 *
 * @param url the address of the database, {@code jdbc:postgresql://host:port/database}, without a user or password
 * @param user the user of the database; null for the one that the server takes for granted
 * @param password the password of that user; null if the server asks for none
 * @param schema the schema of the tables
 * @param copy the folder of this machine for the last good state, which belongs to one service alone
 * @param timeout how long the server may stay silent, from a second to an hour
 */
public record PostgresqlStoreSettings(
        String url, @Nullable String user, @Nullable String password, String schema, Path copy, Duration timeout) {

    /** The settings without the password, and without the address, which may contain one by mistake. */
    @Override
    public String toString() {
        return "PostgresqlStoreSettings[schema=" + schema + ", copy=" + copy + ", timeout=" + timeout + "]";
    }
}
