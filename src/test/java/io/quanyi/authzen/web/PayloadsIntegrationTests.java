package io.quanyi.authzen.web;

import static io.quanyi.authzen.web.ScenarioIntegrationTests.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.authzen.DecisionPointClient;
import io.quanyi.authzen.DecisionPointClient.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The JSON of questions and answers as the standard wants it: safe to read, without nulls, in any order, and with searches that agree with evaluations. */
class PayloadsIntegrationTests extends StartedDecisionPoints {

    private static final String QUESTION =
            "{'subject': {'type': 'user', 'id': 'alice'}, 'action': {'name': 'read'}, 'resource': {'type': 'record', 'id': 'record-1'}%s}";

    static Stream<String> attacks() {
        return Stream.of(
                "'x': " + "[".repeat(50) + "]".repeat(50),
                "'x': " + "{'a':".repeat(50) + "1" + "}".repeat(50),
                "'x': '" + "y".repeat(20_000) + "'",
                "'" + "y".repeat(60_000) + "': 1",
                "'x': " + "9".repeat(2_000),
                "'x': '\\ud800'",
                "'x': 1, 'x': 2",
                "'x': 1e",
                "'x': NaN",
                "'x': 01");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void jsonThatIsNotSafeIsRefusedWithAMessage(String member) {
        String body = json(QUESTION.formatted(", " + member));
        for (String endpoint : List.of("evaluation", "evaluations", "search/subject")) {
            Answer answer = users.ask(endpoint, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.refusal())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(300));
        }
    }

    @Test
    void theOrderOfMembersChangesNoAnswer() {
        String turned =
                "{'resource': {'id': 'record-1', 'type': 'record'}, 'action': {'name': 'read'}, 'subject': {'id': 'alice', 'type': 'user'}}";
        assertThat(users.ask("evaluation", json(turned)).text())
                .isEqualTo(users.ask("evaluation", json(QUESTION.formatted(""))).text());
    }

    @Test
    void noAnswerHasAMemberThatIsNull() {
        String decided = json(QUESTION.formatted(", 'foo': 1"));
        String unknown = decided.replace("alice", "carol");
        for (DecisionPointClient point : List.of(users, users.in("zh-CN"))) {
            assertThat(Stream.of(
                            point.ask("evaluation", decided),
                            point.ask("evaluation", unknown),
                            point.ask("evaluations", "{\"evaluations\": [" + decided + ", " + unknown + ", 7]}"),
                            point.ask("search/subject", decided),
                            point.ask("search/resource", unknown),
                            point.ask("search/action", decided)))
                    .allSatisfy(answer ->
                            assertThat(answer.json().toString()).contains("{").doesNotContain("null"));
        }
    }

    @Test
    void whatASearchFindsIsPermittedWhenItIsAskedAbout() {
        JsonNode subjects =
                users.ask("search/subject", json(QUESTION.formatted(""))).json().path("results");
        JsonNode resources = users.ask("search/resource", json(QUESTION.formatted("")))
                .json()
                .path("results");
        JsonNode actions =
                users.ask("search/action", json(QUESTION.formatted(""))).json().path("results");
        assertThat(subjects).hasSize(2);
        assertThat(resources).hasSize(2);
        assertThat(actions).hasSize(2);
        subjects.forEach(found -> assertPermitted("{'type': 'user', 'id': 'alice'}", found));
        resources.forEach(found -> assertPermitted("{'type': 'record', 'id': 'record-1'}", found));
        actions.forEach(found -> assertPermitted("{'name': 'read'}", found));
    }

    private void assertPermitted(String asked, JsonNode found) {
        String body = json(QUESTION.formatted("")).replace(json(asked), found.toString());
        assertThat(users.ask("evaluation", body).json().path("decision").asBoolean())
                .as(body)
                .isTrue();
    }
}
