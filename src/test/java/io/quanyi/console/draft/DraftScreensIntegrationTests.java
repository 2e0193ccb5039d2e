package io.quanyi.console.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The screens of drafts as a browser without scripts has them: list, overview, saving, and two people at one file. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class DraftScreensIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String RULES = "/text?file=issue-feedback.drl";
    private static final String HOSTILE = "</textarea><script>alert(1)</script>\u202e\u0007\u6743";

    @LocalServerPort
    private int port;

    private PageClient browser;

    @BeforeEach
    void browse() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
    }

    @Test
    void aDraftIsBegunChangedAndRemoved() {
        String draft = begin("Answer sooner");
        HttpResponse<String> overview = browser.get(draft);
        assertThat(overview.body())
                .contains("Answer sooner", "in work", "changes release 1", "The files have no fault.", "Next: <a")
                .doesNotContain("Run the cases");
        assertThat(PageClient.links(overview.body())).contains(draft + "/rules", draft + "/catalogue", draft + "/text");
        assertThat(browser.get(DRAFTS).body()).contains("Answer sooner", "0 files", "a person at this machine");
        assertThat(browser.get("/console").body()).contains("Open drafts:");
        HttpResponse<String> editor = browser.get(draft + RULES);
        String text = PageClient.area(editor.body(), "text");
        assertThat(text).contains("GAL-FB-02");
        HttpResponse<String> saved = browser.post(
                draft + RULES,
                Map.of(
                        "tag",
                        PageClient.field(editor.body(), "tag"),
                        "text",
                        text.replace("\n", "\r\n") + "// more\r\n"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(location(saved)).isEqualTo(draft + RULES);
        assertThat(PageClient.area(browser.get(draft + RULES).body(), "text")).isEqualTo(text + "// more\n");
        HttpResponse<String> changed = browser.get(draft);
        assertThat(changed.body())
                .contains("<b>changed</b>", "issue-feedback.drl", "Next: run the cases", "Run the cases</button>");
        HttpResponse<String> removed =
                browser.post(draft + "/remove", Map.of("revision", PageClient.field(changed.body(), "revision")));
        assertThat(location(removed)).isEqualTo(DRAFTS);
        assertThat(browser.get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void aFaultLeadsToItsLine() {
        String draft = begin("Broken");
        HttpResponse<String> editor = browser.get(draft + RULES);
        save(draft, editor, PageClient.area(editor.body(), "text").replace("\"issue-feedback\"", "\"issue-feedbak\""));
        assertThat(browser.get(draft).body())
                .contains("text?file&#x3D;issue-feedback.drl#line-", "issue-feedbak", "did you mean")
                .contains("Next: mend the faults below.")
                .doesNotContain("Next: run the cases");
        HttpResponse<String> refused = browser.post(draft + "/impact", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(PageClient.links(refused.body())).contains(draft);
    }

    @Test
    void twoPeopleNeverOverwriteEachOtherUnseen() {
        String draft = begin("Together");
        HttpResponse<String> mine = browser.get(draft + RULES);
        HttpResponse<String> theirs = browser.get(draft + RULES);
        save(draft, theirs, PageClient.area(theirs.body(), "text") + "// theirs\n");
        HttpResponse<String> conflict = browser.post(
                draft + RULES,
                Map.of(
                        "tag",
                        PageClient.field(mine.body(), "tag"),
                        "text",
                        PageClient.area(mine.body(), "text") + "// mine\n"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(PageClient.area(conflict.body(), "text")).endsWith("// mine\n");
        assertThat(conflict.body()).contains("// theirs\n</pre>");
        assertThat(PageClient.area(browser.get(draft + RULES).body(), "text")).endsWith("// theirs\n");
        save(draft, conflict, PageClient.area(conflict.body(), "text"));
        assertThat(PageClient.area(browser.get(draft + RULES).body(), "text")).endsWith("// mine\n");
    }

    @Test
    void hostileTextsStayText() {
        String draft = begin("<img src=x onerror=alert(1)>");
        HttpResponse<String> editor = browser.get(draft + RULES);
        save(draft, editor, HOSTILE);
        HttpResponse<String> shown = browser.get(draft + RULES);
        assertThat(PageClient.area(shown.body(), "text")).isEqualTo(HOSTILE);
        for (String path : List.of(DRAFTS, draft, draft + RULES, draft + "/text?file=%3Cscript%3E")) {
            assertThat(browser.get(path).body()).doesNotContain("<script>", "<img");
        }
        HttpResponse<String> conflict = browser.post(
                draft + RULES, Map.of("tag", PageClient.field(editor.body(), "tag"), "text", HOSTILE + "!"));
        assertThat(conflict.body()).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aDraftNeedsATitle(String title) {
        HttpResponse<String> refused = browser.post(DRAFTS, Map.of("title", title));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("A draft needs a title");
    }

    @Test
    void aTitleIsBounded() {
        assertThat(browser.post(DRAFTS, Map.of("title", "a".repeat(121))).statusCode())
                .isEqualTo(400);
        begin("a".repeat(120));
    }

    @ParameterizedTest
    @CsvSource({"base, 99", "base, x", "restores, 99"})
    void aDraftChangesAReleaseThatThereIs(String field, String release) {
        HttpResponse<String> refused = browser.post(DRAFTS, Map.of("title", "t", field, release));
        assertThat(refused.body()).startsWith("<!DOCTYPE html>").contains(release);
        assertThat(refused.statusCode()).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://example.org",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void aFormOfAnotherSiteIsRefused(String header, String value) {
        HttpResponse<String> refused = browser.post(DRAFTS, Map.of("title", "Foreign"), header, value);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.get(DRAFTS).body()).doesNotContain("Foreign");
    }

    @Test
    void aFormOfItsOwnPagesIsTaken() {
        HttpResponse<String> taken = browser.post(
                DRAFTS, Map.of("title", "Own"), "Origin", "http://127.0.0.1:" + port, "Sec-Fetch-Site", "same-origin");
        assertThat(taken.statusCode()).isEqualTo(303);
    }

    @Test
    void aFormLargerThanABodyMayBeIsRefusedWithAPage() {
        String draft = begin("Large");
        HttpResponse<String> editor = browser.get(draft + RULES);
        HttpResponse<String> refused = browser.post(
                draft + RULES, Map.of("tag", PageClient.field(editor.body(), "tag"), "text", "a".repeat(600 << 10)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).startsWith("<!DOCTYPE html>");
        assertThat(PageClient.area(browser.get(draft + RULES).body(), "text"))
                .isEqualTo(PageClient.area(editor.body(), "text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "x.txt", "a/b.drl", "draft.yaml", "<script>"})
    void aFileOfAnotherNameIsRefused(String name) {
        String draft = begin("Names");
        String path = draft + "/text?file=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpResponse<String> refused = browser.post(
                path, Map.of("tag", PageClient.field(browser.get(path).body(), "tag"), "text", "x"));
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void aReadOnlyStoreIsSaidToTakeNoPublication() {
        String draft = begin("Read-only");
        assertThat(browser.page(draft + "/publish"))
                .contains("its store is read-only", "The draft changes nothing yet")
                .doesNotContain(draft + "/publish\"><input");
        HttpResponse<String> refused = browser.post(draft + "/publish", Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private String begin(String title) {
        HttpResponse<String> begun = browser.post(DRAFTS, Map.of("title", title));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        return location(begun);
    }

    private void save(String draft, HttpResponse<String> form, String text) {
        HttpResponse<String> saved =
                browser.post(draft + RULES, Map.of("tag", PageClient.field(form.body(), "tag"), "text", text));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }
}
