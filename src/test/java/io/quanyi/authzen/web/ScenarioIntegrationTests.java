package io.quanyi.authzen.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.authzen.DecisionPointClient.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The certification scenario of the standard: its fixture, its eight decisions, its six searches, and what it asks of answers and refusals. */
class ScenarioIntegrationTests extends StartedDecisionPoints {

    private static final String ALICE = "{'type': 'user', 'id': 'alice'}";
    private static final String BOB = "{'type': 'user', 'id': 'bob'}";
    private static final String ADMIN = "{'type': 'user', 'id': 'bob', 'properties': {'role': 'admin'}}";
    private static final String IN_USE = "{'type': 'record', 'id': 'record-1'}";
    private static final String OTHER = "{'type': 'record', 'id': 'record-2'}";
    private static final String ARCHIVED = "{'type': 'record', 'id': 'record-2', 'properties': {'status': 'archived'}}";
    private static final String READ = "{'name': 'read'}";
    private static final String WRITE = "{'name': 'write'}";
    private static final String TO_BIN = "{'name': 'delete', 'properties': {'soft': true}}";
    private static final String FOR_GOOD = "{'name': 'delete', 'properties': {'soft': false}}";

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(ALICE, READ, IN_USE, true),
                Arguments.of(ALICE, WRITE, IN_USE, true),
                Arguments.of(BOB, READ, IN_USE, true),
                Arguments.of(BOB, WRITE, IN_USE, false),
                Arguments.of(ALICE, WRITE, ARCHIVED, false),
                Arguments.of(ADMIN, WRITE, ARCHIVED, true),
                Arguments.of(ALICE, TO_BIN, IN_USE, true),
                Arguments.of(ALICE, FOR_GOOD, IN_USE, false));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theFixtureDecides(String subject, String action, String resource, boolean permitted) {
        String asked = members(subject, action, resource);
        for (String context :
                List.of("", ", 'context': {}", ", 'context': {'time': '2025-06-27T18:03-07:00', 'ip': '::1'}")) {
            String body = json("{" + asked + context + "}");
            JsonNode answer = users.ask("evaluation", body).json();
            assertThat(answer.path("decision").isBoolean()).isTrue();
            assertThat(answer.path("decision").asBoolean()).isEqualTo(permitted);
            assertThat(answer.path("context").isObject()).isTrue();
            assertThat(users.ask("evaluation", body).text())
                    .isEqualTo(users.ask("evaluations", body).text());
        }
    }

    @Test
    void propertiesAndMembersThatNobodyKnowsChangeNothingAndAreTold() {
        JsonNode answer = users.ask("evaluation", json("""
                        {'subject': {'type': 'user', 'id': 'alice', 'since': 1,
                                     'properties': {'department': 'Sales', 'role': 'manager', 'a/b': null}},
                         'action': {'name': 'read', 'properties': {'method': 'GET'}},
                         'resource': {'type': 'record', 'id': 'record-1', 'properties': {'status': 'active', 'owner': 'bob'}},
                         'foo': 'bar', 'futureField': {'nested': true}}""")).json();
        assertThat(answer.path("decision").asBoolean()).isTrue();
        assertThat(texts(answer.path("context").path("ignored")))
                .containsExactlyInAnyOrder(
                        "/foo",
                        "/futureField",
                        "/subject/since",
                        "/subject/properties/department",
                        "/subject/properties/a~1b",
                        "/action/properties/method",
                        "/resource/properties/owner");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{'action': %R, 'resource': %1}", "/subject: "),
                Arguments.of("{'subject': %A, 'resource': %1}", "/action: "),
                Arguments.of("{'subject': %A, 'action': %R}", "/resource: "),
                Arguments.of("{'subject': {'id': 'alice'}, 'action': %R, 'resource': %1}", "/subject/type: "),
                Arguments.of("{'subject': {'type': 'user'}, 'action': %R, 'resource': %1}", "/subject/id: "),
                Arguments.of("{'subject': %A, 'action': {}, 'resource': %1}", "/action/name: "),
                Arguments.of("{'subject': %A, 'action': %R, 'resource': {'id': 'record-1'}}", "/resource/type: "),
                Arguments.of("{'subject': %A, 'action': %R, 'resource': {'type': 'record'}}", "/resource/id: "),
                Arguments.of("{'subject': 'alice', 'action': %R, 'resource': %1}", "/subject: "),
                Arguments.of("{'subject': %A, 'action': {'name': 123}, 'resource': %1}", "/action/name: "),
                Arguments.of("{'subject': %A, 'action': {'name': null}, 'resource': %1}", "/action/name: "),
                Arguments.of("{'subject': [%A], 'action': %R, 'resource': %1}", "/subject: "),
                Arguments.of("{'subject': {'type': 'user', 'id': 7}, 'action': %R, 'resource': %1}", "/subject/id: "),
                Arguments.of(
                        "{'subject': {'type': 'user', 'id': 'alice', 'properties': []}, 'action': %R, 'resource': %1}",
                        "/subject/properties: "),
                Arguments.of("{'subject': %A, 'action': %R, 'resource': %1, 'context': 'now'}", "/context: "),
                Arguments.of(
                        "{'subject': %A, 'action': %R, 'resource': %1, 'context': {'time': 'noon'}}",
                        "/context/time: "),
                Arguments.of("[]", ""),
                Arguments.of("'alice'", ""),
                Arguments.of("{", ""),
                Arguments.of("{'subject': %A, 'subject': %A, 'action': %R, 'resource': %1}", "/subject: "),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aRequestThatIsNotOfItsFormIsRefusedWithAMessage(String body, String begins) {
        String asked = json(body.replace("%A", ALICE).replace("%R", READ).replace("%1", IN_USE));
        for (String endpoint : List.of("evaluation", "evaluations")) {
            Answer answer = users.ask(endpoint, asked);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.refusal())
                    .isNotEmpty()
                    .first()
                    .asString()
                    .startsWith(begins)
                    .isNotBlank();
        }
    }

    @Test
    void allFaultsOfARequestAreTold() {
        Answer answer = users.ask(
                "evaluation", json("{'subject': 'alice', 'action': {'name': 1}, 'resource': {'type': 'record'}}"));
        assertThat(answer.refusal()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-ndjson", "application/json;charset=latin1"})
    void aBodyOfAnotherTypeIsABadRequest(String type) {
        Answer answer = users.post("evaluation", type, json("{" + members(ALICE, READ, IN_USE) + "}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refusal()).hasSize(1);
    }

    @Test
    void theTypeMayNameItsEncoding() {
        Answer answer = users.post(
                "evaluation", "application/json; charset=utf-8", json("{" + members(ALICE, READ, IN_USE) + "}"));
        assertThat(answer.json().path("decision").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conformance-1b2c", "a", "{\"trace\":\"x/y=1\"}", "~!@#$%^&*()"})
    void aRequestIdComesBackAsItWas(String id) {
        for (String body : List.of("{" + members(ALICE, READ, IN_USE) + "}", "{}")) {
            assertThat(users.ask("evaluation", json(body), "X-Request-ID", id).header("X-Request-ID"))
                    .isEqualTo(id);
        }
    }

    @Test
    void aRequestIdThatIsTooLongOrMissingIsReplaced() {
        String body = json("{" + members(ALICE, READ, IN_USE) + "}");
        assertThat(users.ask("evaluation", body, "X-Request-ID", "x".repeat(200))
                        .header("X-Request-ID"))
                .hasSize(200);
        assertThat(users.ask("evaluation", body, "X-Request-ID", "x".repeat(201))
                        .header("X-Request-ID"))
                .hasSize(36);
        assertThat(users.ask("evaluation", body).header("X-Request-ID")).hasSize(36);
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                Arguments.of(
                        "subject",
                        "'subject': {'type': 'user'}, 'action': " + READ + ", 'resource': " + IN_USE,
                        "alice bob"),
                Arguments.of(
                        "resource",
                        "'subject': " + ALICE + ", 'action': " + READ + ", 'resource': {'type': 'record'}",
                        "record-1 record-2"),
                Arguments.of("action", "'subject': " + ALICE + ", 'resource': " + IN_USE, "read write"),
                Arguments.of(
                        "subject",
                        "'subject': {'type': 'user'}, 'action': " + WRITE + ", 'resource': " + ARCHIVED,
                        "bob"),
                Arguments.of(
                        "resource",
                        "'subject': " + ADMIN + ", 'action': " + WRITE + ", 'resource': {'type': 'record'}",
                        "record-2"),
                Arguments.of("action", "'subject': " + ADMIN + ", 'resource': " + ARCHIVED, "read write"),
                Arguments.of(
                        "action", "'subject': {'type': 'user', 'id': 'nonexistent-user'}, 'resource': " + IN_USE, ""),
                Arguments.of(
                        "subject",
                        "'subject': {'type': 'spaceship'}, 'action': " + READ + ", 'resource': " + IN_USE,
                        ""),
                Arguments.of(
                        "resource",
                        "'subject': " + ALICE + ", 'action': " + READ + ", 'resource': {'type': 'planet'}",
                        ""),
                Arguments.of(
                        "resource",
                        "'subject': " + ALICE + ", 'action': {'name': 'fly'}, 'resource': {'type': 'record'}",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aSearchFindsWhatIsPermittedAndNothingElse(String kind, String asked, String found) {
        for (String more : List.of("", ", 'context': {'ip': '::1'}", ", 'futureField': 1")) {
            JsonNode answer =
                    users.ask("search/" + kind, json("{" + asked + more + "}")).json();
            List<String> results = answer.path("results")
                    .valueStream()
                    .map(one -> one.path(kind.equals("action") ? "name" : "id").asString())
                    .toList();
            assertThat(String.join(" ", results)).isEqualTo(found);
            assertThat(answer.path("results").valueStream())
                    .allSatisfy(one -> assertThat(one.propertyNames())
                            .containsExactlyElementsOf(
                                    kind.equals("action") ? List.of("name") : List.of("type", "id")));
            assertThat(answer.has("page")).isFalse();
        }
    }

    static Stream<Arguments> malformedSearches() {
        return Stream.of(
                Arguments.of("subject", "{'subject': {'type': 'user'}, 'resource': %1}", "/action: "),
                Arguments.of("subject", "{'action': %R, 'resource': %1}", "/subject: "),
                Arguments.of("subject", "{'subject': {}, 'action': %R, 'resource': %1}", "/subject/type: "),
                Arguments.of(
                        "subject",
                        "{'subject': {'type': 'user'}, 'action': %R, 'resource': {'type': 'record'}}",
                        "/resource/id: "),
                Arguments.of("resource", "{'action': %R, 'resource': {'type': 'record'}}", "/subject: "),
                Arguments.of(
                        "resource",
                        "{'subject': {'type': 'user'}, 'action': %R, 'resource': {'type': 'record'}}",
                        "/subject/id: "),
                Arguments.of("resource", "{'subject': %A, 'action': %R, 'resource': {}}", "/resource/type: "),
                Arguments.of("action", "{'subject': %A}", "/resource: "),
                Arguments.of("action", "{'resource': %1}", "/subject: "),
                Arguments.of("action", "{'subject': %A, 'resource': %1, 'page': 1}", "/page: "),
                Arguments.of("action", "{'subject': %A, 'resource': %1, 'page': {'limit': -1}}", "/page/limit: "),
                Arguments.of("action", "{'subject': %A, 'resource': %1, 'page': {'limit': 1.5}}", "/page/limit: "),
                Arguments.of("action", "{'subject': %A, 'resource': %1, 'page': {'limit': '1'}}", "/page/limit: "),
                Arguments.of("action", "{'subject': %A, 'resource': %1, 'page': {'token': 1}}", "/page/token: "),
                Arguments.of(
                        "action", "{'subject': %A, 'resource': %1, 'page': {'properties': 1}}", "/page/properties: "),
                Arguments.of("action", "[]", ""));
    }

    @ParameterizedTest
    @MethodSource("malformedSearches")
    void aSearchThatIsNotOfItsFormIsRefused(String kind, String body, String begins) {
        Answer answer = users.ask(
                "search/" + kind,
                json(body.replace("%A", ALICE).replace("%R", READ).replace("%1", IN_USE)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refusal()).first().asString().startsWith(begins);
    }

    @Test
    void theIdOfWhatIsSearchedForIsIgnored() {
        JsonNode answer = users.ask("search/subject", json("{" + members(ALICE, READ, OTHER) + "}"))
                .json();
        assertThat(answer.path("results")).hasSize(2);
        assertThat(texts(answer.path("context").path("ignored"))).containsExactly("/subject/id");
        answer = users.ask("search/action", json("{" + members(ALICE, READ, IN_USE) + "}"))
                .json();
        assertThat(answer.path("results")).hasSize(2);
        assertThat(texts(answer.path("context").path("ignored"))).containsExactly("/action");
    }

    private static String members(String subject, String action, String resource) {
        return "'subject': " + subject + ", 'action': " + action + ", 'resource': " + resource;
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    static String json(String withApostrophes) {
        return withApostrophes.replace('\'', '"');
    }
}
