package io.quanyi.console.draft.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The census of a draft in the console: the customers of a file, counted beside the sentences of an impact. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class DraftCensusIntegrationTests {

    private static final String RULES = "issue-feedback.drl";
    private static final String BASIC = "{\"plan\":\"basic\"}\n";
    private static final String PREFERRED = "{\"plan\":\"preferred\"}\n";

    @LocalServerPort
    private int port;

    private DraftPages pages;
    private PageClient browser;
    private String census;

    @BeforeEach
    void begin() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        pages = DraftPages.begin(browser, "kingdee-galaxy-public", "Census");
        pages.edit(RULES, "workingDays(1)", "workingDays(2)");
        census = pages.path() + "/impact/census";
    }

    @Test
    void eachSentenceSaysHowManyCustomersOfTheFileItConcerns() throws InterruptedException {
        assertThat(browser.page(census))
                .contains("type=\"file\"", "10000 lines at most")
                .contains("{&quot;plan&quot;:&quot;basic&quot;,", "{&quot;plan&quot;:&quot;preferred&quot;,");
        HttpResponse<String> begun = upload(BASIC + "\r\n" + PREFERRED + PREFERRED);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        String page = pages.end("impact");
        assertThat(page)
                .contains("The answers change for 2 of 3 customers.", "2 customers · ")
                .doesNotContain("own terms on a service", "3 customers · ");
        assertThat(new PageClient("http://127.0.0.1:" + port, "none", "zh-CN").page(pages.path() + "/impact"))
                .contains("3 个客户中，2 个客户的答复有变化。", "2 个客户 · ");
        assertThat(pages.run("impact"))
                .contains("Answered within 2 working days")
                .doesNotContain("customers ·");
    }

    @Test
    void theCountedSentencesAreATableForSpreadsheets() throws InterruptedException {
        String table = pages.path() + "/impact/census.csv";
        assertThat(browser.get(table).statusCode()).isEqualTo(404);
        assertThat(pages.run("impact")).doesNotContain("census.csv");
        assertThat(browser.get(table).statusCode()).as("without a census").isEqualTo(404);
        upload(BASIC + PREFERRED);
        assertThat(pages.end("impact")).contains("href=\"" + table + "\"");
        HttpResponse<String> english = browser.get(table);
        assertThat(english.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(english.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"census-");
        assertThat(english.body())
                .startsWith("\uFEFF\"Whom it concerns\",\"Number of customers\",\"Service\",\"Before\",\"After\",")
                .contains("\r\n\"All customers of the file\",\"2\",", "\r\n\"Customers whose answers change\",\"1\",")
                .containsPattern(
                        "\"This concerns customers who ask about Issue feedback, where [^\"]*\",\"1\",\"Issue feedback\","
                                + "\"Answered within 1 working day \\(5×8 hours\\)\",\"Answered within 2 working days");
        PageClient chinese = new PageClient("http://127.0.0.1:" + port, "none", "zh-CN");
        assertThat(chinese.get(table).body())
                .startsWith("\uFEFF\"涉及的客户\",\"客户数\"")
                .contains("\"涉及咨询“问题反馈”的客户，条件为：");
    }

    @Test
    void linesThatAreRefusedAreNamedWithTheirReasonsAndNothingIsCounted() {
        HttpResponse<String> refused =
                upload(BASIC + "{\"plan\":\n" + "{\"plan\":\"<b>gold</b>\"}\n" + "{\"colour\":\"red\"}\n");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Nothing was counted: 3 lines cannot be counted.",
                        "Line 2",
                        "JSON at line 2",
                        "Line 3",
                        "Line 4")
                .contains("colour")
                .doesNotContain("Line 1<", "<b>gold");
        refused = upload(BASIC + "\n{\"plan\":\"gold\"}\n");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Nothing was counted: 1 line cannot be counted.", "Line 3", "/plan", "gold");
        assertThat(browser.page(pages.path() + "/impact")).doesNotContain("data-open", "job-state");
    }

    @Test
    void refusedLinesAreLeftOutIfThePersonSaysSo() throws InterruptedException {
        String file = PREFERRED + "no JSON\n{\"plan\":\"gold\"}\n" + BASIC;
        HttpResponse<String> begun = browser.upload(census, Map.of("customers", file, "leave-out", "yes"));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        assertThat(pages.end("impact")).contains("The answers change for 1 of 2 customers.");
        HttpResponse<String> none = browser.upload(census, Map.of("customers", "no JSON", "leave-out", "yes"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Nothing was counted", "Line 1");
    }

    @Test
    void aFileIsBounded() {
        assertThat(upload(String.join("", Collections.nCopies(10_000, "\n"))).body())
                .contains("no customers");
        HttpResponse<String> tooLong = upload(String.join("", Collections.nCopies(10_001, "\n")));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("more than 10000 lines");
        HttpResponse<String> large = upload("x".repeat(8 * 1024 * 1024 + 1));
        assertThat(large.statusCode()).isEqualTo(400);
        assertThat(upload("").body()).contains("no customers");
        assertThat(browser.post(census, List.of(Map.entry("leave-out", "maybe")))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> upload(String file) {
        return browser.upload(census, Map.of("customers", file));
    }
}
