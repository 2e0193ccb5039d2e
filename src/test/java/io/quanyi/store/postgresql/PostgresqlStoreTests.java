package io.quanyi.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of a store in a database whose server, tables and connections fail. */
@Tag("slow")
class PostgresqlStoreTests {

    private static final DraftBounds BOUNDS = new DraftBounds(100, 1 << 20);
    private static final SourceTree SEED = SourceTree.of(List.of(file("p/releases.yaml", "1"), file("p/a.drl", "a")));
    private static final int MAX_STEPS = 30;

    @TempDir
    private Path temp;

    private PostgresqlServer server;
    private String database;
    private final List<PostgresqlStore> opened = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        server = PostgresqlServer.shared();
        database = server.newDatabase();
    }

    @AfterEach
    void end() {
        opened.forEach(PostgresqlStore::close);
    }

    private PostgresqlStore open(String service) {
        return open(service, Database.to(DatabaseAddress.of(settings(service))));
    }

    private PostgresqlStore open(String service, Database.Connections connections) {
        PostgresqlStore store =
                PostgresqlStore.open(connections, settings(service), BOUNDS, () -> SEED, Clock.systemUTC());
        opened.add(store);
        return store;
    }

    private PostgresqlStoreSettings settings(String service) {
        return server.settings(database, temp.resolve(service));
    }

    @Test
    void rowsOfStatesAreOnlyEverInserted() throws Exception {
        PostgresqlStore store = open("one");
        Snapshot newest = store.append(change(store.newest(), "p/x", "x"));
        for (String sql : List.of(
                "update quanyi.quanyi_revision set author = 'other'",
                "delete from quanyi.quanyi_file",
                "truncate quanyi.quanyi_blob cascade")) {
            assertThatThrownBy(() -> server.execute(database, sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("only ever inserted");
        }
        assertThat(open("two").newest().revision()).isEqualTo(newest.revision());
    }

    @Test
    void aConnectionThatEndsAtAnyStepLeavesTheOldStateOrTheNewOne() throws Exception {
        PostgresqlStore witness = open("witness");
        boolean reached = true;
        for (int step = 1; reached; step++) {
            assertThat(step).isLessThan(MAX_STEPS);
            Snapshot before = witness.newest();
            TerminatedConnection connections =
                    new TerminatedConnection(server, Database.to(DatabaseAddress.of(settings("one"))), step);
            PostgresqlStore store = open("one", connections);
            StoreChange change = change(before, "p/x" + step, "x" + step);
            String failed = failure(() -> store.append(change));
            reached = connections.isTerminated();
            Snapshot after = witness.newest();
            boolean appended = !after.revision().equals(before.revision());
            assertThat(appended).isEqualTo(failed == null);
            assertThat(failed == null).isEqualTo(!reached);
            assertThat(open("one").newest().revision()).isEqualTo(after.revision());
        }
    }

    @Test
    void aFirstStartWhoseConnectionEndsLeavesNothingOrAWholeStore() throws Exception {
        boolean reached = true;
        for (int step = 1; reached; step++) {
            assertThat(step).isLessThan(MAX_STEPS);
            database = server.newDatabase();
            TerminatedConnection connections =
                    new TerminatedConnection(server, Database.to(DatabaseAddress.of(settings("one"))), step);
            String failed = failure(() -> open("one", connections).newest());
            reached = connections.isTerminated();
            assertThat(failed == null).isEqualTo(!reached);
            assertThat(open("two").newest().tree().under("")).hasSize(2);
            assertThat(server.query(database, "select count(*) from quanyi.quanyi_revision"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aServerThatRestartsIsUsedAgain() throws Exception {
        PostgresqlStore store = open("one");
        Snapshot newest = store.newest();
        store.accept(newest);
        server.stop();
        try {
            assertThat(fault(StoreUnavailable.class, store::newest).code()).isEqualTo("store-unreachable");
            assertThat(fault(StoreUnavailable.class, () -> store.append(change(newest, "p/x", "x")))
                            .code())
                    .isEqualTo("store-not-written");
            assertThat(open("one").lastGood().orElseThrow().revision()).isEqualTo(newest.revision());
            assertThatThrownBy(store::unwritable).isInstanceOf(StoreUnavailable.class);
        } finally {
            server.startAgain();
        }
        assertThat(store.newest()).isSameAs(newest);
        assertThat(store.append(change(newest, "p/x", "x")).tree().file("p/x")).isNotNull();
    }

    @Test
    void aServerThatComesBackOlderIsRefused() throws Exception {
        PostgresqlStore store = open("one");
        Snapshot old = store.newest();
        backUp();
        Snapshot served = store.append(change(old, "p/x", "x"));
        store.accept(served);
        restore();
        for (PostgresqlStore service : List.of(store, open("one"))) {
            Fault fault = fault(StoreRefused.class, service::newest);
            assertThat(fault.code()).isEqualTo("store-history-lost");
            assertThat(fault.arguments()).containsExactly(served.revision(), old.revision());
            assertThat(fault(StoreRefused.class, () -> service.append(change(old, "p/y", "y")))
                            .code())
                    .isEqualTo("store-history-lost");
            assertThat(service.lastGood().orElseThrow().revision()).isEqualTo(served.revision());
        }
        // A history that has grown again is still not the one that has answered
        open("fresh").append(change(old, "p/z", "z"));
        assertThat(fault(StoreRefused.class, store::newest).code()).isEqualTo("store-history-lost");
    }

    @Test
    void aDatabaseThatIsEmptyAgainIsNotFilledByWhoeverHasServedAnother() throws Exception {
        PostgresqlStore store = open("one");
        store.accept(store.newest());
        server.execute(database, "drop schema quanyi cascade");
        assertThat(fault(StoreRefused.class, store::newest).code()).isEqualTo("store-history-lost");
        assertThat(fault(StoreRefused.class, () -> open("one").newest()).code()).isEqualTo("store-history-lost");
        assertThat(server.query(database, "select count(*) from pg_namespace where nspname = 'quanyi'"))
                .isEqualTo("0");
    }

    @Test
    void aServerThatCanOnlyBeReadServesAndSaysSo() throws Exception {
        PostgresqlStore store = open("one");
        Snapshot newest = store.newest();
        assertThat(store.unwritable()).isEmpty();
        server.execute("postgres", "alter database " + database + " set default_transaction_read_only = on");
        assertThat(store.newest()).isSameAs(newest);
        assertThat(store.unwritable().orElseThrow().message(Language.ENGLISH)).contains("only be read");
        Fault fault = fault(StoreUnavailable.class, () -> store.append(change(newest, "p/x", "x")));
        assertThat(fault.message(Language.ENGLISH)).contains("only be read");
        server.execute("postgres", "alter database " + database + " reset default_transaction_read_only");
        assertThat(store.append(change(newest, "p/x", "x")).tree().file("p/x")).isNotNull();
    }

    @Test
    void aUserWithoutTheRightToInsertReadsAndSaysWhyNothingCanBePublished() throws Exception {
        Snapshot newest = open("one").newest();
        server.execute(database, "create role reader_" + database + " login password 'right'");
        server.execute(database, "grant usage on schema quanyi to reader_" + database);
        server.execute(database, "grant select on all tables in schema quanyi to reader_" + database);
        PostgresqlStoreSettings reader = new PostgresqlStoreSettings(
                server.url(database),
                "reader_" + database,
                "right",
                "quanyi",
                temp.resolve("reader"),
                Duration.ofSeconds(20));
        PostgresqlStore store = PostgresqlStore.open(reader, BOUNDS, () -> SEED, Clock.systemUTC());
        opened.add(store);
        assertThat(store.newest().revision()).isEqualTo(newest.revision());
        assertThat(store.unwritable().orElseThrow().message(Language.ENGLISH)).contains("lacks a right");
        assertThat(fault(StoreUnavailable.class, () -> store.append(change(newest, "p/x", "x")))
                        .message(Language.ENGLISH))
                .contains("lacks a right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table quanyi.orders (id int) | store-foreign",
                "create view quanyi.orders as select 1 | store-foreign",
                "create table quanyi.quanyi_store (id int) | store-foreign",
                "create table quanyi.quanyi_store as select 2 as format | store-format"
            })
    void tablesOfAnotherProductAreRefusedAndLeftAsTheyAre(String sql, String code) throws Exception {
        server.execute(database, "create schema quanyi");
        server.execute(database, sql);
        String before = server.query(database, "select count(*) from pg_class");
        Fault fault = fault(StoreRefused.class, () -> open("one").newest());
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message(Language.ENGLISH)).contains("schema quanyi");
        assertThat(server.query(database, "select count(*) from pg_class")).isEqualTo(before);
    }

    /** An administrator may switch the triggers off. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update quanyi.quanyi_blob set bytes = 'z' where bytes = 'a' | p/a.drl",
                "delete from quanyi.quanyi_file where path = 'p/a.drl' | quanyi_file 2",
                "update quanyi.quanyi_revision set author = 'z' where number = 1 | quanyi_revision 1",
                "update quanyi.quanyi_revision set files = 'z' where number = 2 | quanyi_revision 2"
            })
    void rowsThatWereChangedAreRefused(String sql, String what) throws Exception {
        PostgresqlStore store = open("one");
        store.append(change(store.newest(), "p/x", "x"));
        server.execute(database, "set session_replication_role = replica; " + sql);
        Fault fault = fault(StoreRefused.class, () -> open("two").newest());
        assertThat(fault.code()).isEqualTo("store-damaged");
        assertThat(fault.arguments()).containsExactly(what);
    }

    @Test
    void aPublicationWakesWhoeverWaits() throws Exception {
        PostgresqlStore store = open("one");
        PostgresqlStore other = open("two");
        Snapshot before = other.newest();
        // It begins to listen, and may have missed a change before
        other.awaitChange(Duration.ofMinutes(5));
        CountDownLatch woken = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                other.awaitChange(Duration.ofMinutes(5));
                woken.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        store.append(change(before, "p/x", "x"));
        assertThat(woken.await(60, TimeUnit.SECONDS)).isTrue();
        server.disconnect(database);
        // The connection that listened is gone: it is made again
        other.awaitChange(Duration.ofMinutes(5));
        waiting = new Thread(() -> {
            try {
                other.awaitChange(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                woken.countDown();
            }
        });
        waiting.start();
        waiting.interrupt();
        waiting.join(60_000);
        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void aDatabaseThatIsAwayIsPolled() throws Exception {
        PostgresqlStore store = open("one");
        server.stop();
        try {
            store.awaitChange(Duration.ofMillis(1));
        } finally {
            server.startAgain();
        }
        assertThat(store.newest().tree().under("")).hasSize(2);
    }

    @Test
    void aWrongPasswordOrDatabaseIsSaidWithoutASecret() throws Exception {
        server.execute(database, "create role writer_" + database + " login password 'right'");
        PostgresqlStoreSettings missing = new PostgresqlStoreSettings(
                server.url("no_such"), "postgres", "s3cret", "quanyi", temp.resolve("one"), Duration.ofSeconds(20));
        PostgresqlStore store = PostgresqlStore.open(missing, BOUNDS, () -> SEED, Clock.systemUTC());
        StoreUnavailable failure = catchThrowableOfType(StoreUnavailable.class, store::newest);
        assertThat(failure.fault().message(Language.ENGLISH)).contains("no such database");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("s3cret");
        }
    }

    /** Another database of the same content. */
    private void backUp() throws SQLException {
        server.disconnect(database);
        server.backup(database);
    }

    private void restore() throws SQLException {
        server.disconnect(database);
        server.execute("postgres", "drop database " + database);
        server.execute("postgres", "alter database backup_" + database + " rename to " + database);
    }

    private static StoreChange change(Snapshot base, String path, String text) {
        return new StoreChange(
                base.revision(), List.of(file(path, text)), file("p/releases.yaml", text), "author", "why");
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T extends StoreFailure> Fault fault(Class<T> type, ThrowingCallable call) {
        return catchThrowableOfType(type, call).fault();
    }

    /** The code of what went wrong; null if nothing did. */
    private static @Nullable String failure(ThrowingCallable call) {
        StoreFailure failure = catchThrowableOfType(StoreFailure.class, call);
        return failure == null ? null : failure.fault().code();
    }
}
