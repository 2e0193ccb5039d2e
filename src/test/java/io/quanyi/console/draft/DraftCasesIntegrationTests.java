package io.quanyi.console.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The cases of a draft in the console. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class DraftCasesIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";

    @LocalServerPort
    private int port;

    private PageClient browser;
    private String draft;

    @BeforeEach
    void begin() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        draft = browser.post(DRAFTS, Map.of("title", "Cases"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void aCaseThatFailsSaysWhatIsExpectedAndWhatCame() throws InterruptedException {
        edit("issue-feedback.drl", "workingDays(1)", "workingDays(2)");
        String page = run();
        assertThat(page)
                .containsPattern("\\d+ of \\d+ cases fail")
                .contains(
                        "text?file&#x3D;issue-feedback.cases.yaml#line-", "class=\"failing\"", "<td>1</td><td>2</td>");
        assertThat(browser.page(draft + "/publish")).containsPattern("\\d+ of \\d+ cases fail");
    }

    @Test
    void casesThatPassAreCounted() throws InterruptedException {
        assertThat(run()).containsPattern("All \\d+ cases pass");
        assertThat(browser.page(draft + "/publish")).containsPattern("All \\d+ cases pass");
    }

    @Test
    void whatNoCaseTriesIsListed() {
        assertThat(browser.page(draft + "/cases")).doesNotContain("Everything is tried");
        assertThat(browser.page(draft + "/cases?untried=yes")).containsPattern("Everything is tried|<summary>");
        edit("issue-feedback.cases.yaml", "cases:", "cases: []\nothers:");
        assertThat(browser.get(draft + "/cases?untried=yes").statusCode()).isEqualTo(422);
    }

    private void edit(String file, String before, String after) {
        String address = draft + "/text?file=" + file;
        String page = browser.page(address);
        String text = PageClient.area(page, "text").replace(before, after);
        browser.post(address, Map.of("tag", PageClient.field(page, "tag"), "text", text));
    }

    /** The page of a run of the cases once it has ended. */
    private String run() throws InterruptedException {
        assertThat(browser.post(draft + "/cases", Map.of()).statusCode()).isEqualTo(303);
        while (browser.page(draft + "/cases/progress").contains("data-open")) {
            Thread.sleep(50);
        }
        return browser.page(draft + "/cases");
    }
}
