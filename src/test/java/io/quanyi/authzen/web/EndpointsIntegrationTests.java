package io.quanyi.authzen.web;

import static io.quanyi.authzen.web.ScenarioIntegrationTests.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.authzen.DecisionPointClient.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the requirements of the standard on transport at each of the five endpoints. */
class EndpointsIntegrationTests extends StartedDecisionPoints {

    /** A question that each endpoint takes: a search passes over the id of what it finds. */
    private static final String QUESTION = json(
            "{'subject': {'type': 'user', 'id': 'alice'}, 'action': {'name': 'read'}, 'resource': {'type': 'record', 'id': 'record-1'}%s}");

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "evaluations", "search/subject", "search/resource", "search/action"})
    void anEndpointTakesJsonByPostAlone(String endpoint) {
        String body = QUESTION.formatted("");
        for (String method : new String[] {"GET", "PUT", "PATCH", "DELETE"}) {
            Answer answer = users.call(method, endpoint, "application/json", body);
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("POST");
            assertThat(answer.refusal()).hasSize(1);
        }
        for (String type : new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded"}) {
            assertThat(users.post(endpoint, type, body).status()).as(type).isEqualTo(400);
        }
        for (String malformed : new String[] {"", "{", "[]", "null", "[" + body + "]"}) {
            Answer answer = users.ask(endpoint, malformed);
            assertThat(answer.status()).as(malformed).isEqualTo(400);
            assertThat(answer.refusal()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "evaluations", "search/subject", "search/resource", "search/action"})
    void theSameQuestionHasTheSameAnswerUnderItsOwnId(String endpoint) {
        String body = QUESTION.formatted(json(", 'page': {'limit': 1, 'futureField': 1}, 'futureField': 1"));
        String first = users.ask(endpoint, body).text();
        assertThat(first).isNotEmpty();
        for (String id : new String[] {"conformance-1", "a/b?c"}) {
            Answer answer = users.post(endpoint, "application/json; charset=UTF-8", body, "X-Request-ID", id);
            assertThat(answer.json().isObject()).isTrue();
            assertThat(answer.text()).isEqualTo(first);
            assertThat(answer.header("X-Request-ID")).isEqualTo(id);
        }
        assertThat(first.startsWith("{\"page\":")).isEqualTo(endpoint.startsWith("search/"));
    }
}
