package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import org.jspecify.annotations.Nullable;
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

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class DecisionsIntegrationTests {

    private static final String ISSUE_FEEDBACK = """
            {"programme": "kingdee-galaxy-public",
             "subscription": {"customerId": "C-1001", "plan": "preferred", "product": "kingdee-cloud-galaxy",
                              "deployment": "public-cloud", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
             "question": {"service": "issue-feedback", "at": "%s"}}""";

    private final ApiClient client;

    DecisionsIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @Test
    void aDecisionSaysWhatWhyAndByWhen() {
        Answer answer = client.decide(ISSUE_FEEDBACK.formatted("2026-11-20T16:00:00+08:00"));
        var decision = answer.json();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(decision.path("outcome").asString()).isEqualTo("ENTITLED");
        assertThat(decision.path("grantedByPlan").asString()).isEqualTo("basic");
        assertThat(decision.at("/reasons/0/code").asString()).isEqualTo("granted-by-inheritance");
        assertThat(decision.at("/response/target").toString()).isEqualTo("{\"amount\":1,\"unit\":\"working-day\"}");
        assertThat(decision.at("/response/dueAt").asString()).isEqualTo("2026-11-23T16:00:00+08:00");
        assertThat(decision.at("/response/counted")).hasSize(3);
        assertThat(decision.at("/resolution").isNull()).isTrue();
        assertThat(decision.at("/charges").isArray()).isTrue();
        assertThat(decision.at("/release/number").asInt()).isEqualTo(1);
    }

    @Test
    void instantsAreInTheZoneOfTheProgramme() {
        Answer answer = client.decide(ISSUE_FEEDBACK.formatted("2026-11-20T08:00Z"));
        assertThat(answer.header("Quanyi-Decided-At")).isEqualTo("2026-11-20T16:00:00+08:00");
        assertThat(answer.json().at("/response/counted/0/from").asString()).isEqualTo("2026-11-20T16:00:00+08:00");
    }

    @Test
    void hoursThatDependOnARegionWhichIsNotStatedAreTold() {
        JsonNode decision = client.decide("""
                {"programme": "yonsuite-premier-success",
                  "subscription": {"plan": "premier", "servedBy": "headquarters"},
                  "question": {"service": "developer-support", "at": "2026-11-24T10:00:00+08:00"}}
                """, "Accept-Language", "en").json();
        JsonNode hours = decision.at("/dependsOn/1");
        assertThat(decision.at("/dependsOn")).hasSize(2);
        assertThat(hours.path("part").asString()).isEqualTo("/window");
        assertThat(hours.path("pointer").asString()).isEqualTo("/subscription/usageRegion");
        assertThat(hours.path("assumed").asBoolean()).isTrue();
        assertThat(hours.path("term").toString()).isEqualTo("[\"local-working-days\"]");
        assertThat(hours.path("message").asString()).endsWith("(depends on: region of use)");
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, Europe/Berlin", "PRC, PRC", "GMT, GMT", "Singapore, Singapore", ","})
    void hoursThatAreNotStatedAreInTheZoneOfTheCustomerOrInNone(@Nullable String zone, @Nullable String shown) {
        String customer = zone == null ? "" : "\"customerTimeZone\": \"" + zone + "\", ";
        JsonNode window = client.decide("""
                {"programme": "yonsuite-premier-success",
                  "subscription": {"plan": "premier", %s"servedBy": "overseas-branch"},
                  "question": {"service": "developer-support", "at": "2026-11-24T10:00:00+08:00"}}
                """.formatted(customer)).json().path("window");
        assertThat(window.path("id").asString()).isEqualTo("local-working-days");
        assertThat(window.path("zone").asString(null)).isEqualTo(shown);
        assertThat(window.path("open").isNull()).isTrue();
    }

    @Test
    void onlyTextsChangeWithTheLanguage() {
        String question = ISSUE_FEEDBACK.formatted("2026-11-20T16:00:00+08:00");
        Answer chinese = client.decide(question);
        Answer english = client.decide(question, "Accept-Language", "en");
        assertThat(chinese.json().at("/response/message").asString()).isEqualTo("1 个工作日内响应");
        assertThat(english.json().at("/response/message").asString()).isEqualTo("Answered within 1 working day");
        assertThat(chinese.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.header("Vary")).contains("Accept-Language");
        assertThat(english.header("Quanyi-Core")).isEqualTo(chinese.header("Quanyi-Core"));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        String question = ISSUE_FEEDBACK.formatted("2026-11-20T16:00:00+08:00");
        assertThat(client.decide(question).text())
                .isEqualTo(client.decide(question).text());
    }

    @Test
    void aDecisionIsNotKept() {
        assertThat(client.decide(ISSUE_FEEDBACK.formatted("2026-11-20T16:00:00+08:00"))
                        .header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void theLogHasALineWithoutTheCustomersId(CapturedOutput output) {
        client.decide(ISSUE_FEEDBACK.formatted("2026-11-20T16:00:00+08:00"), "X-Request-ID", "log-line-1");
        assertThat(output.getOut())
                .containsPattern("decided request=log-line-1 programme=kingdee-galaxy-public release=1"
                        + " service=issue-feedback outcome=ENTITLED micros=\\d+ customer=[0-9a-f]{16}")
                .doesNotContain("C-1001");
    }
}
