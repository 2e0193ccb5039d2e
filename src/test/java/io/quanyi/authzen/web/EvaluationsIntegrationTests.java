package io.quanyi.authzen.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.authzen.DecisionPointClient.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Batches of questions: their defaults, their order, the three ways to go through them, and failures of single questions. */
class EvaluationsIntegrationTests extends StartedDecisionPoints {

    private static final String ALICE = "'subject': {'type': 'user', 'id': 'alice'}";
    private static final String BOB = "'subject': {'type': 'user', 'id': 'bob'}";
    private static final String READ = "'action': {'name': 'read'}";
    private static final String WRITE = "'action': {'name': 'write'}";
    private static final String IN_USE = "'resource': {'type': 'record', 'id': 'record-1'}";
    private static final String ARCHIVED =
            "'resource': {'type': 'record', 'id': 'record-2', 'properties': {'status': 'archived'}}";

    static Stream<Arguments> defaults() {
        return Stream.of(
                Arguments.of(ALICE + ", " + READ, "{" + IN_USE + "}, {" + ARCHIVED + "}", "true true"),
                Arguments.of(BOB + ", " + IN_USE, "{" + READ + "}, {" + WRITE + "}", "true false"),
                Arguments.of(ALICE + ", " + WRITE, "{" + IN_USE + "}, {" + ARCHIVED + "}", "true false"),
                Arguments.of(
                        "'foo': 1",
                        "{" + ALICE + ", " + READ + ", " + IN_USE + "}, {" + BOB + ", " + WRITE + ", " + IN_USE + "}",
                        "true false"),
                Arguments.of(
                        WRITE + ", " + ARCHIVED,
                        "{" + ALICE + "}, {'subject': {'type': 'user', 'id': 'bob', 'properties': {'role': 'admin'}}}",
                        "false true"),
                Arguments.of(
                        ALICE + ", " + READ + ", " + IN_USE,
                        "{}, {'subject': null}, {'context': {'a': 1}}",
                        "true true true"),
                // A type alone is taken from the default, and so is an id or a name
                Arguments.of(
                        ALICE + ", " + WRITE + ", 'resource': {'type': 'record'}",
                        "{'resource': {'id': 'record-1', 'properties': {'status': 'active'}}}, {" + ARCHIVED + "}",
                        "true false"),
                Arguments.of(
                        WRITE + ", " + IN_USE + ", " + ALICE,
                        "{'subject': {'id': 'bob'}}, {'action': {'properties': {}}}",
                        "false true"),
                // Properties are never merged: the record of the question is in use, whatever the default says
                Arguments.of(
                        ALICE + ", " + WRITE
                                + ", 'resource': {'type': 'record', 'id': 'record-1', 'properties': {'status': 'archived'}}",
                        "{'resource': {'id': 'record-1'}}, {}",
                        "true false"),
                Arguments.of(
                        "'context': {'time': '2025-06-27T18:03-07:00'}, " + ALICE + ", " + READ,
                        "{" + IN_USE + "}, {" + IN_USE
                                + ", 'context': {'time': '2025-06-27T19:00-07:00', 'source': 'x'}}",
                        "true true"));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void aQuestionTakesWhatItLacksFromTheDefaults(String defaults, String questions, String decisions) {
        String body = json("{" + defaults + ", 'evaluations': [" + questions + "]}");
        Answer answer = users.ask("evaluations", body);
        assertThat(decisions(answer)).isEqualTo(decisions);
        assertThat(answer.json().propertyNames()).containsExactly("evaluations");
        assertThat(users.ask("evaluations", body).text()).isEqualTo(answer.text());
    }

    @ParameterizedTest
    @CsvSource({
        "execute_all, read write read, true false true",
        "deny_on_first_deny, read write read, true false",
        "deny_on_first_deny, read read, true true",
        "deny_on_first_deny, write read, false",
        "permit_on_first_permit, write read read, false true",
        "permit_on_first_permit, write write, false false",
        "permit_on_first_permit, read write, true"
    })
    void aBatchEndsAsItsSemanticSays(String semantic, String actions, String decisions) {
        String questions = Stream.of(actions.split(" "))
                .map(action -> "{'action': {'name': '" + action + "'}}")
                .collect(Collectors.joining(","));
        Answer answer = users.ask(
                "evaluations",
                json("{" + BOB + ", " + IN_USE + ", 'evaluations': [" + questions
                        + "], 'options': {'evaluations_semantic': '" + semantic + "', 'another': 1}}"));
        assertThat(decisions(answer)).isEqualTo(decisions);
    }

    @Test
    void allAreDecidedWithoutASemantic() {
        for (String options :
                List.of("", ", 'options': {}", ", 'options': null", ", 'options': {'evaluations_semantic': null}")) {
            assertThat(decisions(users.ask(
                            "evaluations",
                            json("{" + BOB + ", " + IN_USE + ", 'evaluations': [{" + WRITE + "}, {" + READ + "}]"
                                    + options + "}"))))
                    .isEqualTo("false true");
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("{}", 400, "malformed", "/resource"),
                Arguments.of("7", 400, "malformed", ""),
                Arguments.of("{'resource': 'record-1'}", 400, "malformed", "/resource"),
                Arguments.of("{'resource': {'type': 'record'}}", 400, "malformed", "/resource/id"),
                Arguments.of("{" + IN_USE + ", 'context': {'time': 'noon'}}", 400, "malformed", "/context/time"),
                Arguments.of(
                        "{" + IN_USE + ", 'context': {'programme': 'acme-care'}}",
                        400,
                        "malformed",
                        "/context/programme"),
                Arguments.of(
                        "{" + IN_USE + ", 'subject': {'type': 'user', 'id': 'carol'}}",
                        404,
                        "unknown-subject",
                        "/subject"),
                Arguments.of(
                        "{'resource': {'type': 'record', 'id': 'record-3'}}", 404, "unknown-resource", "/resource"),
                Arguments.of("{" + IN_USE + ", 'action': {'name': 'fly'}}", 404, "unknown-action", "/action"),
                Arguments.of(
                        "{" + IN_USE + ", 'context': {'release': 9}}", 404, "unknown-release", "/context/release"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theFailureOfOneIsItsOwnAnswer(String question, int status, String code, String pointer) {
        String body = json(
                "{" + ALICE + ", " + READ + ", 'evaluations': [{" + IN_USE + "}, " + question + ", {" + IN_USE + "}]}");
        Answer answer = users.ask("evaluations", body);
        assertThat(decisions(answer)).isEqualTo("true false true");
        JsonNode error =
                answer.json().path("evaluations").path(1).path("context").path("error");
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("pointers").path(0).asString()).isEqualTo(pointer);
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(decisions(users.ask(
                        "evaluations",
                        body.replaceFirst("}$", ",\"options\":{\"evaluations_semantic\":\"deny_on_first_deny\"}}"))))
                .isEqualTo("true false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'evaluations': {}} | /evaluations: ",
                "{'evaluations': 'all'} | /evaluations: ",
                "{'evaluations': [{}], 'options': []} | /options: ",
                "{'evaluations': [{}], 'options': {'evaluations_semantic': 'all'}} | /options/evaluations_semantic: ",
                "{'evaluations': [{}], 'options': {'evaluations_semantic': 'EXECUTE_ALL'}} | /options/evaluations_semantic: ",
                "{'evaluations': [{}], 'options': {'evaluations_semantic': 1}} | /options/evaluations_semantic: ",
                "{'evaluations': [{}], 'subject': 'alice'} | /subject: ",
                "{'evaluations': [{}], 'context': []} | /context: ",
                "[] | ''"
            },
            quoteCharacter = '\0')
    void aBatchThatIsNoneIsRefusedAsAWhole(String body, String begins) {
        Answer answer = users.ask("evaluations", json(body));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refusal()).first().asString().startsWith(begins.replace("''", ""));
    }

    @Test
    void moreQuestionsThanABatchMayHaveAreRefused() {
        String most = questions(MAX_BATCH);
        assertThat(users.ask("evaluations", most).json().path("evaluations")).hasSize(MAX_BATCH);
        Answer answer = users.ask("evaluations", questions(MAX_BATCH + 1));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refusal()).containsExactly("/evaluations: 21 are too many; at most 20 are allowed");
    }

    private static String questions(int number) {
        String all = IntStream.range(0, number).mapToObj(i -> "{}").collect(Collectors.joining(","));
        return json("{" + ALICE + ", " + READ + ", " + IN_USE + ", 'evaluations': [" + all + "]}");
    }

    @Test
    void withoutQuestionsABatchIsOneQuestion() {
        for (String none : List.of("", ", 'evaluations': []", ", 'evaluations': null")) {
            Answer answer = users.ask("evaluations", json("{" + ALICE + ", " + READ + ", " + IN_USE + none + "}"));
            assertThat(answer.json().path("decision").asBoolean()).isTrue();
            assertThat(answer.json().path("context").has("ignored")).isFalse();
        }
    }

    private static String decisions(Answer answer) {
        return answer.json()
                .path("evaluations")
                .valueStream()
                .map(one -> String.valueOf(one.path("decision").asBoolean()))
                .collect(Collectors.joining(" "));
    }

    private static String json(String withApostrophes) {
        return withApostrophes.replace('\'', '"');
    }
}
