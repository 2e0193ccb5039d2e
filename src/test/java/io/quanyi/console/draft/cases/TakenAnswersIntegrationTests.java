package io.quanyi.console.draft.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases that fail after a change of a rule, beside its form, and the answers that are taken into them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class TakenAnswersIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String RULES = "issue-feedback.drl";
    private static final String CASES = "issue-feedback.cases.yaml";
    private static final Pattern MARK = Pattern.compile("name=\"case\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    private PageClient browser;
    private String draft;

    @BeforeEach
    void begin() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        draft = browser.post(DRAFTS, Map.of("title", "Answers"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void casesThatFailStandBesideTheRuleAndExpectWhatCameOnceThatIsIntended() throws InterruptedException {
        String form = draft + "/rules/GAL-FB-02?saved";
        assertThat(browser.page(form)).doesNotContain("Cases that fail now");
        edit("workingDays(1)", "workingDays(2)");
        String page = browser.page(form);
        assertThat(page).contains("Cases that fail now", CASES + ":", "<td>1</td><td>2</td>");
        String back = take(page);
        assertThat(back).isEqualTo(draft + "/rules/GAL-FB-02?saved");
        assertThat(browser.page(back)).doesNotContain("Cases that fail now");
        assertThat(text(CASES)).contains("amount: 2");
        assertThat(run()).containsPattern("All \\d+ cases pass");
    }

    @Test
    void whatCameBeforeAnotherChangeIsNotTaken() throws InterruptedException {
        edit("workingDays(1)", "workingDays(2)");
        String page = run();
        assertThat(MARK.matcher(page).find()).isTrue();
        String before = text(CASES);
        edit("workingDays(2)", "workingDays(3)");
        assertThat(take(page)).isEqualTo(draft + "/cases");
        assertThat(text(CASES)).isEqualTo(before);
    }

    @Test
    void aCaseThatIsNotThereIsNotChanged() {
        edit("workingDays(1)", "workingDays(2)");
        String seen = PageClient.field(browser.page(draft + "/rules/GAL-FB-02?saved"), "seen");
        for (String place : List.of(CASES + ":1", "no-such.cases.yaml:9", "nothing", ":", RULES + ":9")) {
            assertThat(browser.post(draft + "/cases/take", Map.of("seen", seen, "case", place))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    /** Takes the answers of all cases of a page; the address to which it leads. */
    private String take(String page) {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("seen", PageClient.field(page, "seen")));
        form.add(Map.entry("back", PageClient.field(page, "back")));
        MARK.matcher(page).results().forEach(mark -> form.add(Map.entry("case", mark.group(1))));
        return browser.post(draft + "/cases/take", form)
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private String text(String file) {
        return PageClient.area(browser.page(draft + "/text?file=" + file), "text");
    }

    private void edit(String before, String after) {
        String address = draft + "/text?file=" + RULES;
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
