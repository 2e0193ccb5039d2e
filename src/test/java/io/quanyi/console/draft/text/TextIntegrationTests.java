package io.quanyi.console.draft.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The text editor of a draft, with and without its script. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class TextIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String RULES = "?file=issue-feedback.drl";

    @LocalServerPort
    private int port;

    private PageClient browser;
    private String draft;

    @BeforeEach
    void begin() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        draft = location(browser.post(DRAFTS, Map.of("title", "Texts")));
    }

    @Test
    void aFaultStandsBesideItsLineWithTheWordThatWasMeant() {
        String before = text();
        browser.post(draft + "/text" + RULES, form(before.replace("\"preferred\"", "\"prefered\"")));
        String page = browser.page(draft + "/text" + RULES);
        assertThat(page)
                .contains("id=\"line-21\"", "Line 21", "Plan(id &#x3D;&#x3D; &quot;prefered&quot;)", "Use preferred");
        String button = PageClient.field(page, "apply");
        HttpResponse<String> applied = browser.post(
                draft + "/text" + RULES,
                Map.of("tag", PageClient.field(page, "tag"), "text", PageClient.area(page, "text"), "apply", button));
        assertThat(applied.statusCode()).isEqualTo(303);
        assertThat(text().lines().skip(20).findFirst())
                .contains(before.lines().skip(20).findFirst().orElseThrow());
    }

    @Test
    void aTypedTextIsCheckedAndNotSaved() {
        String before = text();
        HttpResponse<String> checked = browser.post(
                draft + "/text/check" + RULES, Map.of("text", before.replace("workingDays(1)", "workingDays(0)")));
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).contains("data-line=").doesNotContain("<html");
        assertThat(text()).isEqualTo(before);
        assertThat(browser.post(draft + "/text/check" + RULES, Map.of("text", before))
                        .body())
                .contains("no fault");
    }

    @Test
    void aTypedTextIsSavedUnlessItsFileHasChanged() {
        Map<String, String> mine = form("// mine");
        HttpResponse<String> first = browser.post(draft + "/text/save" + RULES, form("// theirs"));
        assertThat(first.statusCode()).isEqualTo(200);
        HttpResponse<String> again =
                browser.post(draft + "/text/save" + RULES, Map.of("tag", first.body(), "text", "// theirs, more"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(browser.post(draft + "/text/save" + RULES, mine).statusCode())
                .isEqualTo(412);
        assertThat(text()).isEqualTo("// theirs, more");
    }

    @Test
    void aDraftRemovedWhileItIsOpenIsSaidToBeGone() {
        Map<String, String> form = form("// lost");
        browser.post(draft + "/remove", Map.of("revision", PageClient.field(browser.page(draft), "revision")));
        for (String call : new String[] {"/text/save", "/text/check", "/text"}) {
            assertThat(browser.post(draft + call + RULES, form).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aFileIsAddedAndLeftOut() {
        String address = draft + "/text?file=new-rules.drl";
        HttpResponse<String> added = browser.post(
                address, Map.of("tag", PageClient.field(browser.page(address), "tag"), "text", "// new\n"));
        assertThat(location(added)).isEqualTo(address);
        String page = browser.page(address);
        String out = draft + "/text/leave-out?file=new-rules.drl";
        assertThat(browser.post(out, Map.of("tag", "another")).statusCode()).isEqualTo(412);
        assertThat(location(browser.post(out, Map.of("tag", PageClient.field(page, "tag")))))
                .isEqualTo(draft);
        assertThat(browser.page(draft)).doesNotContain("new-rules.drl");
    }

    @Test
    void aRemovedFileIsInTheOverview() {
        String out = draft + "/text/leave-out" + RULES;
        browser.post(out, Map.of("tag", PageClient.field(browser.page(draft + "/text" + RULES), "tag")));
        assertThat(browser.page(draft)).contains("issue-feedback.drl <b>left out</b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"",
                "/*",
                "\u0000",
                "\uFEFFx",
                "\u202erule",
                "rule \"a\" when then System.exit(1); end",
                "import java.io.File"
            })
    void aHostileTextIsSavedAndHasFaults(String hostile) {
        browser.post(draft + "/text" + RULES, form(hostile));
        String page = browser.page(draft + "/text" + RULES);
        assertThat(page).contains("data-line=");
        assertThat(PageClient.area(page, "text")).isEqualTo(hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2Fx.drl", "x.txt", "draft.yaml"})
    void aTextOfAnotherNameIsNotChecked(String file) {
        assertThat(browser.post(draft + "/text/check?file=" + file, Map.of("text", "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyAPageWithAScriptMayRunIt() {
        HttpResponse<String> editor = browser.get(draft + "/text" + RULES);
        assertThat(editor.body())
                .containsPattern("<script type=\"module\" src=\"/console/assets/[0-9a-f]{32}/draft-text.js\">");
        assertThat(policy(editor))
                .contains("script-src 'self'; connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(policy(browser.get(draft))).doesNotContain("script-src");
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private String text() {
        return PageClient.area(browser.page(draft + "/text" + RULES), "text");
    }

    /** The form of the editor with another text. */
    private Map<String, String> form(String text) {
        return Map.of("tag", PageClient.field(browser.page(draft + "/text" + RULES), "tag"), "text", text);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
