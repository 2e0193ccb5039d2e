package io.quanyi.console.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The impact of a draft in the console: its sentences, and which of them are intended. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class DraftImpactIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String SENTENCE = "Answered within 2 working days";

    @LocalServerPort
    private int port;

    private PageClient browser;
    private String draft;

    @BeforeEach
    void begin() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        draft = location(browser.post(DRAFTS, Map.of("title", "Impact")));
    }

    @Test
    void aChangeIsASentenceWithBothSidesAndAnExample() throws InterruptedException {
        edit("workingDays(1)", "workingDays(2)");
        String page = compared();
        assertThat(page)
                .contains(SENTENCE, "Answered within 1 working day", "2 of 2 changes are not marked", "GAL-FB-02");
        String example = PageClient.links(page).stream()
                .filter(link -> link.contains("/ask?"))
                .findFirst()
                .orElseThrow();
        assertThat(browser.page(example)).contains("Yes: Issue feedback is covered.");
    }

    @Test
    void aTickIsKeptUntilItsSentenceChanges() throws InterruptedException {
        edit("workingDays(1)", "workingDays(2)");
        String page = compared();
        for (String sentence : PageClient.field(page, "shown").split(" ", -1)) {
            tick(page, List.of(sentence));
        }
        page = browser.page(draft + "/impact");
        assertThat(page).contains("checked").doesNotContain("not marked");
        assertThat(compared()).contains("checked");
        edit("workingDays(2)", "workingDays(3)");
        assertThat(browser.page(draft + "/impact")).contains("The draft has changed since");
        page = compared();
        assertThat(page).contains("2 ticks were taken back", "not marked").doesNotContain("checked");
        tick(page, List.of());
        assertThat(browser.page(draft + "/impact")).doesNotContain("taken back");
    }

    @Test
    void ticksOfTwoPeopleAreAddedUp() throws InterruptedException {
        edit("workingDays(1)", "workingDays(2)");
        edit("workingDays(0.5)", "workingDays(4)");
        String page = compared();
        List<String> all = List.of(PageClient.field(page, "shown").split(" ", -1));
        assertThat(all).hasSize(4);
        all.forEach(sentence -> tick(page, List.of(sentence)));
        assertThat(browser.page(draft + "/impact")).doesNotContain("not marked");
    }

    @Test
    void aDraftWithoutChangesChangesNoAnswer() throws InterruptedException {
        assertThat(compared()).contains("No answer changes.");
    }

    @Test
    void aDraftWithFaultsIsNotCompared() {
        edit("workingDays(1)", "workingDays(");
        HttpResponse<String> refused = browser.post(draft + "/impact", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Draft has faults");
    }

    @Test
    void sentencesAreShownBeforeTheComparisonEnds() throws InterruptedException {
        edit("catalogue.yaml", "plans:\n", "plans:\n  - id: trial\n    names: { zh-CN: 试用, en: Trial }\n");
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

    private void edit(String before, String after) {
        edit("issue-feedback.drl", before, after);
    }

    private void edit(String file, String before, String after) {
        String address = draft + "/text?file=" + file;
        String page = browser.page(address);
        String text = PageClient.area(page, "text").replace(before, after);
        browser.post(address, Map.of("tag", PageClient.field(page, "tag"), "text", text));
    }

    /** The page of a comparison once it has ended. */
    private String compared() throws InterruptedException {
        assertThat(browser.post(draft + "/impact", Map.of()).statusCode()).isEqualTo(303);
        while (browser.page(draft + "/impact/progress").contains("data-open")) {
            Thread.sleep(50);
        }
        return browser.page(draft + "/impact");
    }

    private void tick(String page, List<String> digests) {
        Map<String, String> form = new HashMap<>();
        form.put("shown", PageClient.field(page, "shown"));
        form.put("before", PageClient.field(page, "before"));
        digests.forEach(digest -> form.put("intended", digest));
        assertThat(browser.post(draft + "/impact/intended", form).statusCode()).isEqualTo(303);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
