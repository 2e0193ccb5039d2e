package io.quanyi.console.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Questions that begin with a few words, and their answers that can be read aloud. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class AskByNameIntegrationTests {

    private static final String ASK = "/console/kingdee-galaxy-public/ask";

    @LocalServerPort
    private int port;

    private PageClient browser;

    @BeforeEach
    void open() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "在线 IM 优选 | question.service=online-im&subscription.plan=preferred",
                "zxim yxfw | question.service=online-im&subscription.plan=preferred",
                "Online IM, Preferred | question.service=online-im&subscription.plan=preferred",
                "im Exclusive 星空 | question.service=online-im&subscription.plan=exclusive&subscription.product=kingdee-cloud-galaxy",
                "emergency-fault | question.service=emergency-fault",
                "代码诊断 | question.service=code-diagnosis",
                "ＪＤＹＸＫ | subscription.product=kingdee-cloud-galaxy"
            })
    void wordsThatNameEntriesBecomeTheQuestion(String words, String query) {
        HttpResponse<String> found = find(words, "");
        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(found.headers().firstValue("Location")).hasValue(ASK + "?" + query);
    }

    @Test
    void whatIsUnderstoodIsChosenAlsoBesideAWordThatIsNot() {
        String page = find("nonsense exclusive", "").body();
        assertThat(page)
                .contains("nonsense", "<option value=\"exclusive\" selected>")
                .doesNotContain("a service and a plan");
        assertThat(page).doesNotContain("class=\"answer");
    }

    @Test
    void aQuestionWithoutItsPlanSaysThatItLacks() {
        assertThat(browser.page(ASK + "?question.service=code-diagnosis")).contains("a service and a plan");
        assertThat(browser.page(ASK + "?subscription.plan=preferred")).contains("a service and a plan");
        assertThat(browser.page(ASK)).doesNotContain("a service and a plan");
        assertThat(browser.page(ASK + "?question.service=code-diagnosis&subscription.plan=preferred"))
                .doesNotContain("a service and a plan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "question.service=emergency-fault&subscription.plan=exclusive",
                "question.service=code-diagnosis&subscription.plan=preferred",
                "question.service=code-diagnosis&subscription.plan=preferred&subscription.usage=none"
                        + "&subscription.serviceStart=2026-01-01&subscription.serviceEnd=2026-12-31",
                "question.service=emergency-fault&subscription.plan=gold"
            })
    void headingsAndLinesOfAnAnswerBeginWithACapital(String question) {
        String page = browser.page(ASK + "?question.at=2026-11-20T16:00&" + question);
        String main = page.substring(page.indexOf("<form class=\"ask\""));
        assertThat(Pattern.compile("<(?:h2|dt|li)>\\s*\\p{Lu}").matcher(main).find())
                .isTrue();
        assertThat(Pattern.compile("<(?:h2|dt|li)>\\s*\\p{Ll}.*")
                        .matcher(main)
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void whatWasAskedBeforeStaysUnlessTheWordsSayOtherwise() {
        assertThat(find("preferred", "&subscription.plan=basic&question.at=2026-11-20T16:00")
                        .headers()
                        .firstValue("Location"))
                .hasValue(ASK + "?question.at=2026-11-20T16%3A00&subscription.plan=preferred");
    }

    @Test
    void wordsThatAreNotClearAreSaidToBe() {
        HttpResponse<String> several = find("专项服务", "");
        assertThat(several.statusCode()).isEqualTo(200);
        assertThat(several.body())
                .contains("“专项服务” may be one of these", ">Special service: upgrade and migration</a>");
        assertThat(find("telepathy", "").body()).contains("“telepathy” names no service, plan, product or severity");
    }

    @Test
    void aCandidateLeadsOnWithWhatIsUnderstood() {
        String page = find("专项服务 exclusive telepathy", "&question.at=2026-11-20T16:00")
                .body();
        List<String> candidates = PageClient.links(page).stream()
                .filter(link -> link.contains("subscription.plan=exclusive"))
                .toList();
        assertThat(candidates)
                .hasSizeGreaterThan(1)
                .allSatisfy(link ->
                        assertThat(link).startsWith(ASK + "?find=telepathy&question.at=2026-11-20T16%3A00&question.s"))
                .anySatisfy(link -> assertThat(link).contains("question.service=sp-upgrade-migration"));
        assertThat(browser.page(candidates.get(0)))
                .contains("<option value=\"exclusive\" selected>", "“telepathy” names no service")
                .doesNotContain("may be one of these");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\u202e\u0007", "\"'><img src=x>", "，，；"})
    void wordsOfAllKindsAreShownAsTheyAre(String words) {
        HttpResponse<String> page = find(words, "");
        assertThat(page.statusCode()).isIn(200, 303);
        assertThat(page.body()).doesNotContain("<script>", "<img");
    }

    @Test
    void theAnswerBeginsWithWhatIsReadAloud() {
        String closed = browser.page(
                ASK + "?question.service=online-im&subscription.plan=preferred&question.at=2026-11-20T23:00");
        assertThat(closed)
                .containsPattern(
                        "<p class=\"headline\">Yes: Online IM is covered\\. .*It is reached by .*closed at that"
                                + " time.*opens again .*08:30");
        String refused =
                browser.page(ASK + "?question.service=online-im&subscription.plan=basic&question.at=2026-11-20T16:00");
        assertThat(refused).contains("No: Online IM is not covered.", "What would help", "Phone support");
    }

    @Test
    void anAnswerIsTakenToATicketAShellAndACase() {
        String page = browser.page(
                ASK + "?question.service=issue-feedback&subscription.plan=preferred&question.at=2026-11-20T16:00");
        assertThat(page)
                .contains("As text for a ticket", "Yes: Issue feedback is covered.", "- ", "GAL-FB-02")
                .contains("curl -s -H", "http://127.0.0.1:" + port + "/v1/decisions -d")
                .contains("As a case", "- name: ", "at: 2026-11-20T16:00:00+08:00", "outcome: ENTITLED", "dueAt: ");
    }

    private HttpResponse<String> find(String words, String more) {
        return browser.get(ASK + "?find=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more);
    }
}
