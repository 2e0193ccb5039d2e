package io.quanyi.authzen.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.authzen.DecisionPointClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The metadata of decision points, their methods, and where they are not. */
class MetadataIntegrationTests extends StartedDecisionPoints {

    private static final String WELL_KNOWN = "/.well-known/authzen-configuration";

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "/authzen/acme-care, /authzen/acme-care",
        "/authzen/authzen-conformance, /authzen/authzen-conformance"
    })
    void theMetadataOfADecisionPointNamesItsEndpoints(String inserted, String path) {
        Answer answer = root.get(WELL_KNOWN + inserted);
        String identifier = "https://pdp.example.com" + path;
        JsonNode metadata = answer.json();
        assertThat(metadata.path("policy_decision_point").asString()).isEqualTo(identifier);
        assertThat(metadata.propertyNames())
                .containsExactly(
                        "policy_decision_point",
                        "access_evaluation_endpoint",
                        "access_evaluations_endpoint",
                        "search_subject_endpoint",
                        "search_resource_endpoint",
                        "search_action_endpoint");
        assertThat(metadata.path("access_evaluation_endpoint").asString())
                .isEqualTo(identifier + "/access/v1/evaluation");
        assertThat(metadata.path("access_evaluations_endpoint").asString())
                .isEqualTo(identifier + "/access/v1/evaluations");
        for (String kind : List.of("subject", "resource", "action")) {
            assertThat(metadata.path("search_" + kind + "_endpoint").asString())
                    .isEqualTo(identifier + "/access/v1/search/" + kind);
        }
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=3600, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authzen/nowhere", "/other", "/authzen/acme-care/more"})
    void thereIsNoMetadataOfWhatIsNoDecisionPoint(String inserted) {
        Answer answer = root.get(WELL_KNOWN + inserted, "X-Request-ID", "a/b");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.refusal())
                .hasSize(1)
                .noneSatisfy(line -> assertThat(line).contains("acme"));
        assertThat(answer.header("X-Request-ID")).isEqualTo("a/b");
    }

    @Test
    void anEndpointIsAskedWithPost() {
        Answer answer = users.get("/access/v1/evaluation");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.refusal()).hasSize(1);
        assertThat(users.ask("nothing", "{}").status()).isEqualTo(404);
    }

    @Test
    void aCallerMayAskForAProblemDocument() {
        Answer answer = users.ask("evaluation", "{}", "Accept", "application/json, application/problem+json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text()).contains("\"code\":\"malformed\"", "\"pointer\":\"/subject\"");
        Answer typed =
                users.post("evaluation", "text/plain", "{}", "Accept", "application/json, application/problem+json");
        assertThat(typed.text()).contains("\"status\":400", "\"code\":\"unsupported-media-type\"");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithAMessage() {
        Answer answer = users.ask("evaluation", " ".repeat(1_100_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.refusal()).hasSize(1);
    }

    @Test
    void aCallerThatTakesNoJsonIsRefusedWithAMessage() {
        Answer answer = users.ask("evaluation", "{}", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.refusal()).hasSize(1);
    }
}
