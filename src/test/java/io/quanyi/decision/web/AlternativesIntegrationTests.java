package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class AlternativesIntegrationTests {

    private static final String AT = "\"at\": \"2026-11-20T16:00:00+08:00\"";
    private static final String TERM = "\"serviceStart\": \"2026-01-01\", \"serviceEnd\": \"2026-12-31\"";

    private final ApiClient client;

    AlternativesIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "basic | \"serviceRenewed\": true | online-im | \"quantity\": 1",
                "basic | \"serviceRenewed\": true | phone-support | \"channel\": \"community\"",
                "basic | \"serviceRenewed\": true | sp-data-optimization | \"quantity\": 1",
                "basic | \"serviceRenewed\": true | sp-business-adjustment | \"language\": \"zh-CN\"",
                "basic | \"specialServices\": [\"sp-data-repair\"] | sp-data-optimization | \"quantity\": 1",
                "basic | \"serviceRenewed\": true | customer-success-manager | \"quantity\": 1",
                "preferred | \"serviceRenewed\": true | customer-success-manager | \"quantity\": 1",
                "basic | \"usage\": [] | code-diagnosis | \"channel\": \"im\", \"delivery\": \"remote\""
            })
    void theRequestWithTheChangesIsEntitled(String plan, String member, String service, String asked) {
        String request = request(plan, member, service, asked);
        Answer answer = search(request, "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
        assertThat(answer.json().path("changes")).isNotEmpty();
        for (JsonNode change : answer.json().path("changes")) {
            ObjectNode changed = (ObjectNode) JsonMapper.shared().readTree(request);
            change.path("set").forEach(setting -> set(changed, setting));
            Answer decided = client.decide(changed.toString(), "Accept-Language", "en");
            assertThat(decided.json().path("outcome").asString())
                    .as(change.path("set").toString())
                    .isEqualTo("ENTITLED");
            assertThat(change.path("decision")).isEqualTo(decided.json());
        }
    }

    /** A higher plan would give it, up to a quota; how much was used nobody said. */
    @Test
    void aChangeThatWouldNeedAnotherFactLeavesTheSearchIncomplete() {
        Answer answer = search(request("basic", "\"serviceRenewed\": true", "code-diagnosis", "\"quantity\": 1"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("complete").asBoolean()).isFalse();
    }

    @Test
    void nothingMakesAYesOfAYes() {
        Answer answer =
                search(request("preferred", "\"deployment\": \"public-cloud\"", "issue-feedback", "\"quantity\": 1"));
        assertThat(answer.json().path("changes")).isEmpty();
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
        assertThat(answer.header("Quanyi-Decided-At")).isEqualTo("2026-11-20T16:00:00+08:00");
    }

    @Test
    void whatCannotBeDecidedHasNoAlternatives() {
        assertThat(search("{}").status()).isEqualTo(400);
        assertThat(search("[]").errors()).containsExactly("not-an-object");
        Answer unknown = search(request("platinum", "\"serviceRenewed\": true", "online-im", "\"quantity\": 1"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.errors()).containsExactly("/subscription/plan unknown-plan");
        Answer misspelt = search(request("basic", "\"serviceRenewd\": true", "online-im", "\"quantity\": 1"));
        assertThat(misspelt.errors()).containsExactly("/subscription/serviceRenewd unknown-member");
    }

    @Test
    void theLogHasOneLineWithoutTheCustomersId(CapturedOutput output) {
        search(
                request("basic", "\"customerId\": \"C-1001\"", "online-im", "\"quantity\": 1"),
                "X-Request-ID",
                "search-1");
        assertThat(output.getOut())
                .containsPattern("searched request=search-1 programme=kingdee-galaxy-public release=1 service=online-im"
                        + " found=\\d+ complete=true micros=\\d+ customer=[0-9a-f]{16}")
                .doesNotContain("C-1001");
    }

    private Answer search(String body, String... headers) {
        return client.post("/v1/alternatives", "application/json", body, headers);
    }

    /** As anybody would who follows the pointer. */
    private static void set(ObjectNode request, JsonNode setting) {
        String[] path = setting.path("pointer").asString().substring(1).split("/", -1);
        assertThat(path).hasSize(2);
        request.withObject("/" + path[0]).set(path[1], setting.path("value"));
    }

    private static String request(String plan, String member, String service, String asked) {
        return """
                {"programme": "kingdee-galaxy-public",
                 "subscription": {"plan": "%s", "product": "kingdee-cloud-galaxy", %s, %s},
                 "question": {"service": "%s", %s, %s}}""".formatted(plan, TERM, member, service, AT, asked);
    }
}
