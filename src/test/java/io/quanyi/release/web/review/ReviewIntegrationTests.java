package io.quanyi.release.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The clauses and the coverage of releases over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReviewIntegrationTests {

    private static final String GALAXY = "/v1/programmes/kingdee-galaxy-public/releases/1/";

    private final ApiClient client;

    ReviewIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @Test
    void aClauseThatDecidesHasRulesWithCasesAndAnyOtherAReason() {
        for (JsonNode programme : client.get("/v1/programmes").json().path("programmes")) {
            String path = "/v1/programmes/" + programme.path("id").asString() + "/releases/1/clauses";
            JsonNode clauses = client.get(path).json().path("clauses");
            assertThat(clauses).isNotEmpty();
            for (JsonNode clause : clauses) {
                boolean decides = clause.path("decides").asBoolean();
                assertThat(clause.path("rules").isEmpty()).as("%s", clause).isEqualTo(!decides);
                assertThat(clause.path("reason").isNull()).as("%s", clause).isEqualTo(decides);
                assertThat(clause.path("rules"))
                        .allSatisfy(rule ->
                                assertThat(rule.path("cases")).as("%s", rule).isNotEmpty());
            }
        }
    }

    @Test
    void clausesAreQuotedInTheOrderOfTheDocumentWithRulesByTheirTitles() {
        JsonNode english = clauses("en");
        JsonNode chinese = clauses("zh-CN");
        JsonNode feedback = clause(english, "二.1(1) 7*24问题反馈");
        assertThat(feedback.path("quote").asString()).isEqualTo("7*24问题反馈");
        assertThat(feedback.path("gloss").asString()).isNotEmpty();
        assertThat(clause(chinese, "二.1(1) 7*24问题反馈").has("gloss")).isFalse();
        assertThat(title(feedback)).isEqualTo("Basic includes issue feedback");
        assertThat(title(clause(chinese, "二.1(1) 7*24问题反馈"))).containsPattern("\\p{IsHan}");
        assertThat(english.path("clauses").valueStream())
                .extracting(one -> one.path("clause").asString())
                .startsWith("前言 摘要")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theCoverageCountsItsItems(String language) {
        Answer answer = client.get(GALAXY + "coverage", "Accept-Language", language);
        assertThat(answer.header("Cache-Control")).contains("immutable");
        JsonNode coverage = answer.json();
        assertThat(coverage.path("cases").asInt()).isPositive();
        assertThat(coverage.path("counts")).hasSizeGreaterThan(10).allSatisfy(count -> {
            var items = coverage.path("items")
                    .valueStream()
                    .filter(item -> item.path("kind").equals(count.path("kind")))
                    .toList();
            assertThat(items).hasSize(count.path("of").asInt());
            assertThat(items)
                    .filteredOn(item -> item.path("cases").asInt() > 0)
                    .hasSize(count.path("covered").asInt());
        });
        assertThat(coverage.at("/counts/0/name").asString())
                .isEqualTo(language.equals("en") ? "rules that fire in a case" : "规则（触发）");
        assertThat(coverage.path("items").valueStream())
                .filteredOn(item -> item.path("kind").asString().equals("below")
                        && item.path("cases").asInt() == 0)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("id").asString()).isEqualTo("GAL-CD-04");
                    assertThat(item.path("words").asString()).contains("2");
                    assertThat(item.path("line").asInt()).isPositive();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"clauses", "coverage"})
    void anUnknownReleaseOrProgrammeIsNotFound(String part) {
        assertThat(client.get(GALAXY.replace("/1/", "/99/") + part).status()).isEqualTo(404);
        Answer unknown = client.get(GALAXY.replace("galaxy", "galaxie") + part);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("kingdee-galaxy-public");
    }

    private JsonNode clauses(String language) {
        return client.get(GALAXY + "clauses", "Accept-Language", language).json();
    }

    private static JsonNode clause(JsonNode clauses, String reference) {
        return clauses.path("clauses")
                .valueStream()
                .filter(clause -> clause.path("clause").asString().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static String title(JsonNode clause) {
        return clause.at("/rules/0/title").asString();
    }

    @ParameterizedTest
    @CsvSource({
        "clause=二.1(1), 二.1(1)",
        "clause=%E4%BA%8C.1(1), 二.1(1)",
        "words=7*24%E9%97%AE%E9%A2%98, 二.1(1)",
        "words=ISSUE%20feedback, 二.1(1)",
        "'release=1&clause=二.1(1)', 二.1(1)",
        "at=2026-11-20T16:00:00%2B08:00, 二.1(1)",
        "'', 二.1(1)"
    })
    void aSearchFindsClausesByNumberAndWords(String query, String number) {
        assertThat(found(query)).contains(number);
    }

    @Test
    void aSearchLeavesOutOtherClauses() {
        assertThat(found("clause=二.1(1)")).allMatch(number -> number.startsWith("二.1(1)"));
        assertThat(found("words=7*24 nothingOfThisKind".replace(" ", "%20"))).isEmpty();
        assertThat(found("")).hasSizeGreaterThan(found("clause=二").size());
    }

    @ParameterizedTest
    @CsvSource({
        "number=1, 400, /number unknown-member",
        "release=0, 400, /release number-out-of-range",
        "release=99, 422, /release unknown-release",
        "'release=1&at=2026-11-20T16:00:00Z', 400, /release query-contradicts",
        "at=1999-01-01T00:00:00Z, 200, "
    })
    void aSearchRefusesWhatItDoesNotKnow(String query, int status, @Nullable String error) {
        Answer answer = client.get("/v1/programmes/kingdee-galaxy-public/clauses?" + query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errors()).isEqualTo(error == null ? List.of() : List.of(error));
    }

    private List<String> found(String query) {
        String encoded = query.replace("二", "%E4%BA%8C");
        return client.get("/v1/programmes/kingdee-galaxy-public/clauses?" + encoded)
                .json()
                .path("clauses")
                .valueStream()
                .map(clause -> clause.path("number").asString())
                .toList();
    }
}
