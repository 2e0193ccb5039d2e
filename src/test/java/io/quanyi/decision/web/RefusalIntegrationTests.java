package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A refusal says what the customer can do, and what is left. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RefusalIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void whatIsBoughtCoversCustomDevelopmentAfterTheFirstYear() {
        JsonNode owner = premium(
                "\"specialServices\": [\"sp-custom-dev-maintenance\"]", "\"service\": \"custom-dev-maintenance\"");

        assertThat(owner.at("/suggestions")).hasSize(1);
        assertThat(owner.at("/suggestions/0/code").asString()).isEqualTo("use-bought-service");
        assertThat(owner.at("/suggestions/0/set").toString())
                .isEqualTo("[{\"pointer\":\"/question/service\",\"value\":\"sp-custom-dev-maintenance\"}]");
        assertThat(owner.at("/suggestions/0/message").asString())
                .isEqualTo("\"Special service: maintenance of custom development\", which was bought, covers it");
    }

    @Test
    void aProductWithoutImIsPointedToTheHotline() {
        JsonNode refusal = premium("\"product\": \"kingdee-k3-wise\"", "\"service\": \"im-support\"");

        assertThat(refusal.at("/outcome").asString()).isEqualTo("NOT_ENTITLED");
        assertThat(refusal.at("/suggestions/0/code").asString()).isEqualTo("ask-open-service");
        assertThat(refusal.at("/suggestions/0/set/0/value").asString()).isEqualTo("hotline");
    }

    @Test
    void theRefusalOfAUseShowsWhatRemains() {
        JsonNode onSite = decide("""
                {"programme": "kingdee-galaxy-public",
                 "subscription": {"plan": "preferred", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31",
                   "usage": [{"service": "code-diagnosis", "date": "2026-02-01"}]},
                 "question": {"service": "code-diagnosis", "delivery": "on-site", "at": "2026-06-01T10:00:00+08:00"}}""");

        assertThat(onSite.at("/reasons/0/code").asString()).isEqualTo("delivery-not-offered");
        assertThat(onSite.at("/quota/limit").asInt()).isEqualTo(2);
        assertThat(onSite.at("/quota/remaining").asInt()).isEqualTo(1);
        assertThat(onSite.at("/quota/quote").asString()).isNotEmpty();
    }

    private JsonNode premium(String subscription, String question) {
        String topic = question.contains("custom-dev") ? "custom-development" : "application";
        return decide("""
                {"programme": "kingdee-premium-success",
                 "subscription": {"plan": "premium", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31",
                   "firstPurchase": {"serviceStart": "2024-01-01", "serviceEnd": "2026-12-31"}, %s},
                 "question": {%s, "topic": "%s", "at": "2026-06-01T10:00:00+08:00"}}""".formatted(subscription, question, topic));
    }

    private JsonNode decide(String request) {
        return new ApiClient(port).decide(request, "Accept-Language", "en").json();
    }
}
