package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.RawHttp;
import io.quanyi.source.SourceFile;
import io.quanyi.source.TinyRules;
import io.quanyi.store.git.GitTestRepository;
import io.quanyi.store.postgresql.PostgresqlServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three services on one store publish in turn. They agree after one poll, and say in health and metrics on what. */
@Tag("slow")
class ThreeReplicasIntegrationTests {

    private static final String TINY = "tiny";
    private static final String CATALOGUE = "tiny/catalogue/2026-01-01.yaml";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<RunningService> replicas = new ArrayList<>();

    @AfterEach
    void stop() {
        replicas.forEach(RunningService::close);
    }

    @Test
    void onARepositoryTheyAgreeAndNoneTakesAStateThatIsRefused() throws Exception {
        try (GitTestRepository remote = GitTestRepository.empty(folder.resolve("remote.git"))) {
            Map<String, String> files = files();
            remote.commit(files);
            start("--quanyi.store.kind=git", "--quanyi.store.git.uri=" + remote.folder());
            publishFromEach();

            Map<String, String> published = new TreeMap<>(remote.files("refs/heads/main"));
            Map<String, String> broken = new TreeMap<>(published);
            broken.computeIfPresent(CATALOGUE, (path, text) -> text + "unheard-of: true\n");
            String sound = each(ThreeReplicasIntegrationTests::served).get(0);
            remote.commit(broken);
            await(
                    replica -> String.valueOf(
                            replica.serving().at("/refused/faults/0").asString().isEmpty()),
                    "false");
            assertThat(each(ThreeReplicasIntegrationTests::served)).containsOnly(sound);
            assertThat(each(ThreeReplicasIntegrationTests::answered)).containsOnly("200 4");
            remote.commit(published);
            await(replica -> String.valueOf(replica.serving().has("refused")), "false");
        }
    }

    @Test
    void onADatabaseTheyAgree() throws Exception {
        PostgresqlServer server = PostgresqlServer.shared();
        String database = server.newDatabase();
        TinyRules.sealed().write(folder.resolve("rules"));
        start(
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=postgresql",
                "--quanyi.store.postgresql.url=" + server.url(database),
                "--quanyi.store.postgresql.user=postgres",
                "--quanyi.store.postgresql.password=any");
        publishFromEach();
    }

    private void start(String... settings) {
        for (String name : List.of("first", "second", "third")) {
            List<String> all = new ArrayList<>(List.of(settings));
            all.add("--quanyi.store.folder=" + folder.resolve(name));
            replicas.add(RunningService.looking("1s", folder.resolve(name + ".ndjson"), all.toArray(String[]::new)));
        }
    }

    /** Publishes once from each, and waits for the others: release 2, 3, 4. */
    private void publishFromEach() throws Exception {
        for (int i = 0; i < replicas.size(); i++) {
            RunningService publisher = replicas.get(i);
            Answer published = publisher.publish(
                    TINY,
                    MultipartForm.of("{\"note\":" + RunningService.NOTE + "}").with("catalogue", named("Device " + i)),
                    "If-Match",
                    publisher.ledgerTag(TINY));
            assertThat(published.status()).as(published.text()).isEqualTo(201);
            String digest = published.json().at("/release/digest").asString();
            await(ThreeReplicasIntegrationTests::served, served(publisher));
            assertThat(served(publisher)).contains("\"number\":" + (i + 2)).contains(digest);
            assertThat(each(ThreeReplicasIntegrationTests::answered)).containsOnly("200 " + (i + 2));
            assertThat(each(ThreeReplicasIntegrationTests::inForce))
                    .containsOnly("quanyi_release_in_force{digest=\"" + digest + "\",number=\"" + (i + 2)
                            + "\",programme=\"tiny\"} 1.0");
        }
    }

    /** Waits until each replica says the same. */
    private void await(Function<RunningService, String> says, String expected) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Set<String> said = new HashSet<>(each(says));
        while (!said.equals(Set.of(expected)) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            said = new HashSet<>(each(says));
        }
        assertThat(said).containsExactly(expected);
    }

    private List<String> each(Function<RunningService, String> says) {
        return replicas.stream().map(says).toList();
    }

    /** The revision, and number and digest of the release in force, as health has them. */
    private static String served(RunningService replica) {
        return replica.serving().at("/store/revision").asString() + " "
                + replica.serving().at("/programmes/tiny");
    }

    /** Status and release of an answer. */
    private static String answered(RunningService replica) {
        Answer answer = replica.decide("""
                {"programme": "tiny", "subscription": {"plan": "high", "product": "thing"},
                 "question": {"service": "help"}}""");
        return answer.status() + " " + answer.json().at("/release/number").asInt();
    }

    private static String inForce(RunningService replica) {
        return RawHttp.exchange(
                        replica.port(),
                        "GET /actuator/prometheus HTTP/1.1",
                        "Host: localhost",
                        "X-API-Key: " + RunningService.key())
                .lines()
                .filter(line -> line.startsWith("quanyi_release_in_force{"))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        TinyRules.sealed().tree().under("").forEach(file -> files.put(file.path(), text(file)));
        return files;
    }

    private static String named(String name) {
        SourceFile catalogue = Objects.requireNonNull(TinyRules.sealed().tree().file(CATALOGUE));
        return text(catalogue).replace("en: Thing", "en: " + name);
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
