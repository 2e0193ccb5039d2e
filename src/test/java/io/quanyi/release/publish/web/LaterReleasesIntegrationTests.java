package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.source.TinyRules;
import io.quanyi.store.git.GitTestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of publishing beneath a release that is still to come, into a git repository, in this order: the release takes
 * effect on a New Year's Day, and another name of a product is published at once.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaterReleasesIntegrationTests {

    private static final String TINY = "/v1/programmes/tiny";
    private static final String CATALOGUE = "tiny/catalogue/2026-01-01.yaml";
    private static final String NEW_YEAR = "2150-01-01T00:00:00+08:00";
    private static final String FEBRUARY = "2150-02-01T00:00:00+08:00";
    private static final String PRODUCTS = "products: [{ id: thing, names: { zh-CN: 东西, en: Thing } }]";
    private static final String THING = "products:\n  - { id: thing, names: { zh-CN: 东西, en: Thing } }\n";
    private static final String ALIAS = THING.replace(" } }", " }, aliases: [Dings] }");
    private static final String OTHER = "  - { id: other, names: { zh-CN: 其他, en: Other } }\n";
    private static final String GADGET = "  - { id: gadget, names: { zh-CN: 小东西, en: Gadget } }";

    @TempDir
    private static Path folder;

    private static GitTestRepository remote;
    private static RunningService service;

    @BeforeAll
    static void start() {
        remote = GitTestRepository.empty(folder.resolve("remote.git"));
        Map<String, String> files = new TreeMap<>();
        TinyRules.sealed()
                .tree()
                .under("")
                .forEach(file -> files.put(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
        remote.commit(files);
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.store.kind=git",
                "--quanyi.store.git.uri=" + remote.folder(),
                "--quanyi.store.folder=" + folder.resolve("copy"));
        assertThat(publish(null, "", THING + OTHER.stripTrailing()).status()).isEqualTo(201);
        assertThat(publish(NEW_YEAR, "", THING + OTHER + GADGET).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        service.close();
        remote.close();
    }

    @Test
    @Order(1)
    void aDryRunNamesTheReleaseThatWouldEndTheChange() {
        Answer tried = service.dryRun("tiny", form(null, "", ALIAS + OTHER.stripTrailing()));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().at("/laterReleases/0/release").asInt()).isEqualTo(3);
        assertThat(tried.json().at("/laterReleases/0/from").asString()).isEqualTo(NEW_YEAR);
        assertThat(tried.json().at("/laterReleases/0/choice").isNull()).isTrue();
        assertThat(tried.json().at("/laterReleases/0/message").asString())
                .startsWith("Release 3, which takes effect on Thu 2150-01-01 00:00, does not have this change: say");
        Answer carried = service.dryRun("tiny", form(null, "carry", ALIAS + OTHER.stripTrailing()));
        assertThat(carried.json().at("/further/0/published").asBoolean()).isFalse();
        assertThat(carried.json().at("/further/0/replaces/0/instead").asInt()).isEqualTo(3);
        assertThat(carried.json().at("/further/0/changes/0/id").asString()).isEqualTo("thing");
        assertThat(carried.json().at("/further/0/impact/combinations").isNumber())
                .isTrue();
        assertThat(numbers()).isEqualTo(3);
    }

    @Test
    @Order(2)
    void withoutAWordItIsRefusedAndTheChoicesAreNamed() {
        Answer refused = publish(null, "", ALIAS + OTHER.stripTrailing());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("later-releases-undecided");
        assertThat(refused.errors()).containsExactly("/laterReleases later-release-undecided");
        assertThat(refused.json().at("/errors/0/message").asString())
                .contains("release 3 takes effect at " + NEW_YEAR, "laterReleases: carry", "laterReleases: keep");
        assertThat(publish(null, "drop", ALIAS + OTHER.stripTrailing()).errors())
                .containsExactly("/laterReleases text-not-of-form");
        assertThat(numbers()).isEqualTo(3);
    }

    @Test
    @Order(3)
    void whatIsCarriedIsKnownOnNewYearsDay() {
        assertThat(outcome(NEW_YEAR)).isEqualTo("/subscription/product unknown-product");
        Answer done = publish(null, "carry", ALIAS + OTHER.stripTrailing());
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.json().at("/laterReleases/0/choice").asString()).isEqualTo("carry");
        assertThat(done.json().at("/further/0/published").asBoolean()).isTrue();
        assertThat(done.json().at("/further/0/release/number").asInt()).isEqualTo(5);
        assertThat(done.header("ETag")).isEqualTo(service.ledgerTag("tiny"));
        assertThat(outcome("2149-12-31T23:59:59+08:00")).isEqualTo("ENTITLED");
        assertThat(outcome(NEW_YEAR)).isEqualTo("ENTITLED");
        assertThat(service.get(TINY + "/catalogue?at=" + NEW_YEAR.replace("+", "%2B"))
                        .text())
                .contains("gadget", "Dings");
    }

    @Test
    @Order(4)
    void aReleaseIsPostponedByOneCall() {
        String body = "{\"release\":5,\"until\":\"" + FEBRUARY + "\",\"note\":" + RunningService.NOTE + "}";
        assertThat(withdraw("?dryRun=true", body)
                        .json()
                        .at("/further/0/release/restores")
                        .asInt())
                .isEqualTo(5);
        assertThat(numbers()).isEqualTo(5);
        Answer done = withdraw("", body, "If-Match", service.ledgerTag("tiny"), "Idempotency-Key", "later");
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.header("Location")).isEqualTo(TINY + "/releases/6");
        assertThat(products(NEW_YEAR)).doesNotContain("gadget");
        assertThat(products(FEBRUARY)).contains("gadget");
        Answer again = withdraw("", body, "If-Match", "\"gone\"", "Idempotency-Key", "later");
        assertThat(again.json().at("/repeated").asBoolean()).isTrue();
        assertThat(again.json().at("/further/0/release/number").asInt()).isEqualTo(7);
    }

    @Test
    @Order(5)
    void aReleaseIsWithdrawnByOneCall() throws IOException {
        String body = "{\"release\":7,\"note\":" + RunningService.NOTE + "}";
        assertThat(withdraw("", body).status()).isEqualTo(428);
        assertThat(withdraw("", body, "If-Match", "\"0\"").code()).isEqualTo("ledger-changed");
        assertThat(withdraw("", "{\"release\":0}", "If-Match", "*").errors())
                .contains("/release number-out-of-range", "/note member-missing");
        assertThat(withdraw("", body.replace("7", "1"), "If-Match", "*").errors())
                .containsExactly("/release release-not-scheduled");
        assertThat(withdraw("", body, "If-Match", service.ledgerTag("tiny")).status())
                .isEqualTo(201);
        assertThat(products(FEBRUARY)).doesNotContain("gadget").contains("Dings");
        assertThat(Files.readString(folder.resolve("audit.ndjson")))
                .contains("\"action\":\"withdrawal\",\"programme\":\"tiny\",\"outcome\":\"accepted\"");
    }

    private static Answer withdraw(String query, String body, String... headers) {
        return service.post(TINY + "/withdrawals" + query, body, headers);
    }

    private static int numbers() {
        return service.get(TINY + "/releases").json().at("/releases").size();
    }

    private static String products(String at) {
        return service.get(TINY + "/catalogue?at=" + at.replace("+", "%2B")).text();
    }

    /** The outcome for the other name of the product, or the fault. */
    private static String outcome(String at) {
        Answer answer =
                service.decide("{\"programme\":\"tiny\",\"subscription\":{\"plan\":\"low\",\"product\":\"Dings\"},"
                        + "\"question\":{\"service\":\"help\",\"at\":\"" + at + "\"}}");
        return answer.status() == 200 ? answer.json().at("/outcome").asString() : String.join(" ", answer.errors());
    }

    private static Answer publish(@Nullable String from, String later, String products) {
        return service.publish("tiny", form(from, later, products), "If-Match", service.ledgerTag("tiny"));
    }

    private static MultipartForm form(@Nullable String from, String later, String products) {
        String catalogue = new String(
                Objects.requireNonNull(TinyRules.sealed().tree().file(CATALOGUE))
                        .bytes(),
                StandardCharsets.UTF_8);
        String meta = "{" + (from == null ? "" : "\"effectiveFrom\":\"" + from + "\",")
                + (later.isEmpty() ? "" : "\"laterReleases\":\"" + later + "\",") + "\"note\":" + RunningService.NOTE
                + "}";
        return MultipartForm.of(meta).with("catalogue", catalogue.replace(PRODUCTS, products));
    }
}
