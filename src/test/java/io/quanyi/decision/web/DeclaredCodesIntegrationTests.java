package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A programme over HTTP whose catalogue declares a code of every kind that it may declare. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "quanyi.rules=src/test/resources/io/quanyi/measure/rules")
class DeclaredCodesIntegrationTests {

    @LocalServerPort
    private int port;

    private ApiClient client;

    @BeforeEach
    void client() {
        client = new ApiClient(port);
    }

    private Answer decide(String service, String deployment, String language) {
        return client.decide("""
                {"programme": "harbor-care",
                 "subscription": {"plan": "care", "deployment": "%s", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
                 "question": {"service": "%s", "at": "2026-03-03T16:00:00+08:00"}}
                """.formatted(deployment, service), "Accept-Language", language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upgrade | NOT_ENTITLED | release-retired | en    | This release is no longer supported",
                "upgrade | NOT_ENTITLED | release-retired | zh-CN | 该版本已停止支持",
                "advice  | UNDETERMINED | ask-the-desk    | en    | The support desk decides in each case",
                "visit   | PAYABLE      | per-incident    | zh-CN | 按次购买"
            })
    void aDeclaredGroundIsGivenWithItsWords(
            String service, String outcome, String code, String language, String message) {
        Answer answer = decide(service, "public-cloud", language);
        assertThat(answer.json().path("outcome").asString()).isEqualTo(outcome);
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo(code);
        assertThat(answer.json().at("/reasons/0/message").asString()).isEqualTo(message);
    }

    @Test
    void theOtherDeclaredCodesAreInTheAnswer() {
        JsonNode answer = decide("repair", "edge", "en").json();
        assertThat(answer.path("outcome").asString()).isEqualTo("ENTITLED");
        assertThat(answer.at("/conditions/0/code").asString()).isEqualTo("logs-attached");
        assertThat(answer.at("/conditions/0/message").asString()).isEqualTo("Logs must be attached");
        assertThat(answer.at("/response/fulfilledBy").asString()).isEqualTo("workaround");
        assertThat(answer.at("/route/deliveredBy").asString()).isEqualTo("port-crew");
        assertThat(answer.at("/route/seat").asString()).isEqualTo("night-desk");
        assertThat(answer.at("/route/priority").asString()).isEqualTo("tidal");
        assertThat(answer.at("/route/language").asString()).isEqualTo("ja");
        assertThat(decide("visit", "edge", "en")
                        .json()
                        .at("/charges/0/share/of")
                        .asString())
                .isEqualTo("list-price");
    }

    @Test
    void anotherProgrammeKnowsNoneOfTheCodes() {
        Answer answer = client.decide("""
                {"programme": "acme-platform",
                 "subscription": {"plan": "production", "deployment": "edge", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
                 "question": {"service": "tickets", "at": "2026-03-03T16:00:00+08:00", "measures": {"cores": 8}}}
                """);
        assertThat(answer.errors()).containsExactly("/subscription/deployment unknown-deployment");
        assertThat(decide("repair", "on-premise", "en").errors())
                .containsExactly("/subscription/deployment deployment-of-sibling");
    }

    @ParameterizedTest
    @CsvSource({
        "reason, release-retired, This release is no longer supported",
        "reason, ask-the-desk, The support desk decides in each case",
        "reason, per-incident, Sold per incident",
        "condition, logs-attached, Logs must be attached",
        "deployment, edge, Edge nodes",
        "deliverer, port-crew, the port crew",
        "seat, night-desk, night desk",
        "priority, tidal, tidal",
        "language, ja, Japanese",
        "fulfilment, workaround, a workaround",
        "share-of, list-price, the list price"
    })
    void theListsOfCodesHaveTheDeclaredOnesWithTheirNames(String list, String code, String name) {
        JsonNode lists = client.get("/v1/programmes/harbor-care/codes", "Accept-Language", "en")
                .json()
                .path("lists");
        JsonNode meant = StreamSupport.stream(lists.spliterator(), false)
                .filter(one -> one.path("id").asString().equals(list))
                .findFirst()
                .orElseThrow();
        assertThat(meant.path("codes"))
                .anySatisfy(one -> assertThat(one.path("id").asString() + " "
                                + one.path("name").asString())
                        .isEqualTo(code + " " + name));
    }

    @Test
    void anExplanationSpeaksOfTheDeclaredCodesByTheirNames() {
        String explained = client.post("/v1/explanations", "application/json", """
                {"programme": "harbor-care",
                 "subscription": {"plan": "care", "deployment": "edge", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
                 "question": {"service": "repair", "at": "2026-03-03T16:00:00+08:00"}}
                """, "Accept-Language", "en")
                .json()
                .toString();
        assertThat(explained).contains("the port crew", "night desk", "Logs must be attached", "Edge nodes");
    }
}
