package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The clock of a running case over HTTP: one day's work, due on Monday 2026-11-23 at 16:00 without pauses. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RunningCaseIntegrationTests {

    private static final String PAUSE =
            "\"pauses\": [{\"from\": \"2026-11-20T17:00:00+08:00\", \"to\": \"2026-11-23T09:00:00+08:00\"}]";
    private static final String AS_OF = "\"asOf\": \"2026-11-23T10:00:00+08:00\"";
    private static final String BATCH = "/v1/decisions/batch";

    private final ApiClient client;

    RunningCaseIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @Test
    void aCaseIsToldWhatIsCountedAndWhatRemains() {
        Answer answer = client.decide(asked(PAUSE + ", " + AS_OF), "Accept-Language", "en");
        JsonNode response = answer.json().path("response");
        assertThat(response.path("dueAt").asString()).isEqualTo("2026-11-23T17:00:00+08:00");
        assertThat(response.path("counted")).hasSize(3);
        assertThat(response.path("progress"))
                .hasToString("{\"asOf\":\"2026-11-23T10:00:00+08:00\",\"state\":\"running\",\"since\":null,"
                        + "\"stoppedAt\":null,\"countedSeconds\":7200,\"remainingSeconds\":21600,"
                        + "\"message\":\"Running: 2 h counted, 6 h left\"}");
        assertThat(client.decide(asked(PAUSE + ", " + AS_OF))
                        .json()
                        .at("/response/progress/message")
                        .asString())
                .isEqualTo("计时中：已计 2 小时，剩余 6 小时");
    }

    @Test
    void theCoreAndTheQuestionWithoutACourseStayAsTheyWere() {
        Answer plain = client.decide(asked(""));
        assertThat(plain.json().at("/response/progress").isNull()).isTrue();
        assertThat(client.decide(asked(PAUSE + ", " + AS_OF)).header("Quanyi-Core"))
                .isEqualTo(plain.header("Quanyi-Core"));
        assertThat(client.decide(asked("")).text()).isEqualTo(plain.text());
    }

    @Test
    void withoutAnInstantOfReadingTheClockIsReadNow() {
        JsonNode progress = client.decide(asked(PAUSE)).json().at("/response/progress");
        assertThat(progress.path("asOf").asString()).isGreaterThanOrEqualTo("2026-11-20T16:00:00+08:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PAUSE,
                "\"pauses\": []",
                "\"respondedAt\": \"2026-11-20T17:00:00+08:00\"",
                "\"resolvedAt\": \"2026-11-20T17:00:00+08:00\""
            })
    void aBatchSaysAsOfWhenTheClocksAreRead(String course) {
        String with = asked(course + ", " + AS_OF);
        JsonNode answers = client.post(BATCH, "application/json", "[" + asked(course) + "," + with + "]")
                .json();
        assertThat(answers.get(0).path("status").asInt()).isEqualTo(400);
        assertThat(answers.get(0).at("/problem/errors/0/pointer").asString()).isEqualTo("/question/asOf");
        assertThat(answers.get(0).at("/problem/errors")).hasSize(1);
        assertThat(answers.get(1).path("decision"))
                .isEqualTo(client.decide(with).json());
        Answer lines = client.post(BATCH, "application/x-ndjson", asked(course).replace("\n", " ") + "\n");
        assertThat(lines.lines().get(0).at("/problem/code").asString()).isEqualTo("malformed");
    }

    @Test
    void aSheetReadsTheClocksOfEachService() {
        String sheet = asked(PAUSE + ", " + AS_OF).replace("\"service\": \"issue-feedback\", ", "");
        Answer answer = client.post("/v1/entitlements", "application/json", sheet);
        JsonNode decision = answer.json()
                .path("decisions")
                .valueStream()
                .filter(entry -> entry.path("service").asString().equals("issue-feedback"))
                .findFirst()
                .orElseThrow();
        assertThat(decision)
                .isEqualTo(client.decide(asked(PAUSE + ", " + AS_OF)).json());
    }

    @Test
    void contradictionsAreNamedInBothLanguages() {
        String wrong = asked("\"asOf\": \"2026-11-20T15:59:59+08:00\", \"respondedAt\": \"2026-11-20T15:59:58+08:00\"");
        for (String language : new String[] {"zh-CN", "en"}) {
            Answer answer = client.decide(wrong, "Accept-Language", language);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.errors())
                    .containsExactly("/question/asOf instant-too-early", "/question/respondedAt instant-too-early");
        }
    }

    @Test
    void aCourseOfACaseNeedsTheInstantAtWhichTheCaseBegan() {
        Answer answer = client.decide(asked(PAUSE).replace("\"at\": \"2026-11-20T16:00:00+08:00\"", "\"at\": null"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("/question/at member-missing");
    }

    @Test
    void thePageForIntegratorsIsRight() throws IOException {
        for (String page : new String[] {"docs/integrating.md", "docs/integrating.zh-CN.md"}) {
            Matcher command =
                    Pattern.compile("-d '(\\{.*?})'\n", Pattern.DOTALL).matcher(Files.readString(Path.of(page)));
            assertThat(command.find()).isTrue();
            JsonNode response = client.decide(command.group(1)).json().path("response");
            assertThat(response.path("dueAt").asString()).isEqualTo("2026-11-23T17:00:00+08:00");
            assertThat(response.at("/progress/countedSeconds").asInt()).isEqualTo(7200);
            assertThat(response.at("/progress/remainingSeconds").asInt()).isEqualTo(21600);
        }
    }

    private static String asked(String course) {
        return """
                {"programme": "kingdee-galaxy-public",
                 "subscription": {"plan": "preferred", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
                 "question": {"service": "issue-feedback", "severity": "normal",
                  "at": "2026-11-20T16:00:00+08:00"%s}}
                """.formatted(course.isEmpty() ? "" : ", " + course);
    }
}
