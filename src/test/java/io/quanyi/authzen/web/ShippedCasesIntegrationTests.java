package io.quanyi.authzen.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ShippedCases;
import io.quanyi.ShippedCases.ShippedCase;
import io.quanyi.authzen.DecisionPointClient;
import io.quanyi.decision.release.ReleaseId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every case of every shipped release that a question of the standard can carry is decided as {@code /v1/decisions} decides it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ShippedCasesIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** As many as one batch may have. */
    private static final int AT_ONCE = 500;

    @LocalServerPort
    private int port;

    /** Why a question cannot carry a case. */
    private enum Lack {
        SEVERAL_SUBSCRIPTIONS,
        PLAN,
        INSTANT,
        RELEASED_CATALOGUE
    }

    @Test
    void aCaseIsDecidedAsOverTheServicesOwnInterface() {
        List<ShippedCase> all = ShippedCases.all();
        Map<ReleaseId, List<ObjectNode>> carried = all.stream()
                .filter(one -> lack(one) == null)
                .collect(Collectors.groupingBy(
                        ShippedCase::release,
                        LinkedHashMap::new,
                        Collectors.mapping(ShippedCasesIntegrationTests::request, Collectors.toList())));
        Map<Lack, Long> lacking = all.stream()
                .map(ShippedCasesIntegrationTests::lack)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(lack -> lack, Collectors.counting()));
        assertThat(carried.keySet())
                .as("of each release, some")
                .containsExactlyElementsOf(
                        all.stream().map(ShippedCase::release).distinct().toList());
        assertThat(carried.values().stream().mapToInt(List::size).sum())
                .as("of %s all but %s", all.size(), lacking)
                .isGreaterThan((int) (ShippedCases.MIN_SHARE * all.size()));
        carried.forEach(this::assertAlike);
    }

    private void assertAlike(ReleaseId id, List<ObjectNode> requests) {
        for (int from = 0; from < requests.size(); from += AT_ONCE) {
            List<ObjectNode> some = requests.subList(from, Math.min(requests.size(), from + AT_ONCE));
            JsonNode own = new ApiClient(port)
                    .post("/v1/decisions/batch", "application/json", list(some).toString(), "Accept-Language", "en")
                    .json();
            JsonNode answers = new DecisionPointClient(port, "/authzen/" + id.programme())
                    .ask("evaluations", questions(some).toString())
                    .json()
                    .path("evaluations");
            assertThat(answers).hasSize(some.size());
            for (int i = 0; i < some.size(); i++) {
                assertThat(told(answers.path(i))).as("%s", some.get(i)).isEqualTo(expected(own.path(i)));
            }
        }
    }

    private static @Nullable Lack lack(ShippedCase one) {
        ObjectNode request = one.request();
        List<String> openings = one.asked().openings();
        if (request.has("subscriptions")) {
            return Lack.SEVERAL_SUBSCRIPTIONS;
        }
        if (!request.path("subscription").has("plan")) {
            return Lack.PLAN;
        }
        if (!request.path("question").has("at")) {
            return Lack.INSTANT;
        }
        return openings == null || openings.isEmpty() ? null : Lack.RELEASED_CATALOGUE;
    }

    /** The request of a case, with the customer's id that every question of the standard has. */
    private static ObjectNode request(ShippedCase one) {
        ObjectNode request = one.request();
        ObjectNode subscription = (ObjectNode) request.path("subscription");
        ObjectNode question = (ObjectNode) request.path("question");
        if (!subscription.has("customerId")) {
            subscription.put("customerId", "C-1");
        }
        if (question.has("pauses") && !question.has("asOf")) {
            question.set("asOf", question.path("at"));
        }
        return request;
    }

    private static ArrayNode list(List<ObjectNode> requests) {
        return JSON.createArrayNode().addAll(requests);
    }

    private static ObjectNode questions(List<ObjectNode> requests) {
        ObjectNode batch = JSON.createObjectNode();
        batch.putObject("action").put("name", "use");
        ArrayNode all = batch.putArray("evaluations");
        requests.forEach(request -> all.add(question(request)));
        return batch;
    }

    private static ObjectNode question(ObjectNode request) {
        ObjectNode subscription = (ObjectNode) request.path("subscription").deepCopy();
        ObjectNode asked = (ObjectNode) request.path("question").deepCopy();
        ObjectNode question = JSON.createObjectNode();
        question.putObject("subject")
                .put("type", "subscription")
                .put("id", subscription.remove("customerId").asString())
                .set("properties", subscription);
        ObjectNode context = question.putObject("context");
        context.set("time", asked.remove("at"));
        context.set("release", request.path("release"));
        if (request.has("knownAt")) {
            context.set("knownAt", request.path("knownAt"));
        }
        question.putObject("resource")
                .put("type", "service")
                .put("id", asked.remove("service").asString())
                .set("properties", asked);
        return question;
    }

    private static String told(JsonNode evaluation) {
        JsonNode context = evaluation.path("context");
        JsonNode error = context.path("error");
        return error.isMissingNode()
                ? String.join(
                        " ",
                        evaluation.path("decision").toString(),
                        context.path("outcome").asString(),
                        context.path("core").asString(),
                        context.path("rule").asString(""),
                        context.path("clause").asString(""),
                        context.path("grantedByPlan").asString(""),
                        due(context.path("response")),
                        due(context.path("resolution")))
                : evaluation.path("decision") + " " + error.path("code").asString();
    }

    private static String expected(JsonNode own) {
        JsonNode decision = own.path("decision");
        return decision.isMissingNode()
                ? "false " + own.path("problem").path("code").asString()
                : String.join(
                        " ",
                        String.valueOf(decision.path("outcome").asString().equals("ENTITLED")),
                        decision.path("outcome").asString(),
                        own.path("core").asString(),
                        first(decision, "rule"),
                        first(decision, "clause"),
                        text(decision.path("grantedByPlan")),
                        due(decision.path("response")),
                        due(decision.path("resolution")));
    }

    private static String first(JsonNode decision, String member) {
        return decision.path("reasons")
                .valueStream()
                .map(reason -> text(reason.path(member)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String due(JsonNode promise) {
        return promise.path("target") + " " + text(promise.path("dueAt")) + " " + text(promise.path("window"));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString("");
    }

    @Test
    void aServiceThatIsSoldSeparatelyIsBoughtAndNotUsed() {
        JsonNode actions = new DecisionPointClient(port, "/authzen/kingdee-galaxy-onprem")
                .ask("search/resource", """
                        {"subject": {"type": "plan", "id": "basic"}, "action": {"name": "buy"}, "resource": {"type": "service"}}""")
                .json();
        assertThat(actions.path("results")).isNotEmpty();
        String service = actions.path("results").path(0).path("id").asString();
        DecisionPointClient point = new DecisionPointClient(port, "/authzen/kingdee-galaxy-onprem");
        String question = "{\"subject\": {\"type\": \"plan\", \"id\": \"basic\"}, \"action\": {\"name\": \"%s\"},"
                + " \"resource\": {\"type\": \"service\", \"id\": \"" + service + "\"}}";
        JsonNode bought = point.ask("evaluation", question.formatted("buy")).json();
        assertThat(bought.path("decision").asBoolean()).isTrue();
        assertThat(bought.path("context").path("outcome").asString()).isEqualTo("PAYABLE");
        assertThat(point.ask("evaluation", question.formatted("use"))
                        .json()
                        .path("decision")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void factsThatAreMissingAreNamedWhereTheQuestionWouldStateThem() {
        DecisionPointClient point = new DecisionPointClient(port, "/authzen/kingdee-galaxy-public");
        JsonNode answer = point.ask("evaluation", """
                        {"subject": {"type": "subscription", "id": "C-1"}, "action": {"name": "use"},
                         "resource": {"type": "service", "id": "issue-feedback"}}""").json();
        assertThat(answer.path("decision").asBoolean()).isFalse();
        assertThat(answer.path("context").path("error").path("status").asInt()).isEqualTo(422);
        assertThat(answer.path("context").path("error").path("code").asString()).isEqualTo("missing-fact");
        assertThat(answer.path("context").path("error").path("pointers").toString())
                .isEqualTo("[\"/subject/properties/plan\"]");
        JsonNode search = new DecisionPointClient(port, "/authzen/kingdee-aftersales-general")
                .ask("search/resource", """
                        {"subject": {"type": "plan", "id": "pay-per-incident"}, "action": {"name": "buy"}, "resource": {"type": "service"}}""")
                .json();
        assertThat(search.path("context").path("undecided").toString()).contains("pay-per-incident-onsite");
        assertThat(search.path("context").path("missing").toString()).contains("/subject/properties/product");
    }
}
