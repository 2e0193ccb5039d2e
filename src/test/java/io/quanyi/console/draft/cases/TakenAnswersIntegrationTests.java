package io.quanyi.console.draft.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases that fail after a change of a rule, beside its form, and the answers that are taken into them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class TakenAnswersIntegrationTests {

    private static final String RULES = "issue-feedback.drl";
    private static final String CASES = "issue-feedback.cases.yaml";
    private static final Pattern MARK = Pattern.compile("name=\"case\" value=\"([^\"]+)\"");

    private final PageClient browser;
    private final DraftPages pages;
    private final String draft;

    TakenAnswersIntegrationTests(@LocalServerPort int port) {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        pages = DraftPages.begin(browser, "kingdee-galaxy-public", "Answers");
        draft = pages.path();
    }

    @Test
    void casesThatFailStandBesideTheRuleAndExpectWhatCameOnceThatIsIntended() throws InterruptedException {
        String form = draft + "/rules/GAL-FB-02?saved";
        assertThat(browser.page(form)).doesNotContain("Cases that fail now");
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        String page = browser.page(form);
        assertThat(page).contains("Cases that fail now", CASES + ":", "<td>1</td><td>2</td>");
        String back = take(page);
        assertThat(back).isEqualTo(draft + "/rules/GAL-FB-02?saved");
        assertThat(browser.page(back)).doesNotContain("Cases that fail now");
        assertThat(pages.text(CASES)).contains("amount: 2");
        assertThat(pages.run("cases")).containsPattern("All \\d+ cases pass");
    }

    @Test
    void allCasesThatAreShownExpectWhatCameAndAreRunAgain() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        String page = pages.run("cases");
        assertThat(page).containsPattern("of \\d+ cases fail");
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("seen", PageClient.field(page, "seen")));
        form.add(Map.entry("back", "cases"));
        form.add(Map.entry("all", "yes"));
        MARK.matcher(page).results().forEach(mark -> form.add(Map.entry("shown", mark.group(1))));
        assertThat(browser.post(draft + "/cases/take", form).statusCode()).isEqualTo(303);
        assertThat(pages.end("cases"))
                .containsPattern("All \\d+ cases pass")
                .doesNotContain("The draft has changed since");
    }

    @Test
    void whatCameBeforeAnotherChangeIsNotTaken() throws InterruptedException {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        String page = pages.run("cases");
        assertThat(MARK.matcher(page).find()).isTrue();
        String before = pages.text(CASES);
        pages.edit(RULES, "workingDays(2)", "workingDays(3)");
        assertThat(take(page)).isEqualTo(draft + "/cases");
        assertThat(pages.text(CASES)).isEqualTo(before);
    }

    @Test
    void aCaseThatIsNotThereIsNotChanged() {
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
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
}
