package io.quanyi.console.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same question on another day, by another release or by a draft, beside its answer. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class OtherAnswerIntegrationTests {

    private static final String GALAXY = "kingdee-galaxy-public";
    private static final String ASK = "/console/" + GALAXY + "/ask?question.service=issue-feedback"
            + "&subscription.plan=preferred&question.at=2026-11-20T16:00";

    @LocalServerPort
    private int port;

    private PageClient browser;

    @BeforeEach
    void open() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
    }

    @Test
    void nothingStandsBesideAnAnswerUnlessItIsAskedFor() {
        assertThat(browser.page(ASK))
                .contains("Compare with another day", "<option value=\"1\">Release 1</option>")
                .doesNotContain("Side by side");
        assertThat(browser.page(ASK + "&other.at=&other.release=")).doesNotContain("Side by side");
    }

    @Test
    void anotherDayStandsBesideWithTheLinesThatDiffer() {
        assertThat(browser.page(ASK + "&other.at=2026-11-23T10:00"))
                .contains("Side by side", "Differs:", "2026-11-23 16:00", "2026-11-24 10:00")
                .contains("value=\"2026-11-23T10:00\"", "<details open>")
                .contains("<h3>Release 1, Fri 2026-11-20 16:00</h3>", "<h3>Release 1, Mon 2026-11-23 10:00</h3>");
    }

    @Test
    void anotherReleaseWithTheSameAnswerIsSaidToBeTheSame() {
        assertThat(browser.page(ASK + "&other.release=1"))
                .contains("Both answers are the same.", "<option value=\"1\" selected>")
                .contains("<h3>Release 1, Fri 2026-11-20 16:00</h3>")
                .doesNotContain("Differs:");
        PageClient chinese = new PageClient("http://127.0.0.1:" + port, "none", "zh-CN");
        assertThat(chinese.page(ASK + "&other.release=1")).contains("两次的答复相同。", "<h3>发布版本 1，2026-11-20（周五）16:00</h3>");
    }

    @Test
    void aDraftStandsBesideUnlessItHasFaults() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "<b>Two days</b>");
        draft.edit("issue-feedback.drl", "workingDays(1)", "workingDays(2)");
        String id = draft.path().substring(draft.path().lastIndexOf('/') + 1);
        assertThat(browser.page(ASK + "&other.release=" + id))
                .contains("Draft “&lt;b&gt;Two days", "Differs:", "2026-11-23 16:00", "2026-11-24 16:00")
                .contains("<h3>Draft “&lt;b&gt;Two days&lt;/b&gt;”, Fri 2026-11-20 16:00</h3>")
                .doesNotContain("<b>Two");
        draft.edit("issue-feedback.drl", "workingDays(2)", "workingDays(");
        assertThat(browser.get(ASK + "&other.release=" + id).statusCode()).isEqualTo(422);
    }

    @Test
    void whatThereIsNotIsRefused() {
        assertThat(browser.page(ASK + "&other.release=99")).contains("99").doesNotContain("Side by side");
        assertThat(browser.get(ASK + "&other.release=nothing").statusCode()).isEqualTo(404);
        assertThat(browser.page(ASK + "&other.at=yesterday"))
                .contains("yesterday")
                .doesNotContain("Side by side");
    }
}
