package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Many sheets at once, as a list and as lines: both are answered as the sheets alone would be. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SheetBatchIntegrationTests {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String ASKED = """
            , "question": {"at": "2026-11-20T16:00:00+08:00", "channel": "im", "personDays": 1.5}""";

    private static final List<String> MIXED = List.of(
            sheet("kingdee-galaxy-public", "preferred", ASKED),
            sheet("kingdee-galaxy-public", "platinum", ASKED),
            sheet("acme", "preferred", ASKED),
            sheet("kingdee-galaxy-public", "basic", ASKED.replace("\"channel\"", "\"colour\"")),
            sheet("kingdee-galaxy-public", "basic", ASKED.replace("1.5", "-1")),
            "17",
            sheet("yonsuite-premier-success", "premier", ASKED.replace("\"channel\": \"im\",", "")));

    private final ApiClient client;

    SheetBatchIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void eachSheetIsAnsweredAsIfItWereAlone(String type) {
        for (String language : List.of("zh-CN", "en")) {
            List<JsonNode> answers = items(post(type, MIXED, "Accept-Language", language));
            assertThat(answers).hasSameSizeAs(MIXED);
            for (int i = 0; i < MIXED.size(); i++) {
                Answer alone = client.post("/v1/entitlements", JSON, MIXED.get(i), "Accept-Language", language);
                assertThat(answers.get(i).path("status").asInt()).isEqualTo(alone.status());
                String member = alone.status() == 200 ? "sheet" : "problem";
                assertThat(answers.get(i).propertyNames()).containsExactly("kind", "status", member);
                assertThat(answers.get(i).path("kind").asString()).isEqualTo(member);
                assertThat(answers.get(i).path(member)).isEqualTo(alone.json());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void eachSheetNamesItsInstant(String type) {
        List<JsonNode> answers = items(post(
                type,
                List.of(
                        sheet("kingdee-galaxy-public", "basic", ""),
                        sheet("kingdee-galaxy-public", "basic", ", \"question\": null"),
                        sheet("kingdee-galaxy-public", "basic", ", \"question\": {\"channel\": \"phone\"}"),
                        sheet("kingdee-galaxy-public", "basic", ASKED))));
        assertThat(answers.subList(0, 3)).allSatisfy(answer -> {
            assertThat(answer.path("status").asInt()).isEqualTo(400);
            assertThat(answer.at("/problem/errors/0/pointer").asString()).isEqualTo("/question/at");
        });
        assertThat(answers.get(3).path("status").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void theKeyOfASheetComesBackWhateverItsAnswerIs(String type) {
        List<JsonNode> answers = items(post(
                type,
                List.of(
                        keyed("\"A-1\"", sheet("kingdee-galaxy-public", "basic", ASKED)),
                        keyed("\"A-2\"", sheet("acme", "basic", ASKED)),
                        keyed("\"A-3\"", sheet("kingdee-galaxy-public", "basic", "")),
                        keyed("7", sheet("kingdee-galaxy-public", "basic", ASKED)))));
        assertThat(answers).extracting(answer -> answer.path("status").asInt()).containsExactly(200, 422, 400, 400);
        assertThat(answers)
                .extracting(answer -> answer.path("key").asString("none"))
                .containsExactly("A-1", "A-2", "A-3", "none");
        assertThat(answers.get(3).at("/problem/errors/0/pointer").asString()).isEqualTo("/key");
        assertThat(client.post("/v1/entitlements", JSON, keyed("7", sheet("kingdee-galaxy-public", "basic", ASKED)))
                        .errors())
                .containsExactly("/key unknown-member");
    }

    @Test
    void aListIsAnsweredWithAListAndLinesWithLines() {
        assertThat(post(JSON, MIXED, "Accept", LINES).status()).isEqualTo(406);
        assertThat(post(LINES, MIXED, "Accept", JSON).status()).isEqualTo(406);
        assertThat(items(post(JSON, List.of()))).isEmpty();
    }

    private Answer post(String type, List<String> sheets, String... headers) {
        String body = type.equals(JSON)
                ? "[" + String.join(",", sheets) + "]"
                : sheets.stream().map(sheet -> sheet + "\n").collect(Collectors.joining());
        return client.post("/v1/entitlements/batch", type, body, headers);
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.header("Content-Type").equals(LINES)
                ? answer.lines()
                : answer.json().valueStream().toList();
    }

    private static String keyed(String key, String sheet) {
        return "{\"key\": " + key + ", " + sheet.substring(1);
    }

    private static String sheet(String programme, String plan, String asked) {
        return ("{\"programme\": \"%s\", \"subscription\": {\"plan\": \"%s\", \"serviceStart\": \"2026-01-01\","
                        + " \"usage\": []}%s}")
                .formatted(programme, plan, asked.strip());
    }
}
