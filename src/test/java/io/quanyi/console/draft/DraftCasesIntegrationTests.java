package io.quanyi.console.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The cases of a draft in the console. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class DraftCasesIntegrationTests {

    private final PageClient browser;
    private final DraftPages pages;
    private final String draft;

    DraftCasesIntegrationTests(@LocalServerPort int port) {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        pages = DraftPages.begin(browser, "kingdee-galaxy-public", "Cases");
        draft = pages.path();
    }

    @Test
    void aCaseThatFailsSaysWhatIsExpectedAndWhatCame() throws InterruptedException {
        pages.edit("issue-feedback.drl", "workingDays(1)", "workingDays(2)");
        String page = pages.run("cases");
        assertThat(page)
                .containsPattern("\\d+ of \\d+ cases fail")
                .contains(
                        "text?file&#x3D;issue-feedback.cases.yaml#line-",
                        "class=\"failing\"",
                        "<th scope=\"row\">Time to answer · target · amount</th><td>1</td><td>2</td>")
                .containsPattern("Time to answer · due at</th><td>[A-Z][a-z]{2} \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d")
                .doesNotContain("/response/");
        assertThat(browser.page(draft + "/publish")).containsPattern("\\d+ of \\d+ cases fail");
    }

    @Test
    void unitsAndWhatIsAbsentStandInWords() throws InterruptedException {
        pages.edit("issue-feedback.drl", "workingDays(1), \"5x8\"", "hours(8)");
        assertThat(pages.run("cases"))
                .contains("Time to answer · target · unit</th><td>working day</td><td>hour</td>")
                .contains("Time to answer · window</th><td>5x8</td><td>—</td>")
                .contains("<td>Fri 2026-11-20 16:00 – Fri 2026-11-20 17:30; Mon 2026-11-23 08:30 – ")
                .doesNotContain("<td>null</td>", "{from", "{id");
    }

    @Test
    void casesThatPassAreCounted() throws InterruptedException {
        assertThat(pages.run("cases")).containsPattern("All \\d+ cases pass");
        assertThat(browser.page(draft + "/publish")).containsPattern("All \\d+ cases pass");
    }

    @Test
    void whatNoCaseTriesIsListed() {
        assertThat(browser.page(draft + "/cases")).doesNotContain("Everything is tried");
        assertThat(browser.page(draft + "/cases?untried=yes")).containsPattern("Everything is tried|<summary>");
        pages.edit("issue-feedback.cases.yaml", "cases:", "cases: []\nothers:");
        assertThat(browser.get(draft + "/cases?untried=yes").statusCode()).isEqualTo(422);
    }
}
