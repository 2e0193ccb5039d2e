package io.quanyi.console.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                .containsPattern("<div id=\"answer\">\\s*<section aria-labelledby=\"beside\">")
                .contains("value=\"2026-11-23T10:00\"", "<details open>")
                .contains("<h4>Release 1, Fri 2026-11-20 16:00</h4>", "<h4>Release 1, Mon 2026-11-23 10:00</h4>");
    }

    @Test
    void aDayOfWhichTheHolidaysAreNotPublishedIsWarnedOfBesideTheOther() {
        assertThat(beside(browser.page(ASK + "&other.at=2029-11-20T16:00")))
                .contains("<h3>Warnings</h3>", "A date lies beyond the published holiday calendar");
        assertThat(beside(browser.page(ASK + "&other.at=2026-11-23T10:00"))).doesNotContain("<h3>Warnings</h3>");
    }

    @Test
    void anotherReleaseWithTheSameAnswerIsSaidToBeTheSame() {
        assertThat(browser.page(ASK + "&other.release=1"))
                .contains("Both answers are the same.", "<option value=\"1\" selected>")
                .contains("<h4>Release 1, Fri 2026-11-20 16:00</h4>")
                .doesNotContain("Differs:");
        PageClient chinese = new PageClient("http://127.0.0.1:" + port, "none", "zh-CN");
        assertThat(chinese.page(ASK + "&other.release=1")).contains("两次的答复相同。", "<h4>发布版本 1，2026-11-20（周五）16:00</h4>");
    }

    @Test
    void aDraftStandsBesideUnlessItHasFaults() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "<b>Two days</b>");
        draft.edit("issue-feedback.drl", "workingDays(1)", "workingDays(2)");
        String id = draft.path().substring(draft.path().lastIndexOf('/') + 1);
        assertThat(browser.page(ASK + "&other.release=" + id))
                .contains("Draft “&lt;b&gt;Two days", "Differs:", "2026-11-23 16:00", "2026-11-24 16:00")
                .contains("<h4>Draft “&lt;b&gt;Two days&lt;/b&gt;”, Fri 2026-11-20 16:00</h4>")
                .doesNotContain("<b>Two");
        draft.edit("issue-feedback.drl", "workingDays(2)", "workingDays(");
        assertThat(browser.get(ASK + "&other.release=" + id).statusCode()).isEqualTo(422);
    }

    @Test
    void reasonsAndCountedTimeOfBothStandBesideEachOther() {
        String page = beside(browser.page(ASK + "&other.at=2026-11-23T10:00"));
        assertThat(page)
                .contains("<h3>How the time is counted</h3>", "<h3>Why</h3>", "What differs is marked.")
                .contains(marked("A response is due by Mon 2026-11-23 16:00."))
                .contains(marked("A response is due by Tue 2026-11-24 10:00."))
                .contains("<li>Yes: Issue feedback is covered.</li>", "<li>Answered within 1 working day</li>")
                .contains("<li>Basic includes issue feedback (GAL-FB-01)</li>")
                .contains("<blockquote lang=\"zh-CN\"><b>二.1(1) 7*24问题反馈</b> 7*24问题反馈</blockquote>");
    }

    @Test
    void theStepsOfTwoInstantsAreNoDifference() {
        assertThat(beside(browser.page(ASK + "&other.at=2026-11-23T10:00")))
                .contains(
                        "<li>From Fri 2026-11-20 16:00, counted in the hours of 5×8 hours: due Mon 2026-11-23 16:00</li>")
                .contains(
                        "<li>From Mon 2026-11-23 10:00, counted in the hours of 5×8 hours: due Tue 2026-11-24 10:00</li>");
    }

    @Test
    void targetsThatDifferAreMarkedAtTwoInstantsToo() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Two days");
        draft.edit("issue-feedback.drl", "workingDays(1)", "workingDays(2)");
        String id = draft.path().substring(draft.path().lastIndexOf('/') + 1);
        assertThat(beside(browser.page(ASK + "&other.at=2026-11-23T10:00&other.release=" + id)))
                .contains(marked("Answered within 1 working day"), marked("Answered within 2 working days"));
    }

    @Test
    void theEarlierInstantStandsOnTheLeft() {
        String later = ASK.replace("2026-11-20T16:00", "2026-11-23T10:00");
        String page = beside(browser.page(later + "&other.at=2026-11-20T16:00"));
        assertThat(page.indexOf("<h4>Release 1, Fri 2026-11-20 16:00</h4>"))
                .isBetween(0, page.indexOf("<h4>Release 1, Mon 2026-11-23 10:00</h4>"));
    }

    @Test
    void aComparisonIsEndedByALink() {
        String page = browser.page(ASK + "&other.at=2026-11-23T10:00&other.release=1");
        String end = PageClient.links(beside(page)).get(0);
        assertThat(end)
                .endsWith("#answer")
                .contains("question.service=issue-feedback")
                .doesNotContain("other.");
        assertThat(browser.page(ASK.substring(0, ASK.indexOf('?')) + end.replaceFirst("#.*", "")))
                .contains("Yes: Issue feedback is covered.", "value=\"2026-11-20T16:00\"")
                .doesNotContain("Side by side");
        assertThat(new PageClient("http://127.0.0.1:" + port, "none", "zh-CN").page(ASK + "&other.release=1"))
                .contains(">结束对照</a>");
    }

    @Test
    void theClocksOfBothAreDrawnToOneScale() {
        String page = beside(browser.page(ASK + "&other.at=2026-11-23T10:00"));
        List<String> strips = List.of(page.split("<svg ", -1));
        assertThat(strips).hasSize(3);
        assertThat(width(strips.get(1))).as("three days").isEqualTo(1000);
        assertThat(width(strips.get(2))).as("one day").isEqualTo(1000 / 3);
    }

    @Test
    void aRuleThatADraftRewordsIsMarkedAlthoughTheAnswerIsTheSame() {
        DraftPages draft = DraftPages.begin(browser, GALAXY, "Words");
        draft.edit("issue-feedback.drl", "Basic includes issue feedback", "Basic has <i>issue</i> feedback");
        String id = draft.path().substring(draft.path().lastIndexOf('/') + 1);
        assertThat(beside(browser.page(ASK + "&other.release=" + id)))
                .contains("Both answers are the same. The counted time or the rules behind them differ.")
                .contains(marked("Basic includes issue feedback (GAL-FB-01)"))
                .contains(marked("Basic has &lt;i&gt;issue&lt;/i&gt; feedback (GAL-FB-01)"));
    }

    @Test
    void questionsThatNeedMoreStandBesideWithoutTimeAndReasons() {
        String open = ASK.replace("issue-feedback", "code-diagnosis");
        assertThat(beside(browser.page(open + "&other.at=2026-11-23T10:00")))
                .contains("<h3>Answer</h3>", "<p>Neither gives an answer yet: more must be known.</p>")
                .doesNotContain("<h3>Why</h3>", "<h3>How the time is counted</h3>");
    }

    @Test
    void whatThereIsNotIsRefused() {
        assertThat(browser.page(ASK + "&other.release=99")).contains("99").doesNotContain("Side by side");
        assertThat(browser.get(ASK + "&other.release=nothing").statusCode()).isEqualTo(404);
        assertThat(browser.page(ASK + "&other.at=yesterday"))
                .contains("yesterday")
                .doesNotContain("Side by side");
    }

    private static String beside(String page) {
        int from = page.indexOf("<section aria-labelledby=\"beside\">");
        return page.substring(from, page.indexOf("</section>", from));
    }

    private static String marked(String line) {
        return "<li><mark><span aria-hidden=\"true\">≠</span><span class=\"unseen\">Differs:</span>&nbsp;" + line
                + "</mark></li>";
    }

    /** The end of the last bar of a strip. */
    private static int width(String strip) {
        Matcher bars = Pattern.compile("x=\"(\\d+)\" y=\"0\" width=\"(\\d+)\"").matcher(strip);
        return bars.results()
                .mapToInt(bar -> Integer.parseInt(bar.group(1)) + Integer.parseInt(bar.group(2)))
                .max()
                .orElseThrow();
    }
}
