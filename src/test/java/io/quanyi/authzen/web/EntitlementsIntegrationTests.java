package io.quanyi.authzen.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.authzen.DecisionPointClient;
import io.quanyi.authzen.DecisionPointClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Questions about entitlements: of subscriptions that state their facts or are in the directory, and of plans; with searches page by page. */
class EntitlementsIntegrationTests extends StartedDecisionPoints {

    private static final String AT = "2026-03-03T15:00:00+08:00";

    private static final String HOTLINE =
            "'action': {'name': 'use'}, 'resource': {'type': 'service', 'id': 'hotline'}, 'context': {'time': '" + AT
                    + "'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'subscription', 'id': 'C-1' | true",
                "'subscription', 'id': 'C-3' | false",
                "'subscription', 'id': 'C-3', 'properties': {'serviceEnd': '2026-12-31'} | true",
                "'subscription', 'id': 'C-9', 'properties': {'plan': 'silver', 'serviceStart': '2026-01-01', 'serviceEnd': '2026-12-31'} | true",
                "'subscription', 'id': 'C-9', 'properties': {'customerId': 'C-9', 'plan': 'silver'} | true",
                "'plan', 'id': 'gold' | true"
            },
            quoteCharacter = '\0')
    void aSubjectIsASubscriptionOrAPlan(String subject, boolean permitted) {
        JsonNode answer = ask(customers, "{'subject': {'type': " + subject + "}, " + HOTLINE + "}");
        assertThat(answer.path("decision").asBoolean()).isEqualTo(permitted);
    }

    @Test
    void anAnswerSaysWhatItRestsOn() {
        Answer answer = customers.ask(
                "evaluation", json("{'subject': {'type': 'subscription', 'id': 'C-2'}, " + HOTLINE + "}"));
        assertThat(answer.header("Quanyi-Decided-At")).isEqualTo(AT);
        JsonNode context = answer.json().path("context");
        assertThat(context.path("outcome").asString()).isEqualTo("ENTITLED");
        assertThat(context.path("grantedByPlan").asString()).isEqualTo("silver");
        assertThat(context.path("rule").asString()).isEqualTo("ACM-HL-01");
        assertThat(context.path("clause").asString()).isEqualTo("1");
        assertThat(context.path("reason_admin").path("granted-by-inheritance").asString())
                .isEqualTo("ACM-HL-01 · 1 · 银卡客户可拨打热线，金卡客户含银卡全部服务");
        assertThat(context.path("reason_user").path("granted-by-inheritance").asString())
                .isEqualTo("Included in a plan that the customer's plan contains");
        assertThat(context.path("response").toString())
                .isEqualTo(
                        "{\"target\":{\"amount\":4,\"unit\":\"working-hour\"},\"window\":\"office\",\"dueAt\":\"2026-03-04T11:00:00+08:00\"}");
        assertThat(context.path("release").path("programme").asString()).isEqualTo("acme-care");
        assertThat(context.path("release").path("number").asInt()).isEqualTo(1);
    }

    @Test
    void measuresOfTheSubjectAreOfTheSubscriptionAndOthersOfTheQuestion() {
        String subject =
                "{'subject': {'type': 'plan', 'id': 'gold', 'properties': {'measures': {'seats': 3}}}, 'action': {'name': 'use'}, ";
        String resource = "'resource': {'type': 'service', 'id': 'hotline', 'properties': {'measures': {'cores': 8}}}}";
        Answer answer = customers.ask("evaluation", json(subject + resource));
        assertThat(answer.text())
                .contains("/subject/properties/measures/seats", "/resource/properties/measures/cores")
                .contains("unknown-measure");
    }

    @Test
    void withoutAnInstantInTheQuestionNoneIsInTheAnswer() {
        String subject =
                "{'subject': {'type': 'plan', 'id': 'gold'}, 'action': {'name': 'use'}, 'resource': {'type': 'service', 'id': 'hotline'}}";
        Answer answer = customers.ask("evaluation", json(subject));
        assertThat(answer.header("Quanyi-Decided-At")).isNotEmpty();
        assertThat(answer.json().path("context").path("response").has("dueAt")).isFalse();
        assertThat(answer.text()).doesNotContain("open");
    }

    @Test
    void wordsAreInTheLanguageOfTheCaller() {
        String body = json("{'subject': {'type': 'plan', 'id': 'gold'}, " + HOTLINE + "}");
        assertThat(customers.ask("evaluation", body).header("Content-Language")).isEqualTo("en");
        Answer chinese = customers.in("zh-CN").ask("evaluation", body);
        assertThat(chinese.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(chinese.text()).contains("granted-by-inheritance").doesNotContain("Included");
        assertThat(customers.in("zh-CN").ask("evaluation", "{}").text()).contains("缺少字段");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'subscription', 'id': 'C-9' | 404 | unknown-subject | /subject",
                "'user', 'id': 'C-1' | 404 | unknown-subject | /subject",
                "'plan', 'id': 'bronze' | 404 | unknown-plan | /subject/id",
                "'subscription', 'id': 'C-9', 'properties': {'plan': 'bronze'} | 404 | unknown-plan | /subject/properties/plan"
            },
            quoteCharacter = '\0')
    void aSubjectThatIsNotKnownIsNotPermitted(String subject, int status, String code, String pointer) {
        assertError(ask(customers, "{'subject': {'type': " + subject + "}, " + HOTLINE + "}"), status, code, pointer);
    }

    @ParameterizedTest
    @CsvSource({"service, cold-line, unknown-service, /resource/id", "product, hotline, unknown-resource, /resource"})
    void aResourceThatIsNotKnownIsNotPermitted(String type, String id, String code, String pointer) {
        assertError(
                ask(
                        customers,
                        "{'subject': {'type': 'plan', 'id': 'gold'}, 'action': {'name': 'use'}, 'resource': {'type': '"
                                + type + "', 'id': '" + id + "'}}"),
                404,
                code,
                pointer);
    }

    private static void assertError(JsonNode answer, int status, String code, String pointer) {
        assertThat(answer.path("decision").asBoolean()).isFalse();
        JsonNode error = answer.path("context").path("error");
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("pointers").path(0).asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'plan', 'id': 'gold', 'properties': {'plan': 'silver'}} | /subject/properties/plan",
                "{'type': 'plan', 'id': 'gold', 'properties': {'service': 'cold-line'}} | /resource/id",
                "{'type': 'plan', 'id': 'gold', 'properties': {'at': '2026-03-03T16:00:00+08:00'}} | /context/time",
                "{'type': 'plan', 'id': 'gold', 'properties': {'programme': 'other'}} | /subject/properties/programme",
                "{'type': 'plan', 'id': 'gold', 'properties': {'quantity': 'many'}} | /subject/properties/quantity",
                "{'type': 'plan', 'id': 'gold', 'properties': {'contract': {'amount': []}}} | /subject/properties/contract/amount"
            },
            quoteCharacter = '\0')
    void aFactThatIsStatedTwiceOrIsNoneIsRefused(String subject, String pointer) {
        Answer answer = customers.ask("evaluation", json("{'subject': " + subject + ", " + HOTLINE + "}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refusal()).first().asString().startsWith(pointer + ": ");
    }

    @Test
    void theSameFactMayBeStatedInSeveralPlaces() {
        JsonNode answer = ask(
                customers,
                "{'subject': {'type': 'plan', 'id': 'gold', 'properties': {'plan': 'gold', 'quantity': 1,"
                        + " 'contract': {'colour': 'red'}, 'usage': []}}, 'action': {'name': 'use', 'properties': {'quantity': 1}},"
                        + " 'resource': {'type': 'service', 'id': 'hotline', 'properties': {'quantity': 1, 'channel': null}}}");
        assertThat(answer.path("decision").asBoolean()).isTrue();
        assertThat(answer.path("context").path("ignored").path(0).asString())
                .isEqualTo("/subject/properties/contract/colour");
    }

    @Test
    void theDecisionPointOfAllProgrammesIsToldTheProgramme() {
        String body =
                "{'subject': {'type': 'plan', 'id': 'gold'}, 'action': {'name': 'use'}, 'resource': {'type': 'service', 'id': 'hotline'%s}%s}";
        assertThat(ask(root, body.formatted("", ", 'context': {'programme': 'acme-care'}"))
                        .path("decision")
                        .asBoolean())
                .isTrue();
        assertThat(ask(root, body.formatted(", 'properties': {'programme': 'acme-care'}", ""))
                        .path("decision")
                        .asBoolean())
                .isTrue();
        assertError(
                ask(root, body.formatted("", ", 'context': {'programme': 'other-care'}")),
                404,
                "unknown-programme",
                "/context/programme");
        Answer without = root.ask("evaluation", json(body.formatted("", "")));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.refusal()).first().asString().startsWith("/context/programme: ");
        Answer search = root.ask(
                "search/resource",
                json(
                        "{'subject': {'type': 'plan', 'id': 'gold'}, 'action': {'name': 'use'}, 'resource': {'type': 'service'}}"));
        assertThat(search.status()).isEqualTo(400);
        JsonNode nothing = root.ask(
                        "search/resource",
                        json(
                                "{'subject': {'type': 'plan', 'id': 'gold'}, 'action': {'name': 'use'}, 'resource': {'type': 'service'}, 'context': {'programme': 'other-care'}}"))
                .json();
        assertThat(nothing.path("results")).isEmpty();
        assertThat(nothing.path("context").path("error").path("code").asString())
                .isEqualTo("unknown-programme");
    }

    @Test
    void aPathOfNoProgrammeIsNotFound() {
        DecisionPointClient none = new DecisionPointClient(port, "/authzen/nowhere");
        for (String endpoint :
                List.of("evaluation", "evaluations", "search/subject", "search/resource", "search/action")) {
            Answer answer = none.ask(endpoint, "{}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.refusal()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 100, 100_000})
    void aSearchIsReadPageByPage(int limit) {
        List<String> all = new ArrayList<>();
        String token = "";
        for (int page = 0; page == 0 || !token.isEmpty(); page++) {
            assertThat(page).isLessThan(5);
            JsonNode answer =
                    customers.ask("search/subject", found(limit, token)).json();
            assertThat(answer.propertyNames().iterator().next()).isEqualTo("page");
            assertThat(answer.path("page").path("count").asInt())
                    .isEqualTo(answer.path("results").size());
            assertThat(answer.path("results").size()).isLessThanOrEqualTo(limit);
            answer.path("results").forEach(one -> all.add(one.path("id").asString()));
            token = answer.path("page").path("next_token").asString();
            if (limit == 0) {
                assertThat(token).isNotEmpty();
                return;
            }
        }
        assertThat(all).containsExactly("C-1", "C-2", "C-4");
    }

    @Test
    void aTokenHoldsForItsSearchAlone() {
        String token = customers
                .ask("search/subject", found(1, ""))
                .json()
                .path("page")
                .path("next_token")
                .asString();
        String again = found(1, token);
        assertThat(customers
                        .ask("search/subject", again)
                        .json()
                        .path("results")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo("C-2");
        String withoutLimit = again.replace("\"limit\": 1, ", "");
        assertThat(customers.ask("search/subject", withoutLimit).json().path("results"))
                .hasSize(1);
        char last = token.charAt(token.length() - 1);
        String forged = token.substring(0, token.length() - 1) + (last == 'A' ? 'Q' : 'A');
        List<String> refused = List.of(
                found(1, forged),
                found(1, "AAAA" + token.substring(4, 8) + "AAAB" + token.substring(12)),
                found(1, "none"),
                found(1, "\u00e9"),
                found(2, token),
                again.replace("hotline", "cold-line"),
                again.replace("\"use\"", "\"buy\""),
                again.replace("15:00", "15:01"),
                again.replace("{\"limit\"", "{\"properties\": {}, \"limit\""));
        for (String body : refused) {
            Answer answer = customers.ask("search/subject", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.refusal()).first().asString().startsWith("/page/token: ");
        }
        Answer elsewhere =
                root.ask("search/subject", again.replace("\"time\"", "\"programme\": \"acme-care\", \"time\""));
        assertThat(elsewhere.status()).isEqualTo(400);
    }

    @Test
    void theOrderOfMembersMakesNoOtherSearch() {
        String token = customers
                .ask("search/subject", found(1, ""))
                .json()
                .path("page")
                .path("next_token")
                .asString();
        String turned = json("{'page': {'token': '" + token + "', 'limit': 1}, 'context': {'time': '" + AT
                + "'}, 'resource': {'id': 'hotline', 'type': 'service'},"
                + " 'action': {'name': 'use'}, 'subject': {'type': 'subscription'}}");
        assertThat(customers
                        .ask("search/subject", turned)
                        .json()
                        .path("results")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo("C-2");
    }

    private static String found(int limit, String token) {
        String page = token.isEmpty() ? "'limit': " + limit : "'limit': " + limit + ", 'token': '" + token + "'";
        return json("{'subject': {'type': 'subscription'}, " + HOTLINE + ", 'page': {" + page + "}}");
    }

    @Test
    void plansServicesAndActionsAreSearchedFor() {
        JsonNode plans = customers
                .ask("search/subject", json("{'subject': {'type': 'plan'}, " + HOTLINE + "}"))
                .json();
        assertThat(plans.toString())
                .isEqualTo(json("{'results':[{'type':'plan','id':'silver'},{'type':'plan','id':'gold'}]}"));
        JsonNode services = customers
                .ask(
                        "search/resource",
                        json(
                                "{'subject': {'type': 'plan', 'id': 'gold'}, 'action': {'name': 'use'}, 'resource': {'type': 'service'}}"))
                .json();
        assertThat(services.toString()).isEqualTo(json("{'results':[{'type':'service','id':'hotline'}]}"));
        JsonNode actions = customers
                .ask(
                        "search/action",
                        json(
                                "{'subject': {'type': 'plan', 'id': 'gold'}, 'resource': {'type': 'service', 'id': 'hotline'}}"))
                .json();
        assertThat(actions.toString()).isEqualTo(json("{'results':[{'name':'use'}]}"));
    }

    private static JsonNode ask(DecisionPointClient point, String body) {
        return point.ask("evaluation", json(body)).json();
    }

    private static String json(String withApostrophes) {
        return withApostrophes.replace('\'', '"');
    }
}
