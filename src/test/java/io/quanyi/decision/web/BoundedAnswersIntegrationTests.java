package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** No answer is larger than answers may be, and what is left out is said. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.memory.max-answer=64KB")
@ExtendWith(OutputCaptureExtension.class)
class BoundedAnswersIntegrationTests {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int QUESTIONS = 40;
    private static final String BATCH = "/v1/decisions/batch";
    private static final String TERM = "{\"service\": \"online-ticket\", \"effect\": \"respond-within\","
            + " \"target\": {\"amount\": 2000, \"unit\": \"working-day\"}}";
    private static final String LONG = """
            {"programme": "kingdee-premium-success",
             "subscription": {"plan": "premium", "product": "星空", "contract": {"terms": [
               TERM]}},
             "question": {"service": "online-ticket", "at": "2026-11-24T10:00:00+08:00"}}""".replace("\n", "").replace("TERM", TERM);

    private final ApiClient client;

    BoundedAnswersIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @Test
    void aPromiseShowsTheEndsOfItsSpans() {
        JsonNode response = client.decide(LONG).json().path("response");
        assertThat(response.path("counted").size()).isEqualTo(64);
        assertThat(response.path("countedOmitted").asInt()).isGreaterThan(1000);
        assertThat(response.at("/counted/63/to")).isEqualTo(response.path("dueAt"));
    }

    @Test
    void inAListWhatHasNoRoomIsAProblemAndIsNotDecided(CapturedOutput log) {
        int before = decided(log);
        Answer answer = client.post(
                BATCH, "application/json", "[" + String.join(",", Collections.nCopies(QUESTIONS, LONG)) + "]");
        assertThat(answer.status()).isEqualTo(200);
        List<JsonNode> items = answer.json().valueStream().toList();
        List<Integer> statuses =
                items.stream().map(item -> item.path("status").asInt()).toList();
        int room = statuses.indexOf(422);
        assertThat(room).isBetween(2, 20);
        assertThat(statuses.subList(0, room)).containsOnly(200);
        assertThat(statuses.subList(room, QUESTIONS)).containsOnly(422);
        assertThat(items.get(0).path("decision")).isEqualTo(client.decide(LONG).json());
        assertThat(items.get(QUESTIONS - 1).at("/problem/code").asString()).isEqualTo("answer-too-large");
        assertThat(items.get(QUESTIONS - 1).at("/problem/detail").asString()).contains(String.valueOf(MAX_BYTES));
        int decisions = items.subList(0, room).stream()
                .mapToInt(item -> item.toString().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(decisions).isLessThanOrEqualTo(MAX_BYTES);
        // The first one without room was decided, and the one that was asked alone
        assertThat(decided(log) - before).isEqualTo(room + 2);
    }

    @Test
    void linesAreBoundedOneByOne() {
        Answer answer =
                client.post(BATCH, "application/x-ndjson", String.join("\n", Collections.nCopies(QUESTIONS, LONG)));
        assertThat(answer.lines())
                .hasSize(QUESTIONS)
                .allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(200));
        assertThat(answer.text().length()).isGreaterThan(MAX_BYTES);
    }

    @Test
    void anAnswerThatIsTooLargeIsAProblem() {
        String terms = client.get("/v1/programmes/kingdee-premium-success/catalogue")
                .json()
                .path("services")
                .valueStream()
                .map(service -> TERM.replace("online-ticket", service.path("id").asString()))
                .map(term -> term + "," + term.replace("respond", "resolve"))
                .collect(Collectors.joining(","));
        String sheet = LONG.replace(TERM, terms).replace("\"service\": \"online-ticket\", \"at\"", "\"at\"");
        Answer answer = client.post("/v1/entitlements", "application/json", sheet);
        assertThat(answer.status()).as(answer.text().length() + " characters").isEqualTo(422);
        assertThat(answer.code()).isEqualTo("answer-too-large");
        assertThat(client.get("/v1/programmes").status()).isEqualTo(200);
    }

    /** A name in names is part of the pointer of each of its faults. */
    @Test
    void theErrorsOfAProblemAreBoundedInCharacters() {
        String deep = ("{\"" + "n".repeat(100) + "\":").repeat(17);
        String twice = IntStream.range(0, 200)
                .mapToObj(number -> "\"a#\":0,\"a#\":0".replace("#", String.valueOf(number)))
                .collect(Collectors.joining(","));
        String body = deep + "{" + twice + "}" + "}".repeat(17);
        Answer answer = client.decide(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text().length()).isLessThan(25_000);
        assertThat(answer.json().path("errors").size()).isGreaterThan(1);
        assertThat(answer.json().path("errors").size()
                        + answer.json().path("omitted").asInt())
                .isEqualTo(200);
    }

    private static int decided(CapturedOutput log) {
        return log.getOut().split("decided request=", -1).length - 1;
    }
}
