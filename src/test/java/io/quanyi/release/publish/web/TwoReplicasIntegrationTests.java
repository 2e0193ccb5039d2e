package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.source.SourceTree;
import io.quanyi.store.git.GitTestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of two services that share a git repository: a channel is opened for another product from a midnight on, then
 * closed by a rollback, and both services answer alike throughout.
 */
class TwoReplicasIntegrationTests {

    private static final String PREMIUM = "kingdee-premium-success";
    private static final String CATALOGUE = PREMIUM + "/catalogue/2025-01-01.yaml";
    private static final String LEDGER = PREMIUM + "/releases.yaml";
    private static final String MIDNIGHT = "2027-01-01T00:00:00+08:00";
    private static final String BEFORE = "2026-12-31T23:59:59+08:00";
    private static final String MARCH = "2026-03-03T10:00:00+08:00";
    private static final String META = "{\"effectiveFrom\":\"" + MIDNIGHT + "\",\"note\":" + RunningService.NOTE + "}";

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));

    @TempDir
    private Path folder;

    private GitTestRepository remote;
    private RunningService first;
    private RunningService second;

    @BeforeEach
    void start() {
        remote = GitTestRepository.empty(folder.resolve("remote.git"));
        remote.commit(files());
        first = replica("first");
        second = replica("second");
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        remote.close();
    }

    private RunningService replica(String name) {
        return RunningService.start(
                folder.resolve(name + ".ndjson"),
                "--quanyi.store.kind=git",
                "--quanyi.store.git.uri=" + remote.folder(),
                "--quanyi.store.folder=" + folder.resolve(name));
    }

    @Test
    void imIsOpenedForOneProductMoreAndTakenBackWhileMarchNeverMoves() {
        String march = core(first, MARCH, "");
        String pinned = core(first, MIDNIGHT, "\"release\":1,");

        Answer tried = first.dryRun(PREMIUM, MultipartForm.of(META).with("catalogue", opened()));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().at("/changes/0/id").asString()).isEqualTo("im-support kingdee-k3-wise");
        assertThat(tried.json().at("/replaces/0/instead").asInt()).isEqualTo(1);
        assertThat(numbers()).containsExactly("1", "1");

        Answer published = first.publish(
                PREMIUM, MultipartForm.of(META).with("catalogue", opened()), "If-Match", first.ledgerTag(PREMIUM));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.header("Location")).isEqualTo("/v1/programmes/" + PREMIUM + "/releases/2");
        assertThat(published.json().at("/changes").size()).isEqualTo(1);
        assertThat(second.post("/v1/refresh", "").status()).isEqualTo(200);
        assertThat(numbers()).containsExactly("1 2", "1 2");
        theSameIsShown();

        for (RunningService each : List.of(first, second)) {
            Answer changes = each.get("/v1/programmes/" + PREMIUM + "/changes");
            assertThat(changes.json().at("/changes/0/from").asString()).isEqualTo(MIDNIGHT);
            assertThat(changes.json().at("/changes/0/instead").asInt()).isEqualTo(1);
            assertThat(changes.json().at("/changes/0/changes/0/message").asString())
                    .isEqualTo("Opening \"im-support kingdee-k3-wise\" was added");
            assertThat(outcome(each, BEFORE, "")).isEqualTo("NOT_ENTITLED product-not-open");
            assertThat(outcome(each, MIDNIGHT, "")).isEqualTo("ENTITLED granted");
            assertThat(outcome(each, MIDNIGHT, "\"knownAt\":\"2026-11-21T00:00:00+08:00\","))
                    .isEqualTo("NOT_ENTITLED product-not-open");
        }

        Answer back = second.post(
                "/v1/programmes/" + PREMIUM + "/rollbacks",
                "{\"release\":1,\"effectiveFrom\":\"" + MIDNIGHT + "\",\"note\":" + RunningService.NOTE + "}",
                "If-Match",
                second.ledgerTag(PREMIUM));
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        assertThat(back.json().at("/release/restores").asInt()).isEqualTo(1);
        first.post("/v1/refresh", "");
        assertThat(numbers()).containsExactly("1 2 3", "1 2 3");
        theSameIsShown();
        for (RunningService each : List.of(first, second)) {
            assertThat(outcome(each, MIDNIGHT, "")).isEqualTo("NOT_ENTITLED product-not-open");
            assertThat(outcome(each, MIDNIGHT, "\"release\":2,")).isEqualTo("ENTITLED granted");
            assertThat(core(each, MARCH, "")).isEqualTo(march);
            assertThat(core(each, MIDNIGHT, "\"release\":1,")).isEqualTo(pinned);
        }
    }

    @Test
    void whatIsPushedByPlainGitAnswersOnceItHoldsAndAForcePushNever() {
        Map<String, String> rewritten = files();
        rewritten.computeIfPresent(
                LEDGER, (path, ledger) -> ledger.replace("publishedBy: 'quanyi'", "publishedBy: 'me'"));
        remote.commit(rewritten);
        for (RunningService each : List.of(first, second)) {
            Answer refreshed = each.post("/v1/refresh", "");
            assertThat(refreshed.json().at("/refused/faults/0").asString())
                    .contains("release 1 of the ledger is missing or changed");
            assertThat(each.serving().at("/refused/faults").size()).isEqualTo(1);
            assertThat(outcome(each, MARCH, "")).isEqualTo("NOT_ENTITLED product-not-open");
        }
        Answer refused = first.publish(
                PREMIUM, MultipartForm.of(META).with("catalogue", opened()), "If-Match", first.ledgerTag(PREMIUM));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("store-refuses");

        remote.commit(files());
        for (RunningService each : List.of(first, second)) {
            assertThat(each.post("/v1/refresh", "").json().at("/refused").isNull())
                    .isTrue();
        }
        theSameIsShown();

        String served = first.serving().at("/store/revision").asString();
        remote.move(remote.commit(files(), new ObjectId[0]));
        for (RunningService each : List.of(first, second)) {
            each.post("/v1/refresh", "");
            assertThat(each.serving().at("/store/revision").asString()).isEqualTo(served);
            assertThat(each.serving().at("/refused/faults/0").asString()).contains("history");
            assertThat(each.publish(
                                    PREMIUM,
                                    MultipartForm.of(META).with("catalogue", opened()),
                                    "If-Match",
                                    each.ledgerTag(PREMIUM))
                            .code())
                    .isEqualTo("store-refuses");
        }
    }

    @Test
    void aServiceThatStartsWhileTheRepositoryIsGoneAnswersByItsLastGoodRules() throws IOException {
        Files.move(folder.resolve("remote.git"), folder.resolve("away.git"));
        second.close();
        second = replica("second");
        assertThat(outcome(second, MARCH, "")).isEqualTo("NOT_ENTITLED product-not-open");
        assertThat(second.serving().at("/refused/faults").size()).isEqualTo(1);
        Answer refused = second.publish(
                PREMIUM, MultipartForm.of(META).with("catalogue", opened()), "If-Match", second.ledgerTag(PREMIUM));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("store-unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    /** The rules of one programme, so that a start need not check the others. */
    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        SHIPPED.under("").stream()
                .filter(file -> !file.path().contains("/")
                        || file.path().startsWith(PREMIUM + "/")
                        || file.path().startsWith("calendars/"))
                .forEach(file -> files.put(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
        return files;
    }

    private List<String> numbers() {
        return List.of(numbers(first), numbers(second));
    }

    private static String numbers(RunningService service) {
        return String.join(
                " ",
                service.get("/v1/programmes/" + PREMIUM + "/releases")
                        .json()
                        .at("/releases")
                        .valueStream()
                        .map(release -> release.path("number").asString())
                        .toList());
    }

    private void theSameIsShown() {
        assertThat(second.serving().at("/store/revision"))
                .isEqualTo(first.serving().at("/store/revision"));
        assertThat(second.serving().at("/programmes")).isEqualTo(first.serving().at("/programmes"));
        assertThat(second.get("/v1/programmes/" + PREMIUM + "/releases").text())
                .isEqualTo(first.get("/v1/programmes/" + PREMIUM + "/releases").text());
        assertThat(second.ledgerTag(PREMIUM)).isEqualTo(first.ledgerTag(PREMIUM));
    }

    private static String opened() {
        String catalogue = new String(SHIPPED.under(CATALOGUE).get(0).bytes(), StandardCharsets.UTF_8);
        assertThat(catalogue).doesNotContain("openings:");
        return catalogue + "openings:\n  - { service: im-support, product: kingdee-k3-wise }\n";
    }

    private static String outcome(RunningService service, String at, String pin) {
        Answer answer = service.decide(question(at, pin));
        return answer.json().path("outcome").asString() + " "
                + answer.json().at("/reasons/0/code").asString();
    }

    private static String core(RunningService service, String at, String pin) {
        return service.decide(question(at, pin)).header("Quanyi-Core");
    }

    private static String question(String at, String pin) {
        return """
                {"programme":"%s",%s"subscription":{"plan":"premium","product":"K/3 WISE",
                "serviceStart":"2026-01-01","serviceEnd":"2027-12-31","contract":{"amount":58000,"currency":"CNY"}},
                "question":{"service":"im-support","topic":"application","at":"%s"}}""".formatted(PREMIUM, pin, at);
    }
}
