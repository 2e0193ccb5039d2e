package io.quanyi.console.draft.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Mutations of a draft's rules that no case detects, and the cases that are proposed for them. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class MutationsIntegrationTests {

    private static final String CASES = "service-report.cases.yaml";
    private static final Pattern FORM = Pattern.compile("name=\"number\" value=\"(\\d+)\"");

    private final PageClient browser;
    private final DraftPages pages;
    private final String draft;

    MutationsIntegrationTests(@LocalServerPort int port) {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        pages = DraftPages.begin(browser, "kingdee-galaxy-public", "Mutations");
        draft = pages.path();
    }

    @Test
    void casesThatAreMissingAreProposedAndOnePressTakesTheCasesBack() throws InterruptedException {
        String text = pages.text(CASES);
        int second = text.indexOf("\n  - name:", text.indexOf("  - name:") + 1);
        pages.save(CASES, text.substring(0, second + 1));
        String page = pages.run("mutations");
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
        assertThat(pages.text(CASES)).hasSizeGreaterThan(second).contains("    note: 预期取自当前的答复");
        assertThat(pages.run("mutations")).contains("is detected by a case");
        assertThat(pages.run("cases")).containsPattern("All \\d+ cases pass");
    }

    @Test
    void whatIsNotProposedIsNotTaken() throws InterruptedException {
        pages.save(CASES, pages.text(CASES) + "\n");
        pages.run("mutations");
        Map<String, String> unknown = Map.of("job", "nothing", "number", "0");
        assertThat(browser.post(draft + "/mutations/take", unknown).statusCode())
                .isEqualTo(404);
        assertThat(browser.post(draft + "/mutations/take", Map.of()).statusCode())
                .isEqualTo(404);
    }
}
