package io.quanyi.console.draft.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The impact of a draft in the console: its sentences, and which of them are intended. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class DraftImpactIntegrationTests {

    private static final String RULES = "issue-feedback.drl";
    private static final String SENTENCE = "Answered within 2 working days";

    private final String service;
    private final PageClient browser;
    private final DraftPages pages;
    private final String draft;

    DraftImpactIntegrationTests(@LocalServerPort int port) {
        service = "http://127.0.0.1:" + port;
        browser = new PageClient(service, "none", "en");
        pages = DraftPages.begin(browser, "kingdee-galaxy-public", "Impact");
        draft = pages.path();
    }

    @Test
    void aChangeIsASentenceWithBothSidesAndAnExample() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        assertThat(browser.page(draft + "/impact")).contains("each changed answer is listed here");
        String page = pages.run("impact");
        assertThat(page)
                .contains(
                        "<h2>Issue feedback · plan: Preferred</h2>",
                        "<li>Answered within 1 working day (5×8 hours)</li>")
                .contains("This concerns customers who ask about Issue feedback, where the plan is Preferred")
                .contains(SENTENCE, "Answered within 1 working day", "2 of 2 changes are not marked", "GAL-FB-02");
        String example = PageClient.links(page).stream()
                .filter(link -> link.contains("/ask?"))
                .findFirst()
                .orElseThrow();
        assertThat(browser.page(example))
                .contains("Yes: Issue feedback is covered.", "Side by side")
                .contains("Answered within 1 working day", SENTENCE);
    }

    @Test
    void changesThatAreEqualButForTheFactsOfCustomersAreOneCardWithOneMark() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        String page = pages.run("impact");
        assertThat(page)
                .containsOnlyOnce("<article>")
                .contains("There are these cases:", "Terms of the contract: inclusion");
        String both = PageClient.field(page, "shown");
        assertThat(page).containsOnlyOnce("name=\"intended\" value=\"" + both + "\"");
        tick(page, List.of(both));
        assertThat(browser.page(draft + "/impact"))
                .contains("name=\"intended\" value=\"" + both + "\" checked")
                .doesNotContain("not marked");
        PageClient chinese = new PageClient(service, "none", "zh-CN");
        assertThat(chinese.page(draft + "/impact")).contains("涉及咨询“问题反馈”的客户，条件为：服务计划为优选服务；", "分为以下情况：", "合同条款：约定提供");
    }

    @Test
    void aTickIsKeptUntilItsSentenceChanges() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        String page = pages.run("impact");
        for (String sentence : PageClient.field(page, "shown").split(" ", -1)) {
            tick(page, List.of(sentence));
        }
        page = browser.page(draft + "/impact");
        assertThat(page)
                .contains("checked", "Next: <a href=\"" + draft + "/cases\">")
                .doesNotContain("not marked");
        assertThat(pages.run("impact")).contains("checked");
        pages.edit(RULES, "workingDays(2)", "workingDays(3)");
        assertThat(browser.page(draft + "/impact")).contains("The draft has changed since");
        page = pages.run("impact");
        assertThat(page).contains("2 ticks were taken back", "not marked").doesNotContain("checked");
        tick(page, List.of());
        assertThat(browser.page(draft + "/impact")).doesNotContain("taken back");
        String listed = PageClient.field(page, "shown");
        browser.post(draft + "/impact/intended", Map.of("shown", listed, "before", "", "all", listed));
        assertThat(browser.page(draft + "/impact")).contains("checked").doesNotContain("not marked");
    }

    @Test
    void aChangeOfCasesAloneLeavesTheImpactAsItIs() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        pages.run("impact");
        Thread.sleep(1_100); // the head of a draft has the second of its last edit
        pages.edit("issue-feedback.cases.yaml", "cases:", "cases:   # read again");
        assertThat(browser.page(draft + "/impact"))
                .contains("2 of 2 changes")
                .doesNotContain("The draft has changed since");
        assertThat(browser.page(draft + "/publish")).contains("2 changes of answers are not marked");
        pages.edit(RULES, "workingDays(2)", "workingDays(1)");
        assertThat(browser.page(draft + "/impact")).contains("The draft has changed since");
    }

    @Test
    void ticksOfTwoPeopleAreAddedUp() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        pages.edit(RULES, "workingDays(0.5)", "workingDays(4)");
        String page = pages.run("impact");
        List<String> all = List.of(PageClient.field(page, "shown").split(" ", -1));
        assertThat(all).hasSize(4);
        all.forEach(sentence -> tick(page, List.of(sentence)));
        assertThat(browser.page(draft + "/impact")).doesNotContain("not marked");
    }

    @Test
    void aDraftWithoutChangesChangesNoAnswer() throws InterruptedException {
        assertThat(pages.run("impact")).contains("No answer changes.");
    }

    @Test
    void aDraftWithFaultsIsNotCompared() {
        pages.edit(RULES, "workingDays(1)", "workingDays(");
        HttpResponse<String> refused = browser.post(draft + "/impact", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Draft has faults");
    }

    @Test
    void sentencesAreShownBeforeTheComparisonEnds() throws InterruptedException {
        pages.edit("catalogue.yaml", "plans:\n", "plans:\n  - id: trial\n    names: { zh-CN: 试用, en: Trial }\n");
        browser.post(draft + "/impact", Map.of());
        String part = browser.page(draft + "/impact/progress");
        while (part.contains("data-open") && !part.contains("Found so far")) {
            Thread.sleep(20);
            part = browser.page(draft + "/impact/progress");
        }
        assertThat(part).contains("Found so far", "<article>", "/ask?").doesNotContain("checkbox");
        String job = PageClient.field(part, "job");
        browser.post(draft + "/impact/cancel", Map.of("job", job));
        assertThat(browser.page(draft + "/impact")).contains("It was cancelled").doesNotContain("Found so far");
    }

    @Test
    void aComparisonIsCancelled() {
        browser.post(draft + "/impact", Map.of());
        String page = browser.page(draft + "/impact");
        String job = PageClient.field(page, "job");
        HttpResponse<String> cancelled = browser.post(draft + "/impact/cancel", Map.of("job", job));
        assertThat(cancelled.statusCode()).isIn(303, 404);
        assertThat(browser.post(draft + "/impact/cancel", Map.of("job", "nothing"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLongImpactIsNarrowedByItsAddress() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        pages.edit("emergency-fault.drl", "workingHours(2)", "workingHours(1)");
        assertThat(pages.run("impact"))
                .contains("4 of 4 changes are not marked")
                .doesNotContain("are shown");
        assertThat(browser.page(draft + "/impact?service=emergency-fault"))
                .contains(
                        "2 of 4 changes are shown",
                        "Answered within 1 working hour",
                        "<option value=\"issue-feedback\">")
                .contains("<option value=\"emergency-fault\" selected>")
                .doesNotContain(SENTENCE);
        assertThat(browser.page(draft + "/impact?words=GAL-FB-02%20%EF%BC%92+WORKING"))
                .contains("2 of 4 changes are shown", SENTENCE, "value=\"GAL-FB-02 ２ WORKING\"")
                .doesNotContain("<h2>Emergency");
        assertThat(browser.page(draft + "/impact?service=no-such&words=%3Cb%3E"))
                .contains(
                        "0 of 4 changes are shown",
                        "<option value=\"no-such\" selected>",
                        "4 of 4 changes are not marked")
                .doesNotContain("<b>\"");
    }

    @Test
    void marksOfSentencesThatAreNotListedStay() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        pages.edit("emergency-fault.drl", "workingHours(2)", "workingHours(1)");
        String page = pages.run("impact");
        for (String sentence : PageClient.field(page, "shown").split(" ", -1)) {
            tick(page, List.of(sentence));
        }
        String narrowed = browser.page(draft + "/impact?service=emergency-fault&words=hour");
        HttpResponse<String> untied = browser.post(
                draft + "/impact/intended",
                Map.of(
                        "shown", PageClient.field(narrowed, "shown"),
                        "before", PageClient.field(narrowed, "before"),
                        "service", PageClient.field(narrowed, "service"),
                        "words", PageClient.field(narrowed, "words"),
                        "unmarked", ""));
        assertThat(untied.headers().firstValue("Location"))
                .hasValue(draft + "/impact?service=emergency-fault&words=hour");
        assertThat(browser.page(draft + "/impact?unmarked=yes"))
                .contains("2 of 4 changes are shown", "2 of 4 changes are not marked", "Answered within 1 working hour")
                .doesNotContain(SENTENCE, "taken back");
        HttpResponse<String> commented = browser.post(
                draft + "/comments",
                Map.of("sentence", "Some words", "then", "impact", "text", "Why?", "unmarked", "yes"));
        assertThat(commented.headers().firstValue("Location")).hasValue(draft + "/impact?unmarked=yes");
        assertThat(browser.page(draft + "/publish")).contains("/impact?unmarked&#x3D;yes");
    }

    private void tick(String page, List<String> digests) {
        Map<String, String> form = new HashMap<>();
        form.put("shown", PageClient.field(page, "shown"));
        form.put("before", PageClient.field(page, "before"));
        digests.forEach(digest -> form.put("intended", digest));
        assertThat(browser.post(draft + "/impact/intended", form).statusCode()).isEqualTo(303);
    }
}
