package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A programme over HTTP whose catalogue declares measures: the number of subscriptions, and the cores of the cluster that is asked about. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "quanyi.rules=src/test/resources/io/quanyi/measure/rules")
class MeasuresIntegrationTests {

    @LocalServerPort
    private int port;

    private ApiClient client;

    @BeforeEach
    void client() {
        client = new ApiClient(port);
    }

    private static String request(String service, String subscription, String question) {
        return """
                {"programme": "acme-platform",
                 "subscription": {"plan": "production", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"%s},
                 "question": {"service": "%s", "at": "2026-03-03T16:00:00+08:00"%s}}
                """.formatted(subscription, service, question);
    }

    private static String measures(String members) {
        return ", \"measures\": {" + members + "}";
    }

    @ParameterizedTest
    @CsvSource({"250, NOT_ENTITLED", "250.0001, ENTITLED", "1e3, ENTITLED", "0, NOT_ENTITLED"})
    void aNumberOfTheSubscriptionDecides(String number, String outcome) {
        Answer answer = client.decide(request("named-engineer", measures("\"subscriptions\": " + number), ""));
        assertThat(answer.json().path("outcome").asString()).isEqualTo(outcome);
        assertThat(answer.json().path("warnings")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64, 2026-03-03T17:00:00+08:00", "63.9999, 2026-03-04T12:00:00+08:00"})
    void aNumberOfTheQuestionDecides(String number, String dueAt) {
        Answer answer = client.decide(request("tickets", "", measures("\"cores\": " + number)));
        assertThat(answer.json().at("/response/dueAt").asString()).isEqualTo(dueAt);
    }

    @Test
    void theNumberThatTheAnswerDependsOnIsAskedForByItsName() {
        Answer answer = client.decide(request("named-engineer", "", measures("\"cores\": 8")), "Accept-Language", "en");
        assertThat(answer.code()).isEqualTo("missing-fact");
        assertThat(answer.errors()).containsExactly("/subscription/measures/subscriptions missing-fact");
        assertThat(answer.json().at("/errors/0/message").asString()).contains("Subscriptions");
        assertThat(client.decide(request("tickets", "", "")).errors())
                .containsExactly("/question/measures/cores missing-fact");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"users\": 3 | /subscription/measures/users unknown-measure",
                "\"cores\": 3 | /subscription/measures/cores measure-elsewhere",
                "\"subscriptions\": -1 | /subscription/measures/subscriptions number-out-of-range",
                "\"subscriptions\": 1000000000000.0001 | /subscription/measures/subscriptions number-out-of-range",
                "\"subscriptions\": 1.00001 | /subscription/measures/subscriptions number-too-fine",
                "\"subscriptions\": \"many\" | /subscription/measures/subscriptions wrong-type",
                "\"subscriptions\": true | /subscription/measures/subscriptions wrong-type",
                "\"subscriptions\": [1] | /subscription/measures/subscriptions wrong-type",
                "\"subscriptions\": 1, \"subscriptions\": 2 | /subscription/measures/subscriptions duplicate-member"
            })
    void aMeasureThatDoesNotFitIsRefused(String member, String fault) {
        assertThat(client.decide(request("tickets", measures(member), "")).errors())
                .containsExactly(fault);
    }

    @Test
    void everyFaultIsNamed() {
        Answer answer =
                client.decide(request("tickets", measures("\"users\": 1"), measures("\"nodes\": 1, \"a/b\": 2")));
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "/subscription/measures/users unknown-measure",
                        "/question/measures/nodes unknown-measure",
                        "/question/measures/a~1b unknown-measure");
    }

    @Test
    void atMostFiftyMeasuresAreRead() {
        String many = String.join(
                ", ", IntStream.range(0, 51).mapToObj(i -> "\"m" + i + "\": 1").toList());
        assertThat(client.decide(request("tickets", measures(many), "")).errors())
                .containsExactly("/subscription/measures too-many");
    }

    @Test
    void anExplanationNamesTheMeasureAndItsComparison() {
        Answer answer = client.post(
                "/v1/explanations",
                "application/json",
                request("named-engineer", measures("\"subscriptions\": 250"), ""),
                "Accept-Language",
                "en");
        assertThat(answer.text())
                .contains("\"pointer\":\"/subscription/measures/subscriptions\"", "\"Subscriptions\"")
                .contains("Subscriptions is above 250");
    }

    @Test
    void theCatalogueTheFactsAndTheCodesListTheMeasures() {
        JsonNode catalogue = client.get("/v1/programmes/acme-platform/catalogue", "Accept-Language", "en")
                .json();
        assertThat(catalogue.path("measures").toString())
                .isEqualTo("[{\"id\":\"subscriptions\",\"name\":\"Subscriptions\",\"kind\":\"number\","
                        + "\"of\":\"subscription\",\"values\":[]},{\"id\":\"cores\",\"name\":\"Cores of the cluster\","
                        + "\"kind\":\"number\",\"of\":\"question\",\"values\":[]}]");
        String facts = client.get("/v1/programmes/acme-platform/services/tickets/facts", "Accept-Language", "en")
                .text();
        assertThat(facts).contains("\"pointer\":\"/question/measures/cores\",\"name\":\"Cores of the cluster\"");
        assertThat(client.get("/v1/programmes/acme-platform/codes").text()).contains("subscriptions");
    }

    @Test
    void aSheetTakesTheMeasuresOfTheQuestion() {
        String sheet = request("tickets", measures("\"subscriptions\": 300"), measures("\"cores\": 64"))
                .replace("\"service\": \"tickets\", ", "");
        JsonNode entries =
                client.post("/v1/entitlements", "application/json", sheet).json();
        assertThat(entries.toString()).contains("2026-03-03T17:00:00+08:00");
        assertThat(List.of(entries.toString().split("\"ENTITLED\"", -1))).hasSize(3);
    }
}
