package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers with several subscriptions over HTTP: online IM is part of plan preferred, and not of plan basic. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SubscriptionsIntegrationTests {

    private static final String BASIC = subscription("basic");
    private static final String PREFERRED = subscription("preferred");

    /** A plan with a quota of code diagnosis, of which nothing was used, and the same where it is not known what was used. */
    private static final String UNUSED = PREFERRED.replace("\"plan\"", "\"usage\": [], \"plan\"");

    private static final String UNKNOWN = PREFERRED;

    private final ApiClient client;

    SubscriptionsIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @Test
    void theStrongestAnswerSaysWhichSubscriptionGivesIt() {
        Answer answer = client.decide(several("online-im", BASIC, PREFERRED));
        JsonNode body = answer.json();
        assertThat(body.path("outcome").asString()).isEqualTo("ENTITLED");
        assertThat(body.path("subscription").asString()).isEqualTo("/subscriptions/1");
        assertThat(body.path("others")).hasSize(1);
        JsonNode other = body.path("others").get(0);
        assertThat(other.path("subscription").asString()).isEqualTo("/subscriptions/0");
        assertThat(other.at("/decision/outcome").asString()).isEqualTo("NOT_ENTITLED");
        assertThat(other.path("problem").isNull()).isTrue();

        Answer alone = client.decide(one("online-im", PREFERRED));
        assertThat(withoutSubscriptions(body).toString().replace("/subscriptions/1/", "/subscription/"))
                .isEqualTo(alone.json().toString());
        assertThat(answer.header("Quanyi-Core")).isEqualTo(alone.header("Quanyi-Core"));
        assertThat(answer.header("Quanyi-Decided-At")).isEqualTo("2026-11-20T16:00:00+08:00");
    }

    @Test
    void anAnswerAboutOneSubscriptionSaysNothingOfSeveral() {
        JsonNode body = client.decide(one("online-im", BASIC)).json();
        assertThat(body.has("subscription")).isFalse();
        assertThat(body.has("others")).isFalse();
    }

    @Test
    void aListOfOneIsAnsweredAsAList() {
        JsonNode body = client.decide(several("online-im", BASIC)).json();
        assertThat(body.path("subscription").asString()).isEqualTo("/subscriptions/0");
        assertThat(body.path("others")).isEmpty();
    }

    @Test
    void pointersLeadIntoTheList() {
        String cheap = BASIC.replace("\"plan\"", "\"projectPhase\": \"operation\", \"plan\"");
        JsonNode body = client.decide(several("online-im", BASIC, cheap)).json();
        assertThat(body.path("outcome").asString()).isEqualTo("NOT_ENTITLED");
        assertThat(body.path("suggestions")
                        .valueStream()
                        .map(one -> one.at("/set/0/pointer").asString()))
                .contains("/subscriptions/0/plan");
        assertThat(body.at("/warnings/0/pointer").asString()).isEqualTo("/subscriptions/0/deployment");
        Answer unknown = client.decide(several("online-im", BASIC, subscription("platinum")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.errors()).containsExactly("/subscriptions/1/plan unknown-plan");
    }

    @Test
    void everyStageOfFaultsLeadsIntoTheList() {
        String nameless = BASIC.replace("\"plan\"", "\"plans\"");
        String halfTerm = contract("{\"service\": \"online-im\", \"effect\": \"quota\"}");
        String contrary = contract("{\"service\": \"online-im\", \"effect\": \"grant\"},"
                + " {\"service\": \"online-im\", \"effect\": \"exclude\"}");
        assertThat(client.decide(several("online-im", BASIC, nameless)).errors())
                .containsExactly("/subscriptions/1/plan member-missing", "/subscriptions/1/plans unknown-member");
        assertThat(client.decide(several("online-im", halfTerm, BASIC, halfTerm))
                        .errors())
                .containsExactly(
                        "/subscriptions/0/contract/terms/0/limit member-missing",
                        "/subscriptions/0/contract/terms/0/unit member-missing",
                        "/subscriptions/2/contract/terms/0/limit member-missing",
                        "/subscriptions/2/contract/terms/0/unit member-missing");
        Answer contradictory = client.decide(several("online-im", PREFERRED, contrary), "Accept-Language", "en");
        assertThat(contradictory.status()).isEqualTo(422);
        assertThat(contradictory.errors()).containsExactly("/subscriptions/1/contract/terms/1 terms-contradict");
        assertThat(contradictory.json().at("/errors/0/message").asString())
                .contains("/subscriptions/1/contract/terms/0");
    }

    @Test
    void theValuesAllowedInASubscriptionAreListed() {
        JsonNode error = client.decide(several("online-im", BASIC, subscription("platinum")))
                .json()
                .at("/errors/0");
        assertThat(error.path("pointer").asString()).isEqualTo("/subscriptions/1/plan");
        assertThat(error.path("known").valueStream().map(JsonNode::asString)).contains("basic", "preferred");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 信息不足，无法判定", "en, Information is missing that the decision depends on"})
    void aFactThatIsMissingBesideAYesIsNamedBesideIt(String language, String title) {
        JsonNode body = client.decide(several("code-diagnosis", UNUSED, UNKNOWN), "Accept-Language", language)
                .json();
        assertThat(body.path("subscription").asString()).isEqualTo("/subscriptions/0");
        JsonNode other = body.at("/others/0");
        assertThat(other.path("subscription").asString()).isEqualTo("/subscriptions/1");
        assertThat(other.path("decision").isNull()).isTrue();
        assertThat(other.at("/problem/title").asString()).isEqualTo(title);
        assertThat(other.at("/problem/errors/0/pointer").asString()).isEqualTo("/subscriptions/1/usage");
    }

    @Test
    void aFactThatMayMakeItAYesIsAskedFor() {
        Answer refused = client.decide(several("code-diagnosis", BASIC, UNKNOWN));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("/subscriptions/1/usage missing-fact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void aBatchTakesSeveralSubscriptions(String type) {
        String request = several("online-im", BASIC, PREFERRED);
        Answer alone = client.decide(request);
        JsonNode answer = first(type, client.post("/v1/decisions/batch", type, batch(type, request)));
        assertThat(answer.path("key").asString()).isEqualTo("A-1");
        assertThat(answer.path("core").asString()).isEqualTo(alone.header("Quanyi-Core"));
        assertThat(answer.path("decision")).isEqualTo(alone.json());
        JsonNode refused = first(
                type,
                client.post(
                        "/v1/decisions/batch", type, batch(type, several("online-im", BASIC, subscription("gold")))));
        assertThat(refused.at("/problem/errors/0/pointer").asString()).isEqualTo("/subscriptions/1/plan");
    }

    @Test
    void aSheetHasTheStrongestAnswerOfEachService() {
        Answer sheet = client.post("/v1/entitlements", "application/json", sheet(BASIC, PREFERRED));
        assertThat(sheet.status()).isEqualTo(200);
        for (JsonNode entry : sheet.json().path("decisions")) {
            String service = entry.path("service").asString();
            JsonNode single = client.decide(several(service, BASIC, PREFERRED)).json();
            if (entry.has("code")) {
                ((ObjectNode) entry).remove(List.of("kind", "service"));
            }
            assertThat(entry).isEqualTo(single);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void aBatchOfSheetsTakesSeveralSubscriptions(String type) {
        String request = sheet(BASIC, PREFERRED);
        JsonNode answer = first(type, client.post("/v1/entitlements/batch", type, batch(type, request)));
        assertThat(answer.path("key").asString()).isEqualTo("A-1");
        assertThat(answer.path("sheet"))
                .isEqualTo(client.post("/v1/entitlements", "application/json", request)
                        .json());
    }

    @Test
    void alternativesAreSearchedForEachSubscription() {
        Answer refused = client.post("/v1/alternatives", "application/json", several("online-im", BASIC, BASIC));
        assertThat(refused.json()
                        .path("changes")
                        .valueStream()
                        .map(change -> change.at("/set/0/pointer").asString() + " of "
                                + change.at("/decision/subscription").asString()))
                .contains("/subscriptions/0/plan of /subscriptions/0", "/subscriptions/1/plan of /subscriptions/1");
        Answer granted = client.post("/v1/alternatives", "application/json", several("online-im", BASIC, PREFERRED));
        assertThat(granted.json().path("changes")).isEmpty();
        assertThat(granted.json().path("complete").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/decisions",
                "/v1/decisions/batch",
                "/v1/entitlements",
                "/v1/entitlements/batch",
                "/v1/alternatives"
            })
    void aRequestHasOneSubscriptionOrAListOfUpToTen(String path) {
        assertThat(faults(path, "")).containsExactly("/subscription member-missing");
        assertThat(faults(path, "\"subscription\": null, \"subscriptions\": [],"))
                .containsExactly("/subscription member-missing");
        assertThat(faults(path, "\"subscription\": " + BASIC + ", \"subscriptions\": [" + BASIC + "],"))
                .containsExactly("/subscriptions member-in-place-of-other");
        assertThat(faults(path, "\"subscriptions\": [" + (BASIC + ",").repeat(10) + BASIC + "],"))
                .containsExactly("/subscriptions too-many");
        assertThat(faults(path, "\"subscriptions\": [" + (BASIC + ",").repeat(9) + BASIC + "],"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, “subscriptions”用来代替“subscription”，两者只能给出一个",
        "en, \"subscriptions\" takes the place of \"subscription\": send only one of them"
    })
    void theFaultIsToldInBothLanguages(String language, String message) {
        String both =
                one("online-im", BASIC).replace("\"question\"", "\"subscriptions\": [" + BASIC + "], \"question\"");
        Answer answer = client.decide(both, "Accept-Language", language);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/message").asString()).isEqualTo(message);
    }

    private List<String> faults(String path, String customer) {
        String service = path.contains("entitlements") ? "" : "\"service\": \"online-im\", ";
        String request = "{\"programme\": \"kingdee-galaxy-public\", " + customer + " \"question\": {" + service
                + "\"at\": \"2026-11-20T16:00:00+08:00\"}}";
        Answer answer = client.post(path, "application/json", path.endsWith("batch") ? "[" + request + "]" : request);
        JsonNode problem = path.endsWith("batch") ? answer.json().at("/0/problem") : answer.json();
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private static JsonNode withoutSubscriptions(JsonNode answer) {
        ObjectNode alone = ((ObjectNode) answer).deepCopy();
        alone.remove("subscription");
        alone.remove("others");
        return alone;
    }

    private static String subscription(String plan) {
        return "{\"plan\": \"" + plan + "\", \"serviceStart\": \"2026-01-01\", \"serviceEnd\": \"2026-12-31\","
                + " \"product\": \"kingdee-cloud-galaxy\", \"deployment\": \"public-cloud\"}";
    }

    private static String contract(String terms) {
        return BASIC.replace("\"plan\"", "\"contract\": {\"terms\": [" + terms + "]}, \"plan\"");
    }

    private static String batch(String type, String request) {
        String keyed = request.replace("{\"programme\"", "{\"key\": \"A-1\", \"programme\"");
        return type.endsWith("ndjson") ? keyed : "[" + keyed + "]";
    }

    private static JsonNode first(String type, Answer answer) {
        return type.endsWith("ndjson") ? answer.lines().get(0) : answer.json().get(0);
    }

    private static String sheet(String... subscriptions) {
        return several("any", subscriptions).replace("\"service\": \"any\", ", "");
    }

    private static String one(String service, String subscription) {
        return asked(service, "\"subscription\": " + subscription);
    }

    private static String several(String service, String... subscriptions) {
        return asked(service, "\"subscriptions\": [" + String.join(", ", subscriptions) + "]");
    }

    private static String asked(String service, String customer) {
        return "{\"programme\": \"kingdee-galaxy-public\", " + customer + ", \"question\": {\"service\": \"" + service
                + "\", \"at\": \"2026-11-20T16:00:00+08:00\"}}";
    }
}
