package io.quanyi.console.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Subscriptions and requests in JSON that are pasted into the forms of questions and of customers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class PastedSubscriptionIntegrationTests {

    private static final String GALAXY = "/console/kingdee-galaxy-public/";
    private static final String ASK = GALAXY + "ask";
    private static final String CUSTOMER = GALAXY + "customer";

    private final String service;
    private final PageClient browser;

    PastedSubscriptionIntegrationTests(@LocalServerPort int port) {
        service = "http://127.0.0.1:" + port;
        browser = new PageClient(service, "none", "en");
    }

    @Test
    void aSubscriptionFillsTheFormAndOnlyTheCustomerOfItIsReplaced() {
        HttpResponse<String> sent = browser.post(
                ASK,
                Map.of(
                        "question.service", "code-diagnosis",
                        "question.at", "2026-11-20T16:00",
                        "subscription.plan", "basic",
                        "subscription.deployment", "public-cloud",
                        "subscription.serviceStart", "",
                        "pasted", """
                        {"plan": "preferred", "product": "金蝶云·星空", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31",
                         "serviceRenewed": null, "imGroupMembers": 1.2E+1, "specialServices": [],
                         "usage": [{"service": "code-diagnosis", "date": "2026-03-02", "times": 1},
                                   {"service": "online-im", "date": "2026-04-01"}]}"""));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(target(sent))
                .startsWith(ASK + "?question.at=2026-11-20T16%3A00&question.service=code-diagnosis&subscription.")
                .contains("subscription.plan=preferred", "subscription.usage.1.service=online-im")
                .contains("subscription.specialServices=none", "subscription.imGroupMembers=12")
                .doesNotContain("basic", "deployment", "Renewed", "pasted", "left-out")
                .endsWith("#answer");
        String page = browser.page(target(sent));
        assertThat(page)
                .contains("Yes: ", "value=\"2026-03-02\"", "value=\"2026-04-01\"")
                .contains("<option value=\"online-im\" selected>");
    }

    @Test
    void membersWithoutAFieldStayInTheQuestionAndAreNamed() {
        String page = browser.page(
                paste(
                        ASK,
                        "{\"plan\":\"preferred\",\"contract\":{\"terms\":[{\"service\":\"online-im\",\"effect\":\"exclude\"}]}}"));
        assertThat(page)
                .contains(
                        "Also part of the question",
                        "<code>subscription.contract.terms.0.effect</code>: exclusion <code>exclude</code>")
                .contains("<code>subscription.contract.terms.0.service</code>: Online IM <code>online-im</code>")
                .contains(
                        "<input type=\"checkbox\" name=\"subscription.contract.terms.0.service\" value=\"online-im\" checked>");
        String none = browser.page(paste(ASK, "{\"plan\":\"preferred\",\"contract\":{\"terms\":[]}}"));
        assertThat(none).contains("<code>subscription.contract.terms</code>: none");
    }

    @Test
    void noAddressHasTheIdOfACustomer() {
        String address = paste(CUSTOMER, "{\"customerId\":\"C-4711\",\"plan\":\"preferred\"}");
        assertThat(address).contains("left-out=subscription.customerId").doesNotContain("4711");
        String page = browser.page(address);
        assertThat(page).contains("s id was left out of what you pasted").doesNotContain("4711");
        assertThat(PageClient.links(page).stream().filter(link -> link.contains("/ask?")))
                .isNotEmpty()
                .noneMatch(link -> link.contains("left-out"));
        assertThat(target(browser.post(ASK, Map.of("subscription.customerId", "C-4711", "subscription.plan", "basic"))))
                .isEqualTo(ASK + "?left-out=subscription.customerId&subscription.plan=basic#answer");
        assertThat(browser.page(ASK + "?left-out=secret")).doesNotContain("class=\"notice\"");
    }

    @Test
    void aWholeRequestFillsTheQuestionToo() {
        String request = """
                {"programme":"kingdee-galaxy-public","knownAt":"2026-11-01T00:00:00Z","subscription":{"plan":"exclusive"},
                 "question":{"service":"emergency-fault","at":"2026-11-20T08:00:00Z","respondedAt":"2026-11-20T08:30:00Z"}}""";
        String asked = paste(ASK, request);
        assertThat(asked)
                .contains("question.at=2026-11-20T16%3A00&", "question.service=emergency-fault")
                .contains("question.respondedAt=2026-11-20T16%3A30&", "knownAt=2026-11-01T00%3A00%3A00Z");
        assertThat(browser.page(asked))
                .contains(
                        "<code>knownAt</code>",
                        "name=\"question.respondedAt\" type=\"datetime-local\" value=\"2026-11-20T16:30\"")
                .contains("responded");
        String listed = paste(CUSTOMER, request);
        assertThat(listed).contains("left-out=question.service").doesNotContain("emergency-fault");
        assertThat(browser.page(listed)).contains("this page lists all services", "<code>question.respondedAt</code>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"plan\":\"basic\",\"colour\":\"red\",\"imGroupMembers\":\"ten\"} | /colour: unknown member | /imGroupMembers: ",
                "{\"serviceStart\":\"soon\"} | /plan: member | /serviceStart: ",
                "{\"subscription\":{\"plan\":[]},\"question\":{\"service\":\"im\",\"when\":1}} | /subscription/plan: | /question/when: unknown",
                "{\"programme\":\"other\",\"subscription\":{\"plan\":\"basic\"}} | /programme: | not about \"other\"",
                "{\"subscriptions\":[{\"plan\":\"basic\"}]} | /subscriptions: the form is about one | paste one of them",
                "{\"plan\":\"basic\",\"product\":\" \",\"specialServices\":[\"none\"]} | /product: | /specialServices",
                "[] | object is expected | expected",
                "{\"plan\":\"basic\" | ot valid JSON at line 1 | column",
                "plan=basic | ot valid JSON | line 1"
            })
    void eachFaultIsNamedAndNothingIsLost(String pasted, String one, String other) {
        for (String screen : new String[] {ASK, CUSTOMER}) {
            HttpResponse<String> sent = browser.post(
                    screen,
                    Map.of(
                            "pasted", pasted,
                            "question.at", "2026-11-20T16:00",
                            "subscription.plan", "preferred",
                            "subscription.contract.terms.0.effect", "grant"));
            assertThat(sent.statusCode()).isEqualTo(422);
            assertThat(PageClient.unescaped(sent.body()))
                    .contains(one, other, "<details open><summary>Paste a subscription")
                    .contains(
                            "value=\"2026-11-20T16:00\"",
                            "<option value=\"preferred\" selected>",
                            "value=\"grant\" checked");
            assertThat(PageClient.area(sent.body(), "pasted")).isEqualTo(pasted);
        }
    }

    @Test
    void aFaultAndItsPlaceArePunctuatedAsTheReaderWrites() {
        PageClient chinese = new PageClient(service, "none", "zh-CN");
        assertThat(chinese.post(ASK, Map.of("pasted", "{\"plan\":\"basic\",\"colour\":\"red\"}"))
                        .body())
                .contains("<li>/colour：没有字段“colour”");
    }

    @Test
    void whatIsTooLongForAnAddressIsRefused() {
        assertThat(browser.post(CUSTOMER, Map.of("pasted", uses(20))).statusCode())
                .isEqualTo(303);
        HttpResponse<String> sent = browser.post(CUSTOMER, Map.of("pasted", uses(90)));
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("at most 5000 are allowed");
    }

    @Test
    void allUsesThatFitAreShownInTheForm() {
        String page = browser.page(paste(CUSTOMER, uses(20)));
        assertThat(page)
                .contains("name=\"subscription.usage.19.date\" value=\"2026-01-20\"", "subscription.usage.20.date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"</textarea><script>alert(1)</script>", "\u202e{\"plan\":\u0007}", "\ufeff{\"plan\":\"basic\"}"})
    void aHostileTextIsShownAsItIs(String pasted) {
        HttpResponse<String> sent = browser.post(ASK, Map.of("pasted", pasted));
        assertThat(sent.statusCode()).isIn(303, 422);
        assertThat(sent.body()).doesNotContain("<script>");
    }

    private static String uses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LocalDate.of(2026, 1, 1).plusDays(i))
                .map(day -> "{\"service\":\"code-diagnosis\",\"date\":\"" + day + "\"}")
                .collect(Collectors.joining(",", "{\"plan\":\"preferred\",\"usage\":[", "]}"));
    }

    private String paste(String screen, String json) {
        HttpResponse<String> sent = browser.post(
                screen,
                screen.equals(ASK)
                        ? Map.of("pasted", json, "question.service", "online-im", "find", "")
                        : Map.of("pasted", json));
        assertThat(sent.statusCode()).isEqualTo(303);
        return target(sent);
    }

    private static String target(HttpResponse<String> sent) {
        return sent.headers().firstValue("Location").orElseThrow();
    }
}
