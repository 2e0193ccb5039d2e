package io.quanyi.release.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReleasesIntegrationTests {

    private static final String PROGRAMME = "/v1/programmes/kingdee-galaxy-public";

    @LocalServerPort
    private int port;

    private ApiClient client;

    @BeforeEach
    void client() {
        client = new ApiClient(port);
    }

    @Test
    void programmesSayWhichReleaseServesThem() {
        var programme = client.get("/v1/programmes", "Accept-Language", "en")
                .json()
                .at("/programmes")
                .valueStream()
                .filter(entry -> entry.path("id").asString().equals("kingdee-galaxy-public"))
                .findFirst()
                .orElseThrow();
        assertThat(programme.at("/release/number").asInt()).isPositive();
        assertThat(programme.path("vendor").asString()).isEqualTo("Kingdee");
        assertThat(programme.at("/plans/0/id").asString()).isEqualTo("basic");
        assertThat(client.get(PROGRAMME, "Accept-Language", "en").json()).isEqualTo(programme);
    }

    @Test
    void healthTellsTheReleasesApartAndNothingElse() {
        assertThat(client.get("/actuator/health").text()).doesNotContain("kingdee", "components");
        var details = client.get("/actuator/health/serving").json().at("/components/releases/details");
        assertThat(details.at("/store/kind").asString()).isEqualTo("read-only");
        assertThat(details.at("/store/revision").asString()).startsWith("sha256:");
        assertThat(details.at("/programmes/kingdee-galaxy-public/number").asInt())
                .isPositive();
        assertThat(details.at("/programmes/kingdee-galaxy-public/digest").asString())
                .startsWith("sha256:");
        assertThat(details.has("refused")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalogue?release=1",
                "/matrix?release=1",
                "/releases/1",
                "/releases/1/rules",
                "/releases/1/rules/GAL-FB-01"
            })
    void whatANumberNamesNeverChanges(String path) {
        Answer first = client.get(PROGRAMME + path);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).contains("public", "immutable", "max-age=31536000");
        assertThat(first.header("ETag")).matches("\"[0-9a-f]+\"");
        Answer again = client.get(PROGRAMME + path, "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        Answer english = client.get(PROGRAMME + path, "If-None-Match", "\"other\"", "Accept-Language", "en");
        assertThat(english.status()).isEqualTo(200);
        assertThat(english.header("Vary")).contains("Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/catalogue", "/matrix", "/releases", "/catalogue?at=2026-11-20T16:00:00%2B08:00"})
    void whatIsInForceMayChange(String path) {
        assertThat(client.get(PROGRAMME + path).header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void namesFollowTheLanguage() {
        assertThat(client.get(PROGRAMME + "/catalogue")
                        .json()
                        .at("/plans/0/name")
                        .asString())
                .isEqualTo("基础服务");
        assertThat(client.get(PROGRAMME + "/catalogue", "Accept-Language", "en")
                        .json()
                        .at("/plans/0/name")
                        .asString())
                .isEqualTo("Basic");
    }

    @Test
    void theMatrixDecidesEveryCell() {
        var matrix = client.get(PROGRAMME + "/matrix?release=1").json();
        assertThat(matrix.path("services").valueStream())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("cells")).hasSize(3))
                .flatMap(row -> row.path("cells").valueStream().toList())
                .allSatisfy(cell -> assertThat(cell.path("outcome").isNull())
                        .isEqualTo(!cell.path("dependsOn").isEmpty()));
    }

    @Test
    void aCellOfTheMatrixThatVariesBySeverityShowsEach() {
        var matrix = client.get("/v1/programmes/yonyou-aftersales-sla/matrix?release=1")
                .json();
        assertThat(matrix.at("/services")
                        .valueStream()
                        .flatMap(row -> row.path("cells").valueStream()))
                .anySatisfy(cell -> assertThat(cell.path("bySeverity").valueStream())
                        .extracting(one -> one.path("severity").asString())
                        .containsExactly("P1", "P2", "P3", "P4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at=yesterday | 400 | /at not-an-instant",
                "at=2026-11-20 | 400 | /at not-an-instant",
                "release=0 | 400 | /release number-out-of-range",
                "release=one | 400 | /release number-not-plain",
                "release=1&release=1 | 400 | /release duplicate-member",
                "release=1&at=2026-11-20T16:00:00Z | 400 | /release query-contradicts",
                "when=now | 400 | /when unknown-member",
                "release=999999 | 422 | /release unknown-release"
            })
    void aQueryIsReadAsStrictlyAsABody(String query, int status, String error) {
        Answer answer = client.get(PROGRAMME + "/catalogue?" + query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errors()).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/releases/0",
                "/releases/01",
                "/releases/999999",
                "/releases/99999999999999999999",
                "/releases/latest",
                "/releases/1/rules/NO-SUCH-01",
                "/releases/999999/rules",
                "/nothing"
            })
    void aPathOfNothingIsNotFound(String path) {
        assertThat(client.get(PROGRAMME + path).status()).isEqualTo(404);
    }

    @Test
    void aRuleShowsWhatItRestsOn() {
        Answer answer = client.get(PROGRAMME + "/releases/1/rules/GAL-FB-01");
        var rule = answer.json();
        assertThat(rule.path("title").asString()).isEqualTo("基础服务包含问题反馈");
        assertThat(rule.at("/clauses/0").has("gloss")).isFalse();
        assertThat(rule.at("/clauses/0/number").asString()).isEqualTo("二.1(1)");
        assertThat(rule.path("file").asString()).endsWith("issue-feedback.drl");
        assertThat(rule.path("cases")).isNotEmpty();
        Answer text = client.get(
                rule.at("/text/href").asString(),
                "Accept",
                rule.at("/text/type").asString());
        assertThat(text.header("Content-Type")).startsWith("text/plain");
        assertThat(text.text()).contains("rule \"基础服务包含问题反馈\"", "@en(\"Basic includes issue feedback\")");
        assertThat(text.header("Vary")).contains("Accept");
        assertThat(text.header("ETag")).isNotEqualTo(answer.header("ETag"));
    }
}
