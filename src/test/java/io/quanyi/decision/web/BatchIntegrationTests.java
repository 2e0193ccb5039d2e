package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Many questions at once, as a list and as lines: both are answered alike. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BatchIntegrationTests {

    private static final String PATH = "/v1/decisions/batch";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String AT = "\"at\": \"2026-11-20T16:00:00+08:00\"";

    private static final List<String> MIXED = List.of(
            question("basic", "issue-feedback", AT),
            question("preferred", "issue-feedback", AT),
            question("platinum", "issue-feedback", AT),
            question("basic", "online-im", AT),
            question("basic", "issue-feedback", AT + ", \"colour\": \"red\""),
            "17",
            question("preferred", "online-im", AT).replace("\"2026-01-01\"", "\"2027-01-01\""),
            question("exclusive", "issue-feedback", AT));

    private final ApiClient client;

    BatchIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void eachQuestionIsAnsweredAsIfItWereAlone(String type) {
        for (String language : List.of("zh-CN", "en")) {
            List<JsonNode> answers = items(post(type, MIXED, "Accept-Language", language));
            assertThat(answers).hasSameSizeAs(MIXED);
            for (int i = 0; i < MIXED.size(); i++) {
                Answer alone = client.decide(MIXED.get(i), "Accept-Language", language);
                JsonNode answer = answers.get(i);
                assertThat(answer.path("status").asInt()).isEqualTo(alone.status());
                boolean decided = alone.status() == 200;
                String kind = decided ? "decision" : "problem";
                assertThat(answer.propertyNames())
                        .containsExactlyElementsOf(
                                decided ? List.of("kind", "status", "core", kind) : List.of("kind", "status", kind));
                assertThat(answer.path("kind").asString()).isEqualTo(kind);
                assertThat(answer.path("core").asString()).isEqualTo(alone.header("Quanyi-Core"));
                assertThat(answer.path(kind)).isEqualTo(alone.json());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void eachQuestionNamesItsInstant(String type) {
        List<JsonNode> answers = items(post(
                type,
                List.of(
                        question("basic", "issue-feedback", "\"at\": null"),
                        question("basic", "issue-feedback", "\"colour\": \"red\""),
                        question("basic", "issue-feedback", AT))));
        assertThat(errors(answers.get(0))).containsExactly("/question/at member-missing");
        assertThat(errors(answers.get(1)))
                .containsExactly("/question/at member-missing", "/question/colour unknown-member");
        assertThat(answers.get(2).path("status").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void theKeyOfAQuestionComesBackWhateverItsAnswerIs(String type) {
        String longest = "k".repeat(100);
        List<JsonNode> answers = items(post(
                type,
                List.of(
                        keyed("\"A-1\"", "issue-feedback"),
                        keyed("\"A-1\"", "nothing"),
                        keyed("\"客户 7/2026 😀\"", "issue-feedback"),
                        keyed("\"" + longest + "\"", "issue-feedback").replace("\"plan\"", "\"colour\": 1, \"plan\""),
                        keyed("\"\"", "issue-feedback").replace(AT, "\"at\": null"),
                        keyed("null", "issue-feedback"))));
        assertThat(answers)
                .extracting(answer -> answer.path("status").asInt())
                .containsExactly(200, 422, 200, 400, 400, 200);
        assertThat(answers)
                .extracting(answer -> answer.path("key").asString("none"))
                .containsExactly("A-1", "A-1", "客户 7/2026 😀", longest, "", "none");
        assertThat(answers.get(5).has("key")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void aKeyThatCannotComeBackIsAFaultAmongTheOthers(String type) {
        List<JsonNode> answers = items(post(
                type,
                List.of(
                        keyed("7", "issue-feedback"),
                        keyed("\"" + "k".repeat(101) + "\"", "issue-feedback"),
                        keyed("\"a\\u0007\"", "issue-feedback").replace("\"plan\"", "\"colour\": 1, \"plan\""))));
        assertThat(errors(answers.get(0))).containsExactly("/key wrong-type");
        assertThat(errors(answers.get(1))).containsExactly("/key text-too-long");
        assertThat(errors(answers.get(2)))
                .startsWith("/key text-not-of-form")
                .contains("/subscription/colour unknown-member");
        assertThat(answers).noneMatch(answer -> answer.has("key"));
    }

    @Test
    void aQuestionAskedSinglyHasNoKey() {
        assertThat(client.decide(keyed("\"A-1\"", "issue-feedback")).errors()).containsExactly("/key unknown-member");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void aMemberThatIsThereTwiceIsAFaultOfItsOwnQuestion(String type) {
        String twice = question("basic", "issue-feedback", AT).replace("\"plan\"", "\"plan\": \"preferred\", \"plan\"");
        List<JsonNode> answers = items(post(type, List.of(twice, question("basic", "issue-feedback", AT))));
        assertThat(answers.get(0).path("status").asInt()).isEqualTo(400);
        assertThat(errors(answers.get(0))).containsExactly("/subscription/plan duplicate-member");
        assertThat(answers.get(1).path("status").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | body-missing",
                "{} | not-a-list",
                "17 | not-a-list",
                "[{} | json-syntax",
                "[] [] | json-trailing",
                "[{}, nonsense] | json-syntax"
            })
    void whatIsNoListIsMalformed(String body, String error) {
        Answer answer = client.post(PATH, JSON, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed");
        assertThat(answer.errors()).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void noQuestionHasNoAnswer(String type) {
        Answer answer = post(type, List.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(items(answer)).isEmpty();
    }

    @Test
    void aListHasFiveHundredAndNoMore() {
        assertThat(items(post(JSON, Collections.nCopies(500, "{}"))))
                .hasSize(500)
                .allSatisfy(item -> assertThat(item.path("status").asInt()).isEqualTo(400));
        Answer answer = post(JSON, Collections.nCopies(501, "{}"), "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
        assertThat(answer.errors()).containsExactly("too-many");
        assertThat(answer.json().path("detail").asString()).contains("501").contains("500");
    }

    @Test
    void aListIsBoundedInBytesAndLinesAreNot() {
        String large = question("basic", "issue-feedback", AT) + " ".repeat(60_000);
        List<String> questions = Collections.nCopies(20, large);
        assertThat(post(JSON, questions).status()).isEqualTo(413);
        assertThat(items(post(LINES, questions)))
                .hasSize(20)
                .allSatisfy(item -> assertThat(item.path("status").asInt()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/x-ndjson, 406",
        "application/x-ndjson, application/json, 406",
        "application/x-ndjson, text/html, 406",
        "application/x-ndjson;charset=GBK, */*, 415",
        "application/json;charset=GBK, */*, 415",
        "text/plain, */*, 415"
    })
    void aListIsAnsweredWithAListAndLinesWithLines(String type, String accepted, int status) {
        Answer answer = client.post(PATH, type, "[]", "Accept", accepted);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void theLanguageOfLinesIsSaid() {
        Answer answer = post(LINES, MIXED, "Accept-Language", "en", "X-Request-ID", "lines-1");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("Vary")).contains("Accept-Language");
        assertThat(answer.header("X-Request-ID")).isEqualTo("lines-1");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private Answer post(String type, List<String> questions, String... headers) {
        String body = type.equals(JSON)
                ? "[" + String.join(",", questions) + "]"
                : questions.stream().map(question -> question + "\n").collect(Collectors.joining());
        return client.post(PATH, type, body, headers);
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.header("Content-Type").equals(LINES)
                ? answer.lines()
                : answer.json().valueStream().toList();
    }

    private static List<String> errors(JsonNode item) {
        return item.at("/problem/errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private static String keyed(String key, String service) {
        return "{\"key\": " + key + ", " + question("basic", service, AT).substring(1);
    }

    private static String question(String plan, String service, String asked) {
        return ("{\"programme\": \"kingdee-galaxy-public\", \"subscription\": {\"plan\": \"%s\","
                        + " \"product\": \"kingdee-cloud-galaxy\", \"serviceStart\": \"2026-01-01\","
                        + " \"serviceEnd\": \"2026-12-31\"}, \"question\": {\"service\": \"%s\", %s}}")
                .formatted(plan, service, asked);
    }
}
