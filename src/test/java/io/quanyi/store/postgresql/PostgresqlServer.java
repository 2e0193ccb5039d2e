package io.quanyi.store.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real server of PostgreSQL that the tests of one process share, each with a database of its own. It can be stopped,
 * and started again at the same address with the same data.
 */
public final class PostgresqlServer {

    /** Unpacked here once, by whichever process comes first. */
    private static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    private static final AtomicInteger DATABASES = new AtomicInteger();
    /** The number of waits for the end of the server, a tenth of a second each. */
    private static final int MAX_WAITS = 600;

    private static @Nullable PostgresqlServer shared;

    private final Path data;
    private EmbeddedPostgres server;

    private PostgresqlServer(Path data) throws IOException {
        this.data = data;
        this.server = start(0);
    }

    /** The server, started by the first call. It ends with the process. */
    public static synchronized PostgresqlServer shared() throws IOException {
        if (shared == null) {
            Files.createDirectories(PROGRAMS);
            shared = new PostgresqlServer(Files.createTempDirectory(PROGRAMS, "data-"));
        }
        return shared;
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(PROGRAMS.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofSeconds(60));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** Stops it, which breaks all connections. The library gives up waiting after five seconds, and the server ends none the less. */
    public void stop() throws IOException, InterruptedException {
        server.close();
        for (int i = 0; i < MAX_WAITS && Files.exists(data.resolve("postmaster.pid")); i++) {
            Thread.sleep(100);
        }
    }

    /** Starts it again. */
    public void startAgain() throws IOException {
        server = start(server.getPort());
    }

    /** A new, empty database. */
    public String newDatabase() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        execute("postgres", "create database " + name);
        return name;
    }

    /** The address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** The settings of a store in a database, with a folder for its last good state. */
    public PostgresqlStoreSettings settings(String database, Path copy) {
        return new PostgresqlStoreSettings(url(database), "postgres", null, "quanyi", copy, Duration.ofSeconds(20));
    }

    /** Executes statements as the administrator. */
    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first value that a query of the administrator gives. */
    public String query(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Copies a database, as a backup does. Nobody can connect to it meanwhile: the server copies only what nobody uses. */
    public String backup(String database) throws SQLException {
        String name = "backup_" + database;
        execute("postgres", "alter database " + database + " with allow_connections false");
        try {
            execute(
                    "postgres",
                    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '" + database + "'");
            execute("postgres", "create database " + name + " template " + database);
        } finally {
            execute("postgres", "alter database " + database + " with allow_connections true");
        }
        return name;
    }

    /** Ends all connections of services to a database. */
    public void disconnect(String database) throws SQLException {
        execute(
                "postgres",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database
                        + "' and application_name = 'quanyi'");
    }
}
