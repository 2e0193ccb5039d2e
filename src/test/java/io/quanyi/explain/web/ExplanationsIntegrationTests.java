package io.quanyi.explain.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Explanations over HTTP: of answers, of refusals, and of several subscriptions; online IM is part of plan preferred, and not of plan basic. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExplanationsIntegrationTests {

    private static final String BASIC = subscription("basic");
    private static final String PREFERRED = subscription("preferred");

    private final ApiClient client;

    ExplanationsIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @Test
    void anExplanationLeadsToTheAnswerThatIsGiven() {
        String request = one("issue-feedback", PREFERRED);
        JsonNode report = only(explain(request, "Accept-Language", "en"));
        JsonNode decision = client.decide(request).json();
        assertThat(report.at("/answer/outcome").asString())
                .isEqualTo(decision.path("outcome").asString())
                .isEqualTo("ENTITLED");
        assertThat(report.at("/clocks/0/due").asString())
                .isEqualTo(decision.at("/response/dueAt").asString())
                .isNotEmpty();
        assertThat(report.at("/asked/release")).isEqualTo(decision.path("release"));
        assertThat(report.path("refusal").isNull()).isTrue();
        assertThat(report.at("/clocks/0/stretches").valueStream())
                .filteredOn(stretch -> !stretch.path("counted").asBoolean())
                .flatExtracting(stretch -> stretch.path("reasons").valueStream().toList())
                .extracting(pause -> pause.path("code").asString())
                .contains("OUTSIDE_HOURS", "WEEKEND");
        assertThat(report.path("findings").valueStream())
                .extracting(finding -> finding.at("/rule/id").asString() + " "
                        + finding.path("status").asString())
                .contains("GAL-PL-01 CONTAINS");
        assertThat(report.path("nearMisses")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, entitled, weekend", "zh-CN, 享有, 周末"})
    void wordsAreInTheLanguageOfTheReader(String language, String outcome, String pause) {
        JsonNode report = only(explain(one("issue-feedback", PREFERRED), "Accept-Language", language));
        assertThat(report.at("/answer/text").asString()).isEqualTo(outcome);
        assertThat(report.path("clocks").toString()).contains(pause);
    }

    @Test
    void aRefusalForAnAbsentFactSaysWhatWaitsForIt() {
        String unknownUsage = one("code-diagnosis", PREFERRED);
        assertThat(client.decide(unknownUsage).status()).isEqualTo(422);
        JsonNode report = only(explain(unknownUsage));
        assertThat(report.path("answer").isNull()).isTrue();
        assertThat(report.at("/refusal/code").asString()).isEqualTo("missing-fact");
        assertThat(report.at("/refusal/faults/0/pointer").asString()).isEqualTo("/subscription/usage");
        assertThat(report.path("findings")).isNotEmpty();
    }

    @Test
    void aRefusalOfAnUnknownIdListsWhatThereIs() {
        JsonNode report = only(explain(one("online-im", subscription("platinum"))));
        assertThat(report.at("/refusal/code").asString()).isEqualTo("unknown-plan");
        assertThat(report.at("/refusal/faults/0/choices").valueStream())
                .extracting(choice -> choice.path("id").asString())
                .contains("basic", "preferred", "exclusive");
        assertThat(report.path("facts")).isEmpty();
    }

    @Test
    void theStrongestOfSeveralSubscriptionsIsExplainedFirst() {
        JsonNode explanations = explain(several("online-im", BASIC, PREFERRED)).path("explanations");
        assertThat(explanations.valueStream())
                .extracting(one -> one.path("subscription").asString() + " "
                        + one.at("/report/answer/outcome").asString())
                .containsExactly("/subscriptions/1 ENTITLED", "/subscriptions/0 NOT_ENTITLED");
    }

    @Test
    void pointersLeadIntoTheListOfSubscriptions() {
        JsonNode explanations =
                explain(several("code-diagnosis", BASIC, PREFERRED)).path("explanations");
        JsonNode refused = explanations
                .valueStream()
                .filter(one -> one.path("subscription").asString().equals("/subscriptions/1"))
                .findFirst()
                .orElseThrow()
                .path("report");
        assertThat(refused.at("/refusal/faults/0/pointer").asString()).isEqualTo("/subscriptions/1/usage");
        assertThat(refused.path("facts").toString())
                .contains("\"/subscriptions/1/")
                .doesNotContain("\"/subscription/");
    }

    @Test
    void aPinnedReleaseExplains() {
        String pinned = one("online-im", PREFERRED).replaceFirst("\\{", "{\"release\": 1,");
        assertThat(only(explain(pinned)).at("/asked/release/number").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kingdee-galaxy-public | nobody | 422 | unknown-programme",
                "{\"programme\" | {\"release\": 99, \"programme\" | 422 | unknown-release",
                "\"question\" | \"knownAt\": \"2001-01-01T00:00:00+08:00\", \"question\" | 422 | no-release-known",
                "\"question\" | \"quest\" | 400 | unknown-member"
            })
    void aRequestThatNoReleaseTakesIsRefusedAsADecisionIs(String part, String other, int status, String code) {
        String request = one("online-im", PREFERRED).replace(part, other);
        Answer refused = client.post("/v1/explanations", "application/json", request);
        Answer decision = client.decide(request);
        assertThat(refused.status()).isEqualTo(decision.status()).isEqualTo(status);
        assertThat(refused.json().path("errors")).isEqualTo(decision.json().path("errors"));
        assertThat(refused.text()).contains(code);
    }

    private JsonNode explain(String request, String... headers) {
        Answer answer = client.post("/v1/explanations", "application/json", request, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode only(JsonNode body) {
        assertThat(body.path("explanations")).hasSize(1);
        JsonNode one = body.path("explanations").get(0);
        assertThat(one.has("subscription")).isFalse();
        return one.path("report");
    }

    private static String one(String service, String subscription) {
        return request("\"subscription\": " + subscription, service);
    }

    private static String several(String service, String... subscriptions) {
        return request("\"subscriptions\": [" + String.join(", ", subscriptions) + "]", service);
    }

    private static String request(String bought, String service) {
        return """
                {"programme": "kingdee-galaxy-public", %s,
                 "question": {"service": "%s", "severity": "normal", "at": "2026-11-20T16:00:00+08:00"}}""".formatted(bought, service);
    }

    private static String subscription(String plan) {
        return """
                {"plan": "%s", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"}""".formatted(plan);
    }
}
