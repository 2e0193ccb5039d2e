package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
class SheetIntegrationTests {

    private static final String TYPICAL = """
            {"programme": "kingdee-galaxy-public",
             "subscription": {"customerId": "C-1001", "plan": "preferred", "product": "kingdee-cloud-galaxy",
                              "deployment": "public-cloud", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
             "question": {"at": "2026-11-20T16:00:00+08:00"}}""";

    private final ApiClient client;

    SheetIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @Test
    void aSheetHasEachServiceOnceInTheOrderOfTheCatalogue() {
        Answer sheet = list(TYPICAL);
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(services(sheet)).doesNotHaveDuplicates().containsExactlyElementsOf(catalogue());
        assertThat(sheet.json().at("/release/programme").asString()).isEqualTo("kingdee-galaxy-public");
        assertThat(sheet.header("Quanyi-Decided-At")).isEqualTo("2026-11-20T16:00:00+08:00");
        assertThat(sheet.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"channel\": \"phone\"",
                ", \"channel\": \"ticket-website\"",
                ", \"topic\": \"data\", \"severity\": \"P1\", \"language\": \"en\"",
                ", \"activity\": \"technical-guidance\", \"quantity\": 3, \"personDays\": 1.5,"
                        + " \"delivery\": \"on-site\", \"requestedStart\": \"2026-12-20\","
                        + " \"requester\": {\"certified\": false, \"submittedBy\": \"partner\"}"
            })
    void whatItSaysOfAServiceIsWhatAQuestionAboutItIsAnswered(String members) {
        String asked = TYPICAL.replace("+08:00\"", "+08:00\"" + members);
        for (String language : List.of("zh-CN", "en")) {
            for (JsonNode entry :
                    list(asked, "Accept-Language", language).json().path("decisions")) {
                Answer single =
                        client.decide(question(asked, entry.path("service").asString()), "Accept-Language", language);
                assertThat(single.status() == 200 ? entry : alone(entry)).isEqualTo(single.json());
            }
        }
    }

    @Test
    void whatOneServiceAloneLacksIsSaidBesideTheOthers() {
        String unknown = """
                {"programme": "kingdee-galaxy-public", "subscription": {"plan": "preferred"},
                 "question": {"at": "2026-11-20T16:00:00+08:00"}}""";
        Answer sheet = list(unknown);
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(services(sheet)).containsExactlyElementsOf(catalogue());
        List<JsonNode> problems = sheet.json()
                .path("decisions")
                .valueStream()
                .filter(entry -> entry.has("code"))
                .toList();
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            String service = problem.path("service").asString();
            assertThat(problem.path("kind").asString()).isEqualTo("problem");
            assertThat(problem.path("code").asString()).isEqualTo("missing-fact");
            assertThat(alone(problem))
                    .isEqualTo(client.decide(question(unknown, service)).json());
        });
    }

    @Test
    void theStartThatAServiceAsksForCanBeSent() {
        String asked = """
                {"programme": "yonsuite-premier-success", "subscription": {"plan": "premier", "usage": []},
                 "question": {"at": "2026-11-20T16:00:00+08:00", "requestedStart": "2026-12-20"}}""";
        String without = asked.replace(", \"requestedStart\": \"2026-12-20\"", "");
        assertThat(entry(list(without), "critical-moment-support").path("code").asString())
                .isEqualTo("missing-fact");
        assertThat(entry(list(asked), "critical-moment-support").path("outcome").asString())
                .isEqualTo("ENTITLED");
    }

    private static JsonNode entry(Answer sheet, String service) {
        return sheet.json()
                .path("decisions")
                .valueStream()
                .filter(entry -> entry.path("service").asString().equals(service))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAnInstantItIsForNow() {
        Answer sheet = list(
                "{\"programme\": \"kingdee-galaxy-public\", \"release\": 1, \"subscription\": {\"plan\": \"basic\"}}");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Quanyi-Decided-At")).endsWith("+08:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 400 | body-missing",
                "[] | 400 | not-an-object",
                "{\"programme\": 1} | 400 | /programme wrong-type",
                "{\"subscription\": {\"plan\": \"basic\"}, \"question\": {\"service\": \"issue-feedback\"}} | 400 |"
                        + " /question/service unknown-member",
                "{\"programme\": \"acme\", \"subscription\": {\"plan\": \"basic\"}} | 422 | /programme unknown-programme",
                "{\"programme\": \"kingdee-galaxy-public\", \"subscription\": {\"plan\": \"platinum\"}} | 422 |"
                        + " /subscription/plan unknown-plan",
                "{\"programme\": \"kingdee-galaxy-public\", \"release\": 9999, \"subscription\": {\"plan\": \"basic\"}} | 422 |"
                        + " /release unknown-release",
                "{\"programme\": \"kingdee-galaxy-public\", \"subscription\": {\"plan\": \"basic\","
                        + " \"serviceStart\": \"2026-12-31\", \"serviceEnd\": \"2026-01-01\"}} | 422 |"
                        + " /subscription/serviceEnd end-before-start"
            })
    void whatNoServiceCouldBeDecidedWithIsAProblem(String body, int status, String error) {
        Answer answer = list(body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errors()).contains(error);
    }

    @Test
    void theLogHasOneLineWithoutTheCustomersId(CapturedOutput output) {
        list(TYPICAL, "X-Request-ID", "sheet-line-1");
        assertThat(output.getOut())
                .containsPattern("listed request=sheet-line-1 programme=kingdee-galaxy-public release=1"
                        + " services=\\d+ micros=\\d+ customer=[0-9a-f]{16}")
                .doesNotContain("C-1001");
    }

    private Answer list(String body, String... headers) {
        return client.post("/v1/entitlements", "application/json", body, headers);
    }

    private static JsonNode alone(JsonNode problem) {
        ObjectNode alone = ((ObjectNode) problem).deepCopy();
        alone.remove(List.of("kind", "service"));
        return alone;
    }

    private static List<String> services(Answer sheet) {
        return sheet.json()
                .path("decisions")
                .valueStream()
                .map(entry -> entry.path("service").asString())
                .toList();
    }

    private List<String> catalogue() {
        return client.get("/v1/programmes/kingdee-galaxy-public/catalogue?release=1")
                .json()
                .path("services")
                .valueStream()
                .map(service -> service.path("id").asString())
                .toList();
    }

    private static String question(String sheet, String service) {
        ObjectNode request = (ObjectNode) JsonMapper.shared().readTree(sheet);
        request.withObject("/question").put("service", service);
        return request.toString();
    }
}
