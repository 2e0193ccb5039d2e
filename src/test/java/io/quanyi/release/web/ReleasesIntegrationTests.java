package io.quanyi.release.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
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

    private final ApiClient client;

    ReleasesIntegrationTests(@LocalServerPort int port) {
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
    void theFactsOfAServiceSayWhatToSend() {
        var facts = client.get(PROGRAMME + "/services/issue-feedback/facts?release=1", "Accept-Language", "en")
                .json();
        assertThat(facts.path("name").asString()).isEqualTo("Issue feedback");
        assertThat(facts.path("facts").valueStream())
                .extracting(fact -> fact.path("pointer").asString())
                .startsWith("/programme", "/subscription/plan", "/question/service")
                .contains("/question/severity", "/subscription/usage")
                .doesNotContain("/subscription/deployment", "/subscription/customerId");
        assertThat(facts.path("facts")
                        .valueStream()
                        .filter(fact -> fact.path("pointer").asString().endsWith("/plan")))
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.path("required").asBoolean()).isTrue();
                    assertThat(plan.at("/codes/0/id").asString()).isEqualTo("basic");
                    assertThat(plan.at("/codes/0/name").asString()).isEqualTo("Basic");
                    assertThat(plan.at("/uses/1/rule").asString()).startsWith("GAL-");
                    assertThat(plan.at("/absent/0/means").asString()).isEqualTo("required");
                });
    }

    @Test
    void theSchemaOfARequestIsOfTheServiceAndKeepsItsNulls() {
        var schema = client.get(PROGRAMME + "/services/issue-feedback/schema").json();
        assertThat(schema.path("$schema").asString()).endsWith("2020-12/schema");
        assertThat(schema.at("/properties/question/properties/service/enum").valueStream())
                .extracting(id -> id.asString())
                .containsExactly("issue-feedback");
        var severities = schema.at("/properties/question/properties/severity/enum");
        assertThat(severities.get(severities.size() - 1).isNull()).isTrue();
        assertThat(schema.at("/properties/question/properties/severity/title").asString())
                .isEqualTo("严重级别");
    }

    @Test
    void theCodesOfAProgrammeAreNamedInTheReadersLanguage() {
        var english = client.get(PROGRAMME + "/codes", "Accept-Language", "en").json();
        var lists = english.path("lists").valueStream().toList();
        assertThat(lists)
                .extracting(list -> list.path("id").asString())
                .doesNotHaveDuplicates()
                .contains("plan", "product", "service", "channel", "topic", "severity", "activity", "deployment")
                .contains("delivery", "served-by", "region", "phase", "submitted-by", "currency", "target-unit")
                .contains("outcome", "reason", "condition", "warning", "quota-unit", "quota-per");
        assertThat(lists).allSatisfy(list -> {
            assertThat(list.path("name").asString()).isNotBlank();
            assertThat(list.path("codes").valueStream())
                    .extracting(code -> code.path("name").asString())
                    .doesNotContain("");
        });
        assertThat(lists.stream().filter(list -> list.path("id").asString().equals("product")))
                .singleElement()
                .satisfies(products -> {
                    assertThat(products.at("/codes/0/aliases").isEmpty()).isFalse();
                    assertThat(products.at("/members/0").asString()).isEqualTo("/subscription/product");
                });
        assertThat(client.get(PROGRAMME + "/codes").json().at("/lists/0/name").asString())
                .isEqualTo("服务");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/codes", "/services/phone-support/facts", "/services/phone-support/schema"})
    void factsAndCodesOfANumberedReleaseNeverChange(String path) {
        var pinned = client.get(PROGRAMME + path + "?release=1");
        assertThat(pinned.header("Cache-Control")).contains("immutable");
        assertThat(pinned.header("ETag")).isNotBlank();
        assertThat(client.get(PROGRAMME + path).header("Cache-Control")).isEqualTo("no-cache");
        assertThat(client.get(PROGRAMME + path + "?release=999999").status()).isEqualTo(422);
        assertThat(client.get(PROGRAMME + path + "?when=now").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programmes/kingdee-galaxy-publik/codes, kingdee-galaxy-public",
        "/v1/programmes/kingdee-galaxy-public/services/phone-suport/facts, phone-support",
        "/v1/programmes/kingdee-galaxy-public/services/phone-suport/schema, phone-support"
    })
    void aPathThatNamesNothingIsAnsweredWithWhatThereIs(String path, String meant) {
        var answer = client.get(path, "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("not-found");
        assertThat(answer.json().at("/errors/0/known").valueStream())
                .extracting(id -> id.asString())
                .contains(meant);
        assertThat(answer.json().path("detail").asString()).contains(meant);
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
