package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.source.SourceFile;
import io.quanyi.source.TinyRules;
import io.quanyi.store.postgresql.PostgresqlServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests of two services that share a database, which tells them of publications, goes away, and comes back older. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class PostgresqlReplicasIntegrationTests {

    private static final String TINY = "tiny";
    private static final String META =
            "{\"effectiveFrom\":\"2027-01-01T00:00:00+08:00\",\"note\":" + RunningService.NOTE + "}";
    private static final String SECRET = "s3cret-of-the-database";

    @TempDir
    private Path folder;

    private PostgresqlServer server;
    private String database;
    private RunningService first;
    private RunningService second;

    @BeforeEach
    void start() throws Exception {
        server = PostgresqlServer.shared();
        database = server.newDatabase();
        TinyRules.sealed().write(folder.resolve("rules"));
        first = replica("first");
        second = replica("second");
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    /** A replica that polls once an hour, so that it learns in time only by notifications. */
    private RunningService replica(String name) {
        return RunningService.start(
                folder.resolve(name + ".ndjson"),
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=postgresql",
                "--quanyi.store.postgresql.url=" + server.url(database),
                "--quanyi.store.postgresql.user=postgres",
                "--quanyi.store.postgresql.password=" + SECRET,
                "--quanyi.store.folder=" + folder.resolve(name));
    }

    @Test
    void aPublicationReachesTheOtherServiceWhichOutlivesItsDatabase(CapturedOutput output) throws Exception {
        String old = revision(second);
        assertThat(revision(first)).isEqualTo(old);
        server.backup(database);
        awaitListening();

        Answer published = first.publish(
                TINY, MultipartForm.of(META).with("catalogue", renamed()), "If-Match", first.ledgerTag(TINY));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        String newest = revision(first);
        assertThat(newest).isNotEqualTo(old);
        for (int i = 0; i < 600 && !revision(second).equals(newest); i++) {
            Thread.sleep(100);
        }
        assertThat(revision(second)).isEqualTo(newest);

        server.stop();
        try {
            assertThat(second.post("/v1/refresh", "")
                            .json()
                            .at("/refused/faults/0")
                            .asString())
                    .contains("the server of the database cannot be reached");
            second.close();
            second = replica("second");
            assertThat(revision(second)).isEqualTo(newest);
            assertThat(numbers(second)).isEqualTo(2);
            assertThat(publishedBy(first)).isEqualTo("503 store-unavailable");
        } finally {
            server.startAgain();
        }
        assertThat(second.post("/v1/refresh", "").json().at("/refused").isNull())
                .isTrue();

        server.disconnect(database);
        server.execute("postgres", "alter database " + database + " rename to newer_" + database);
        server.execute("postgres", "alter database backup_" + database + " rename to " + database);
        for (RunningService each : List.of(first, second)) {
            each.post("/v1/refresh", "");
            assertThat(each.serving().at("/refused/faults/0").asString()).contains("lacks the state " + newest);
            assertThat(each.serving().toString()).doesNotContain(SECRET);
            assertThat(numbers(each)).isEqualTo(2);
            assertThat(publishedBy(each)).isEqualTo("409 store-refuses");
        }
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    /** A connection that was broken is made again a few seconds later, and a look at the store has some besides. */
    private void awaitListening() throws Exception {
        int listening = 0;
        for (int i = 0; i < 600 && listening < 2; i++) {
            Thread.sleep(100);
            listening = Integer.parseInt(listening());
        }
        assertThat(listening).isGreaterThanOrEqualTo(2);
    }

    private String listening() throws Exception {
        return server.query(
                "postgres",
                "select count(*) from pg_stat_activity where datname = '" + database
                        + "' and application_name = 'quanyi'");
    }

    private static String publishedBy(RunningService service) {
        Answer answer = service.publish(
                TINY, MultipartForm.of(META).with("catalogue", renamed()), "If-Match", service.ledgerTag(TINY));
        return answer.status() + " " + answer.code();
    }

    private static int numbers(RunningService service) {
        return service.get("/v1/programmes/" + TINY + "/releases")
                .json()
                .at("/releases")
                .size();
    }

    private static String revision(RunningService service) {
        return service.serving().at("/store/revision").asString();
    }

    private static String renamed() {
        SourceFile catalogue = Objects.requireNonNull(TinyRules.sealed().tree().file("tiny/catalogue/2026-01-01.yaml"));
        return new String(catalogue.bytes(), StandardCharsets.UTF_8).replace("en: Thing", "en: Device");
    }
}
