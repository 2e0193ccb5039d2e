package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.RawHttp;
import io.quanyi.source.SourceFile;
import io.quanyi.source.TinyRules;
import io.quanyi.store.git.GitTestRepository;
import io.quanyi.store.postgresql.PostgresqlServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

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
            Path road = Files.createSymbolicLink(folder.resolve("road"), remote.folder());
            for (Path way : List.of(remote.folder(), remote.folder(), road)) {
                start("--quanyi.store.kind=git", "--quanyi.store.git.uri=" + way);
            }
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
            cutOffTheThird(road, remote.folder());
        }
    }

    @Test
    void onADatabaseTheyAgree() throws Exception {
        PostgresqlServer server = PostgresqlServer.shared();
        String database = server.newDatabase();
        TinyRules.sealed().write(folder.resolve("rules"));
        for (int i = 0; i < 3; i++) {
            start(
                    "--quanyi.rules=" + folder.resolve("rules"),
                    "--quanyi.store.kind=postgresql",
                    "--quanyi.store.postgresql.url=" + server.url(database),
                    "--quanyi.store.postgresql.user=postgres",
                    "--quanyi.store.postgresql.password=any");
        }
        publishFromEach();
    }

    private void start(String... settings) {
        String name = "replica-" + replicas.size();
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--quanyi.store.folder=" + folder.resolve(name));
        replicas.add(RunningService.looking("1s", folder.resolve(name + ".ndjson"), all.toArray(String[]::new)));
    }

    /** The third finds no repository, then a damaged one. It goes on by itself, and agrees with the others once the way is open again. */
    private void cutOffTheThird(Path road, Path repository) throws Exception {
        Files.delete(road);
        publish(replicas.get(0), "Device of two");
        await(replicas.subList(0, 2), ThreeReplicasIntegrationTests::answered, "200 5");
        assertThatTheThirdGoesOnAlone();
        Files.createDirectories(road.resolve("objects"));
        Files.writeString(road.resolve("HEAD"), "damaged");
        assertThatTheThirdGoesOnAlone();
        FileSystemUtils.deleteRecursively(road);
        Files.createSymbolicLink(road, repository);
        await(ThreeReplicasIntegrationTests::answered, "200 5");
        await(replica -> String.valueOf(replica.serving().has("refused")), "false");
    }

    private void assertThatTheThirdGoesOnAlone() {
        RunningService third = replicas.get(2);
        third.send("POST", "/v1/refresh", null, RunningService.key());
        assertThat(third.serving().has("refused")).isTrue();
        assertThat(answered(third)).isEqualTo("200 4");
    }

    /** Publishes once from each, and waits for the others: release 2, 3, 4. */
    private void publishFromEach() throws Exception {
        for (int i = 0; i < replicas.size(); i++) {
            RunningService publisher = replicas.get(i);
            String digest = publish(publisher, "Device " + i);
            await(ThreeReplicasIntegrationTests::served, served(publisher));
            assertThat(served(publisher)).contains("\"number\":" + (i + 2)).contains(digest);
            assertThat(each(ThreeReplicasIntegrationTests::answered)).containsOnly("200 " + (i + 2));
            assertThat(each(ThreeReplicasIntegrationTests::inForce))
                    .containsOnly("quanyi_release_in_force{digest=\"" + digest + "\",number=\"" + (i + 2)
                            + "\",programme=\"tiny\"} 1.0");
        }
    }

    /** Publishes a product of another name; returns the digest of the release. */
    private static String publish(RunningService publisher, String name) {
        Answer published = publisher.publish(
                TINY,
                MultipartForm.of("{\"note\":" + RunningService.NOTE + "}").with("catalogue", named(name)),
                "If-Match",
                publisher.ledgerTag(TINY));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        return published.json().at("/release/digest").asString();
    }

    /** Waits until each replica says the same. */
    private void await(Function<RunningService, String> says, String expected) throws InterruptedException {
        await(replicas, says, expected);
    }

    private static void await(List<RunningService> some, Function<RunningService, String> says, String expected)
            throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Set<String> said = some.stream().map(says).collect(Collectors.toSet());
        while (!said.equals(Set.of(expected)) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            said = some.stream().map(says).collect(Collectors.toSet());
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
