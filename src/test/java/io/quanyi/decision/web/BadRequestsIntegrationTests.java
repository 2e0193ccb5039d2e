package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Requests that cannot be decided: each answer says all that is wrong, where, and never decides. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BadRequestsIntegrationTests {

    private static final String AT = "\"at\": \"2026-11-20T16:00:00+08:00\"";

    private final ApiClient client;

    BadRequestsIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | body-missing",
                "nonsense | json-syntax",
                "{\"programme\": NaN} | json-syntax",
                "{} {} | json-trailing",
                "[] | not-an-object",
                "null | not-an-object",
                "\"text\" | not-an-object"
            })
    void whatIsNoRequestIsMalformed(String body, String code) {
        Answer answer = client.decide(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed");
        assertThat(answer.errors()).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"serviceEnd\": \"2026-02-30\" | /subscription/serviceEnd not-a-date",
                "\"serviceEnd\": 20261231 | /subscription/serviceEnd wrong-type",
                "\"customerTimeZone\": \"CST\" | /subscription/customerTimeZone not-a-zone",
                "\"serviceRenewed\": \"true\" | /subscription/serviceRenewed wrong-type",
                "\"imGroupMembers\": -1 | /subscription/imGroupMembers number-out-of-range",
                "\"imGroupMembers\": 1.5 | /subscription/imGroupMembers number-not-whole",
                "\"contract\": {\"amount\": 1e400} | /subscription/contract/amount number-not-plain",
                "\"contract\": {\"amount\": \"1\"} | /subscription/contract/amount wrong-type",
                "\"usageregion\": \"CN\" | /subscription/usageregion unknown-member",
                "\"usage\": {} | /subscription/usage not-a-list",
                "\"usage\": [null] | /subscription/usage/0 null-in-list",
                "\"plan\": \"basic\" | /subscription/plan duplicate-member"
            })
    void aMalformedMemberIsNamed(String member, String error) {
        Answer answer = client.decide(request("basic", member, "issue-feedback", AT));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T16:00:00", "2026-11-20", "2026-02-30T00:00:00Z", "now", "2026-11-20T25:00:00Z"})
    void anInstantHasAnOffset(String at) {
        Answer answer =
                client.decide(request("basic", "\"serviceRenewed\": true", "issue-feedback", "\"at\": \"" + at + "\""));
        assertThat(answer.errors()).containsExactly("/question/at not-an-instant");
    }

    @Test
    void everyFaultOfTheStageIsListed() {
        Answer answer = client.decide("{\"a\": 1, \"programme\": 1, \"subscription\": {}, \"question\": {\"b\": 2}}");
        assertThat(answer.errors())
                .containsExactly(
                        "/a unknown-member",
                        "/programme wrong-type",
                        "/question/b unknown-member",
                        "/question/service member-missing",
                        "/subscription/plan member-missing");
    }

    @Test
    void aHundredErrorsAreListedAndTheOthersCounted() {
        String members =
                IntStream.range(0, 250).mapToObj(i -> "\"m" + i + "\": 1").collect(Collectors.joining(", "));
        Answer answer = client.decide("{" + members + "}");
        assertThat(answer.errors()).hasSize(100);
        assertThat(answer.json().path("omitted").asInt()).isEqualTo(250 + 3 - 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/subscription/plan unknown-plan | platinum | \"serviceRenewed\": true | issue-feedback | null",
                "/question/service unknown-service | basic | \"serviceRenewed\": true | teleportation | null",
                "/question/severity unknown-severity | basic | \"serviceRenewed\": true | issue-feedback | \"severity\": \"P9\"",
                "/question/channel unknown-channel | basic | \"serviceRenewed\": true | issue-feedback | \"channel\": \"fax\"",
                "/subscription/deployment unknown-deployment | basic | \"deployment\": \"moon\" | issue-feedback | null",
                "/subscription/product unknown-product | basic | \"product\": \"abacus\" | issue-feedback | null"
            })
    void anUnknownIdIsNamed(String error, String plan, String member, String service, String asked) {
        String question = asked.equals("null") ? AT : AT + ", " + asked;
        Answer answer = client.decide(request(plan, member, service, question));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(error);
        assertThat(answer.code()).isEqualTo(error.replaceFirst(".* ", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "basi | \"serviceRenewed\": true | issue-feedback | null | basic | basic",
                "basic | \"serviceRenewed\": true | isue-feedback | null | issue-feedback | issue-feedback",
                "basic | \"serviceRenewed\": true | issue-feedback | \"channel\": \"phon\" | phone | phone",
                "basic | \"product\": \"kingdee-galaxy\" | issue-feedback | null | kingdee-cloud-galaxy | kingdee-cloud-galaxy",
                "basic | \"servedBy\": \"overseas-brunch\" | issue-feedback | null | overseas-branch | overseas-branch",
                "basic | \"contract\": {\"currency\": \"XXY\"} | issue-feedback | null | null | null"
            })
    void theValuesThatAreAllowedAreListedAndTheOneThatMayBeMeantIsNamed(
            String plan, String member, String service, String asked, String known, String meant) {
        String question = asked.equals("null") ? AT : AT + ", " + asked;
        Answer answer = client.decide(request(plan, member, service, question), "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(422);
        JsonNode error = answer.json().at("/errors/0");
        if (known.equals("null")) {
            assertThat(error.has("known")).isFalse();
        } else {
            assertThat(error.path("known").valueStream().map(JsonNode::asString))
                    .contains(known)
                    .hasSizeLessThanOrEqualTo(100);
        }
        assertThat(error.path("message").asString().contains("did you mean")).isEqualTo(!meant.equals("null"));
        assertThat(error.path("message").asString()).contains(meant.equals("null") ? "" : "\"" + meant + "\"?");
    }

    @Test
    void anInstantOfKnowledgeBeforeAnyPublicationIsNamed() {
        String known = request("basic", "\"serviceRenewed\": true", "issue-feedback", AT);
        Answer answer = client.decide(known.replaceFirst("\\{", "{\"knownAt\": \"1990-01-01T00:00:00Z\", "));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("/knownAt no-release-known");
    }

    @Test
    void anUnknownProgrammeOrReleaseIsNamed() {
        String known = request("basic", "\"serviceRenewed\": true", "issue-feedback", AT);
        Answer programme = client.decide(known.replace("kingdee-galaxy-public", "acme"));
        assertThat(programme.status()).isEqualTo(422);
        assertThat(programme.errors()).containsExactly("/programme unknown-programme");
        Answer release = client.decide(known.replaceFirst("\\{", "{\"release\": 999999, "));
        assertThat(release.errors()).containsExactly("/release unknown-release");
    }

    @Test
    void anEndBeforeTheStartContradicts() {
        Answer answer = client.decide(request(
                "basic", "\"serviceStart\": \"2026-12-31\", \"serviceEnd\": \"2026-01-01\"", "issue-feedback", AT));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("contradictory-facts");
        assertThat(answer.errors()).containsExactly("/subscription/serviceEnd end-before-start");
    }

    @Test
    void usageAfterTheQuestionContradicts() {
        Answer answer = client.decide(request(
                "basic",
                "\"usage\": [{\"service\": \"issue-feedback\", \"date\": \"2026-11-21\"}]",
                "issue-feedback",
                AT));
        assertThat(answer.code()).isEqualTo("contradictory-facts");
        assertThat(answer.errors()).containsExactly("/subscription/usage/0/date usage-after-instant");
    }

    @Test
    void longListsAndLongTextsAreRefused() {
        String usage =
                IntStream.range(0, 10_001).mapToObj(i -> "1").collect(Collectors.joining(",", "\"usage\": [", "]"));
        assertThat(client.decide(request("basic", usage, "issue-feedback", AT)).errors())
                .containsExactly("/subscription/usage too-many");
        String million =
                IntStream.range(0, 1_000_000).mapToObj(i -> "{}").collect(Collectors.joining(",", "\"usage\": [", "]"));
        assertThat(client.decide(request("basic", million, "issue-feedback", AT))
                        .status())
                .isEqualTo(413);
        assertThat(client.decide(request("x".repeat(900_000), "\"usage\": []", "issue-feedback", AT))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule 'x' when eval(true) then System.exit(0); end",
                "${jndi:ldap://evil.example/a}",
                "<script>alert(1)</script>",
                "#{T(java.lang.Runtime).getRuntime()}",
                "{0} '{'1}"
            })
    void whatLooksLikeCodeIsText(String text) {
        Answer product = client.decide(
                request("basic", "\"product\": \"" + text + "\"", "issue-feedback", AT), "Accept-Language", "en");
        assertThat(product.errors()).containsExactly("/subscription/product unknown-product");
        assertThat(product.json().at("/errors/0/message").asString()).contains(text);
        assertThat(client.decide(request(text, "\"usage\": []", "issue-feedback", AT))
                        .errors())
                .containsExactly("/subscription/plan text-not-of-form");
    }

    @Test
    void anOffendingValueIsCut() {
        String plan = "p".repeat(5_000);
        assertThat(client.decide(request(plan, "\"usage\": []", "issue-feedback", AT))
                        .text())
                .doesNotContain("p".repeat(101));
    }

    private static String request(String plan, String member, String service, String question) {
        return """
                {"programme": "kingdee-galaxy-public",
                 "subscription": {"plan": "%s", %s},
                 "question": {"service": "%s", %s}}""".formatted(plan, member, service, question);
    }
}
