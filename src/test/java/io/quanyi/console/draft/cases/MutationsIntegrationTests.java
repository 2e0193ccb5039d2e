package io.quanyi.console.draft.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Mutations of a draft's rules that no case detects, and the cases that are proposed for them. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class MutationsIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String CASES = "service-report.cases.yaml";
    private static final Pattern FORM = Pattern.compile("name=\"number\" value=\"(\\d+)\"");

    @LocalServerPort
    private int port;

    private PageClient browser;
    private String draft;

    @BeforeEach
    void begin() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        draft = browser.post(DRAFTS, Map.of("title", "Mutations"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void casesThatAreMissingAreProposedAndOnePressTakesTheCasesBack() throws InterruptedException {
        String text = text();
        int second = text.indexOf("\n  - name:", text.indexOf("  - name:") + 1);
        save(text.substring(0, second + 1));
        String page = looked();
        assertThat(page)
                .containsPattern("No case detects \\d+ of \\d+ mutations")
                .contains("service-report.drl:", "GAL-SR-", "expect: {");
        String job = PageClient.field(page, "job");
        Matcher forms = FORM.matcher(page);
        int taken = 0;
        while (forms.find()) {
            Map<String, String> form = Map.of("job", job, "number", forms.group(1));
            assertThat(browser.post(draft + "/mutations/take", form).statusCode())
                    .isEqualTo(303);
            taken++;
        }
        assertThat(taken).isPositive();
        assertThat(browser.page(draft + "/mutations")).contains("The case is in the draft");
        assertThat(text()).hasSizeGreaterThan(second).contains("    note: 答复照录");
        assertThat(looked()).contains("is detected by a case");
        assertThat(tested()).containsPattern("All \\d+ cases pass");
    }

    @Test
    void whatIsNotProposedIsNotTaken() throws InterruptedException {
        save(text() + "\n");
        looked();
        Map<String, String> unknown = Map.of("job", "nothing", "number", "0");
        assertThat(browser.post(draft + "/mutations/take", unknown).statusCode())
                .isEqualTo(404);
        assertThat(browser.post(draft + "/mutations/take", Map.of()).statusCode())
                .isEqualTo(404);
    }

    private String text() {
        return PageClient.area(browser.page(draft + "/text?file=" + CASES), "text");
    }

    private void save(String text) {
        String address = draft + "/text?file=" + CASES;
        browser.post(address, Map.of("tag", PageClient.field(browser.page(address), "tag"), "text", text));
    }

    private String looked() throws InterruptedException {
        return run("mutations");
    }

    private String tested() throws InterruptedException {
        return run("cases");
    }

    /** The page of a job once it has ended. */
    private String run(String screen) throws InterruptedException {
        assertThat(browser.post(draft + "/" + screen, Map.of()).statusCode()).isEqualTo(303);
        while (browser.page(draft + "/" + screen + "/progress").contains("data-open")) {
            Thread.sleep(50);
        }
        return browser.page(draft + "/" + screen);
    }
}
