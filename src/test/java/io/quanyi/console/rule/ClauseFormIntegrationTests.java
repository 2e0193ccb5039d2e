package io.quanyi.console.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way from a clause of the document to its form in a draft, and the form. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class ClauseFormIntegrationTests {

    private static final String GALAXY = "kingdee-galaxy-public";
    private static final String CHANGE =
            "/console/" + GALAXY + "/document/change?clause=%E4%B8%80.4%20%E5%86%85%E5%AE%B9";
    private static final String FORM = "/clauses?clause=%E4%B8%80.4%20%E5%86%85%E5%AE%B9";
    private static final String CLAUSE = "一.4 内容";

    private final PageClient browser;

    ClauseFormIntegrationTests(@LocalServerPort int port) {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
    }

    @Test
    void aClauseOfTheDocumentLeadsToItsFormInADraftOrInANewOne() {
        assertThat(PageClient.links(browser.page("/console/" + GALAXY + "/document")))
                .contains(CHANGE);
        DraftPages draft = DraftPages.begin(browser, GALAXY, "<i>Mine</i>");
        String page = browser.page(CHANGE);
        assertThat(page).contains("Change clause " + CLAUSE, "&lt;i&gt;Mine").doesNotContain("<i>Mine");
        assertThat(PageClient.links(page)).contains(draft.path() + FORM);
        HttpResponse<String> begun = browser.post("/console/" + GALAXY + "/document/change", Map.of("clause", CLAUSE));
        assertThat(begun.statusCode()).isEqualTo(303);
        String form = begun.headers().firstValue("Location").orElseThrow();
        assertThat(form).endsWith(FORM);
        assertThat(browser.page(form))
                .contains("<bdi>Clause " + CLAUSE + "</bdi>", "value=\"nothing\" checked")
                .contains("value=\"The list of 二.1(2) is more specific and prevails (A37).\"");
        assertThat(browser.page(form.replaceAll("/clauses.*", "/publish")))
                .contains("value=\"条款 " + CLAUSE + "\"", "value=\"Clause " + CLAUSE + "\"");
    }

    @Test
    void aRuleOfTheDocumentLeadsToItsFormInADraft() {
        String document = browser.page("/console/" + GALAXY + "/document");
        String change = PageClient.links(document).stream()
                .filter(link -> link.endsWith("&rule=GAL-EF-04"))
                .findFirst()
                .orElseThrow();
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Sooner");
        String page = browser.page(change);
        assertThat(PageClient.links(page)).contains(draft.path() + "/rules/GAL-EF-04");
        HttpResponse<String> begun = browser.post(
                "/console/" + GALAXY + "/document/change",
                Map.of("clause", PageClient.field(page, "clause"), "rule", PageClient.field(page, "rule")));
        assertThat(begun.headers().firstValue("Location").orElseThrow()).endsWith("/rules/GAL-EF-04");
        assertThat(browser.get(CHANGE + "&rule=GAL-EF-04").statusCode())
                .as("a rule that rests on another clause")
                .isEqualTo(404);
    }

    @Test
    void aReasonIsReworded() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Reason");
        HttpResponse<String> saved = save(draft, "nothing", "另一个理由", "Another: \"<reason>\"", List.of());
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(browser.page(saved.headers().firstValue("Location").orElseThrow()))
                .contains("Saved.", "value=\"Another: &quot;&lt;reason&gt;&quot;\"");
        assertThat(draft.text("clauses.yaml"))
                .contains("reason: { zh-CN: 另一个理由, en: ")
                .doesNotContain("更具体");
    }

    @Test
    void aClauseThatDecidedNothingGetsARule() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Rule");
        save(draft, "rules", "", "", List.of());
        String page = browser.page(draft.path() + FORM);
        assertThat(page).contains("value=\"rules\" checked", "None.");
        assertThat(PageClient.links(page)).contains(draft.path() + "/rules/new?clause=" + FORM.substring(16));
        assertThat(browser.page(draft.path() + "/rules/new?clause=" + FORM.substring(16)))
                .contains("专项服务内容包括升级迁移");
        assertThat(draft.text("clauses.yaml")).doesNotContain("更具体");
    }

    @Test
    void aClauseIsStatedByEntriesOfTheCatalogue() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Entries");
        save(draft, "entries", "", "", List.of("windows/7x24", "plans/basic"));
        assertThat(browser.page(draft.path() + FORM))
                .contains("value=\"entries\" checked", "<option value=\"windows/7x24\" selected>");
        assertThat(draft.text("clauses.yaml")).contains("catalogue: [windows/7x24, plans/basic]");
    }

    @Test
    void aClauseWithRulesLeadsToThem() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Rules");
        assertThat(PageClient.links(browser.page(draft.path() + "/clauses?clause=%E4%B8%80.2")))
                .contains(draft.path() + "/rules/GAL-PL-01");
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsSaved() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Refused");
        String before = draft.text("clauses.yaml");
        assertRefused(save(draft, "nothing", "理由", "", List.of()), 422, "State the reason, in each language");
        assertRefused(save(draft, "nothing", "理由", "two\nlines", List.of()), 422, "State the reason");
        assertRefused(save(draft, "entries", "", "", List.of()), 422, "Choose the entries");
        assertRefused(save(draft, "", "", "", List.of()), 422, "Say what states the clause.");
        assertRefused(save(draft, "entries", "", "", List.of("windows/none")), 400, "windows/none");
        assertRefused(save(draft, "anything", "", "", List.of()), 400, "anything");
        assertThat(draft.text("clauses.yaml")).isEqualTo(before);
        assertThat(browser.get(draft.path() + "/clauses?clause=nothing").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/console/" + GALAXY + "/document/change?clause=%3Cb%3E")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherChangeOfTheClausesMeanwhileIsShown() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Two");
        List<Map.Entry<String, String>> fields = fields(draft, "rules", "", "", List.of());
        save(draft, "nothing", "第一", "First", List.of());
        HttpResponse<String> late = browser.post(draft.path() + "/clauses", fields);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(draft.text("clauses.yaml")).contains("en: First");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String named) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(named);
    }

    private HttpResponse<String> save(DraftPages draft, String kind, String zh, String en, List<String> entries) {
        return browser.post(draft.path() + "/clauses", fields(draft, kind, zh, en, entries));
    }

    private List<Map.Entry<String, String>> fields(
            DraftPages draft, String kind, String zh, String en, List<String> entries) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(List.of(
                Map.entry("tag", PageClient.field(browser.page(draft.path() + FORM), "tag")),
                Map.entry("clause", CLAUSE),
                Map.entry("kind", kind),
                Map.entry("reason-zh-CN", zh),
                Map.entry("reason-en", en)));
        entries.forEach(entry -> fields.add(Map.entry("entry", entry)));
        return fields;
    }
}
