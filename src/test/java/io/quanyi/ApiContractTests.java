package io.quanyi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Checks that the comparison of answers with the description notices a difference. */
class ApiContractTests {

    private static final ApiContract CONTRACT = ApiContract.read();
    private static final String DECISION = JsonMapper.shared()
            .readTree(Path.of("src/main/resources/io/quanyi/web/description/examples/inherited-grant.json")
                    .toFile())
            .get("response")
            .toString();

    @Test
    void aTrueAnswerPasses() {
        assertThatCode(() -> check(200, "application/json", DECISION)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"outcome\":\"ENTITLED\" | \"outcome\":\"PERHAPS\"",
                "\"reasons\": | \"raisons\":",
                "\"entitled\":true | \"entitled\":\"yes\"",
                "\"charges\":[] | \"charges\":null",
                "\"unit\":\"working-day\" | \"unit\":\"fortnight\"",
                "\"number\":1 | \"number\":null"
            })
    void anotherAnswerFails(String part, String other) {
        assertThatThrownBy(() -> check(200, "application/json", DECISION.replace(part, other)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aDeclaredCodePasses() {
        assertThatCode(() ->
                        check(200, "application/json", DECISION.replace("granted-by-inheritance", "crew-on-board")))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherStatusOrTypeFails() {
        assertThatThrownBy(() -> check(201, "application/json", DECISION)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check(200, "text/html", DECISION)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check(422, "application/problem+json", DECISION))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyLineAndEveryItemIsLookedAt() {
        String line =
                "{\"kind\": \"decision\", \"status\": 200, \"core\": \"sha256:0\", \"decision\": " + DECISION + "}";
        assertThatCode(() -> checkBatch("application/x-ndjson", line + "\n" + line + "\n"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> checkBatch("application/x-ndjson", line + "\n{\"status\": 200}\n"))
                .isInstanceOf(AssertionError.class);
        assertThatCode(() -> checkBatch("application/json", "[" + line + "," + line + "]"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> checkBatch("application/json", "[" + line + ",{\"status\": 200}]"))
                .isInstanceOf(AssertionError.class);
    }

    private static void checkBatch(String type, String body) {
        CONTRACT.check("POST", "/v1/decisions/batch", 200, type, body);
    }

    private static void check(int status, String type, String body) {
        CONTRACT.check("POST", "/v1/decisions", status, type, body);
    }
}
