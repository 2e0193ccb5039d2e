package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the console, as a browser gets them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class ConsoleIntegrationTests {

    private static final String GALAXY = "/console/kingdee-galaxy-public/";
    private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    static Stream<String> screens() {
        return Stream.of(
                "/console",
                "/console?q=IM",
                GALAXY + "matrix",
                GALAXY + "matrix?on=2026-06-15",
                GALAXY + "matrix?release=1",
                GALAXY + "matrix?on=&release=",
                GALAXY + "document",
                GALAXY + "history",
                GALAXY + "ask",
                GALAXY + "customer",
                GALAXY + "customer?subscription.plan=basic",
                ask("issue-feedback", "preferred", "2026-11-20T16:00", ""));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreenIsAPageInBothLanguagesThatLoadsNothingFromElsewhere(String path) throws Exception {
        for (String language : List.of("zh-CN", "en")) {
            HttpResponse<String> page = get(path, "Accept-Language", language);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.body())
                    .startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">")
                    .endsWith("</html>\n")
                    .doesNotContain("{{", "<script", "style=");
            assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'", "style-src 'self'");
            assertThat(links(page)).isNotEmpty().allMatch(link -> link.matches("/[^/].*|#.*|data:,"));
            assertThat(header(page, "Vary"))
                    .containsIgnoringCase("Accept-Language")
                    .containsIgnoringCase("Cookie");
        }
    }

    @Test
    void everyLinkOfTheFirstScreenLeadsToAPage() throws Exception {
        for (String link : links(get("/console"))) {
            if (link.startsWith("/console")) {
                assertThat(get(link).statusCode()).as(link).isIn(200, 303);
            }
        }
    }

    @Test
    void aCellOfTheMatrixLeadsToItsQuestion() throws Exception {
        HttpResponse<String> matrix = get(GALAXY + "matrix", "Accept-Language", "en");
        assertThat(matrix.body()).contains("<th scope=\"col\">Preferred</th>", "Answered within 1 working day");
        String link = GALAXY + "ask?question.service=issue-feedback&subscription.plan=preferred";
        assertThat(links(matrix)).contains(link);
        assertThat(get(link, "Accept-Language", "en").body()).contains("Yes: Issue feedback is covered.");
    }

    @Test
    void aCellOfTheMatrixLeadsToTheRulesThatDecideItAndTheirClauses() throws Exception {
        HttpResponse<String> matrix = get(GALAXY + "matrix?release=1", "Accept-Language", "en");
        String clause = "document?release=1#" + PageAnchors.clause("二.1(1) 7*24问题反馈");
        assertThat(matrix.body()).contains("<summary>Why</summary>", ">Basic includes issue feedback</a> ");
        assertThat(links(matrix))
                .contains(GALAXY + "document?release=1#GAL-FB-01", GALAXY + "document?release=1#GAL-FB-02")
                .contains(GALAXY + clause);
        assertThat(get(GALAXY + clause.replaceFirst("#.*", ""), "Accept-Language", "en")
                        .body())
                .contains("id=\"GAL-FB-02\"", "id=\"" + clause.replaceFirst(".*#", "") + "\"");
        assertThat(get(GALAXY + "matrix", "Accept-Language", "zh-CN").body())
                .contains("<summary>依据</summary>", "/document#GAL-FB-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | yonyou-aftersales-sla | question.service=training&subscription.plan=gold |"
                        + " The document does not decide about Training; the contract does.",
                "zh-CN | yonyou-aftersales-sla | question.service=training&subscription.plan=gold |"
                        + " 厂商文件没有规定是否享有“培训与知识转移”，以合同约定为准。"
            })
    void anAnswerThatTheDocumentLeavesOpenSaysSoOnce(
            String language, String programme, String question, String headline) throws Exception {
        assertThat(get("/console/" + programme + "/ask?" + question, "Accept-Language", language)
                        .body())
                .contains("<p class=\"headline\">" + headline + "</p>");
    }

    @Test
    void aClauseHasItsRulesWithTheirReadingsAndCasesOrAReason() throws Exception {
        String english = get(GALAXY + "document", "Accept-Language", "en").body();
        assertThat(english)
                .contains(
                        "7*24问题反馈",
                        "In preferred issue feedback is answered within 1 working day",
                        "<b>A44</b>",
                        "rule &quot;",
                        "No rule rests on it.</p><p class=\"soft\">The head of the table");
        String chinese = get(GALAXY + "document", "Accept-Language", "zh-CN").body();
        assertThat(chinese).contains("优选服务的问题反馈，1 个工作日内响应").doesNotContain("Column heads of the table");
    }

    @Test
    void theHistoryNamesEachRelease() throws Exception {
        assertThat(get(GALAXY + "history", "Accept-Language", "en").body())
                .contains("matrix?release=1", "in force", "from the beginning");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISSUE feedback | Issue feedback",
                "问题反馈 | Issue feedback",
                "GAL-FB-02 | In preferred issue feedback is answered within 1 working day",
                "7*24问题反馈 | document#clause-",
                "A44 | document",
                "ＩＭ | Online IM",
                "YonSuite | YonSuite"
            })
    void aSearchFindsWhatHasAName(String sought, String found) throws Exception {
        assertThat(search(sought)).contains(found);
    }

    @Test
    void aSearchLooksForTheBeginningsOfWords() throws Exception {
        assertThat(search("im")).contains("Online IM").doesNotContain("limited to 2 times");
        assertThat(search("nothinghasthisname")).contains("Nothing has this");
    }

    @Test
    void aSearchListsTheWholeWordFirstAndSaysHowMuchItLeavesOut() throws Exception {
        assertThat(search("im")).containsSubsequence("Online IM", "Implementation of the software");
        assertThat(search("service")).containsPattern("[1-9][0-9]* more are not listed");
        assertThat(search("online im")).doesNotContain("more are not listed");
    }

    @Test
    void aQuestionAsksForWhatIsMissingAndThenIsAnswered() throws Exception {
        String unknown =
                get(ask("code-diagnosis", "preferred", "2026-11-20T16:00", "")).body();
        assertThat(unknown).contains("class=\"field asked\"", "name=\"subscription.usage\"", "还需要以下信息才能答复");
        assertThat(unknown).contains("不填时：影响答复时须补充；服务期起止日期不全，按在服务期内处理").doesNotContain("name=\"programme\"");
        String start = "&subscription.serviceStart=2026-01-01&subscription.serviceEnd=2026-12-31";
        String unused = get(ask("code-diagnosis", "preferred", "2026-11-20T16:00", start + "&subscription.usage=none"))
                .body();
        assertThat(unused).contains("享有“开发技术支持：代码诊断”").doesNotContain("class=\"field asked\"");
        String uses = "&subscription.usage.0.date=2026-02-01&subscription.usage.1.date=2026-03-01"
                + "&subscription.usage.0.times=&subscription.usage.2.date=";
        String used = get(ask("code-diagnosis", "preferred", "2026-11-20T16:00", start + uses), "Accept-Language", "en")
                .body();
        assertThat(used).contains("No: Development support: code diagnosis is not covered. The quota is used up.");
    }

    @Test
    void aUsedUpQuotaBeyondWhichAServiceIsSoldIsSaidAsUsedUp() throws Exception {
        String free =
                "/console/yonyou-aftersales-sla/ask?subscription.plan=basic&subscription.product=yonyou-u8&question.service=remote-support"
                        + "&question.at=2026-11-20T10:00&subscription.serviceStart=2026-01-01&subscription.serviceEnd=2026-12-31"
                        + "&subscription.freeRemoteSupportLimit=3&subscription.usage.0.service=remote-support"
                        + "&subscription.usage.0.date=2026-02-02&subscription.usage.0.times=";
        assertThat(get(free + "3", "Accept-Language", "en").body()).contains("is used up; more can be had for a fee.");
        assertThat(get(free + "2&question.quantity=2", "Accept-Language", "en").body())
                .contains("is requested than is left of the quota; more can be had for a fee.");
        assertThat(get(free + "2", "Accept-Language", "en").body()).contains("is covered.");
    }

    @Test
    void aCustomerHasEveryServiceWithWhatIsLeftAndWhatCanBeBought() throws Exception {
        String known = "&subscription.serviceStart=2026-01-01&subscription.serviceEnd=2026-12-31"
                + "&subscription.usage.0.service=code-diagnosis&subscription.usage.0.date=2026-02-01"
                + "&question.at=2026-11-20T16:00";
        HttpResponse<String> page =
                get(GALAXY + "customer?subscription.plan=preferred" + known, "Accept-Language", "en");
        assertThat(page.body())
                .contains("1 time left of 2 times", "Yes: Phone support is covered.", "No: Customer success manager")
                .contains("value=\"code-diagnosis\" selected");
        String link = links(page).stream()
                .filter(one -> one.contains("question.service=code-diagnosis"))
                .findFirst()
                .orElseThrow();
        assertThat(get(link, "Accept-Language", "en").body()).contains("Yes: Development support: code diagnosis");
        assertThat(get(GALAXY + "customer?subscription.plan=preferred").body())
                .contains("class=\"field asked\"", "name=\"subscription.usage\"");
        assertThat(get(GALAXY + "customer?subscription.plan=gold").body()).contains("class=\"faults\"", "gold");
        assertThat(get(GALAXY + "customer?subscription.plan=basic&subscription.serviceStart=soon")
                        .body())
                .contains("class=\"faults\"", "soon");
    }

    @Test
    void anAnswerSaysByWhenAndWhyAndHowTimeWasCounted() throws Exception {
        String body = get(ask("issue-feedback", "preferred", "2026-11-20T16:00", ""), "Accept-Language", "en")
                .body();
        assertThat(body)
                .contains(
                        "Yes: Issue feedback is covered. A response is due by Mon <span class=\"unbroken\">2026-11-23</span> 16:00.",
                        "<rect class=\"counted\"",
                        "weekend",
                        "GAL-FB-02",
                        "/v1/decisions -d",
                        "&quot;at&quot; : &quot;2026-11-20T16:00:00+08:00&quot;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20T16:00 | &subscription.serviceStart=soon | soon",
                "tomorrow | | tomorrow",
                "2026-11-20T16:00 | &subscription.quality=high | quality",
                "2026-11-20T16:00 | &subscription=x | subscription",
                "2026-11-20T16:00 | &subscription.usage=none&subscription.usage.0.date=2026-02-01 | usage"
            })
    void aQuestionThatCannotBeReadSaysWhy(String at, String more, String named) throws Exception {
        HttpResponse<String> page = get(ask("issue-feedback", "basic", at, more == null ? "" : more));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("class=\"faults\"").contains(named);
        assertThat(page.body()).doesNotContain("class=\"headline\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/console/nobody/matrix | 404 | kingdee-galaxy-public",
                "/console/kingdee-galaxy-publik/ask | 404 | kingdee-galaxy-public",
                "/console/kingdee-galaxy-public/nothing | 404 | 该地址没有内容",
                "/console/a/b/c | 404 | 该地址没有内容",
                "/console/kingdee-galaxy-public/matrix?release=99 | 422 | 99",
                "/console/kingdee-galaxy-public/matrix?on=1 | 400 | 1",
                "/console/kingdee-galaxy-public/matrix?colour=red | 400 | colour",
                "/console/kingdee-galaxy-public/history?on=2026-01-01 | 400 | on",
                "/console?q=a&q=b | 400 | q",
                "/console/language/fr | 404 | 该地址没有内容"
            })
    void anAddressThatIsNotRightGetsAPage(String path, int status, String named) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains(named, "href=\"/console\"");
    }

    @Test
    void markupOfAReaderStaysText() throws Exception {
        String markup = "<img src=x onerror=\"a\">'";
        String encoded = URLEncoder.encode(markup, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/console?q=" + encoded,
                ask("issue-feedback", "basic", "2026-11-20T16:00", "&subscription.product=" + encoded),
                ask(encoded, encoded, encoded, "&" + encoded + "=" + encoded),
                GALAXY + "matrix?on=" + encoded)) {
            assertThat(get(path).body()).contains("&lt;img").doesNotContain("<img", "\"a\">");
        }
    }

    @Test
    void theLanguageOfTheHeadIsKept() throws Exception {
        HttpResponse<String> switched = get("/console/language/en?back="
                + URLEncoder.encode(GALAXY + "matrix?on=2026-06-15", StandardCharsets.UTF_8));
        assertThat(switched.statusCode()).isEqualTo(303);
        assertThat(header(switched, "Location")).isEqualTo(GALAXY + "matrix?on=2026-06-15");
        assertThat(header(switched, "Set-Cookie"))
                .contains("quanyi-language=en", "Path=/console", "HttpOnly", "SameSite=Strict");
        assertThat(get("/console", "Cookie", "quanyi-language=en", "Accept-Language", "zh-CN")
                        .body())
                .contains("lang=\"en\"", "Programmes");
        assertThat(get("/console", "Cookie", "quanyi-language=fr", "Accept-Language", "zh-CN")
                        .body())
                .contains("<html lang=\"zh-CN\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "//example.org",
                "/\\example.org",
                "/v1/programmes",
                "/consoles",
                "/console\r\nX: y",
                "javascript:1",
                ""
            })
    void theSwitchOfTheLanguageLeadsNowhereElse(String back) throws Exception {
        HttpResponse<String> switched =
                get("/console/language/en?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        assertThat(header(switched, "Location")).isEqualTo("/console");
    }

    @Test
    void stylesAreKeptForEverUnderTheirVersion() throws Exception {
        String styles = links(get("/console")).stream()
                .filter(link -> link.endsWith(".css"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> answer = get(styles);
        assertThat(header(answer, "Content-Type")).startsWith("text/css");
        assertThat(header(answer, "Cache-Control")).contains("immutable");
        assertThat(get(styles.replaceFirst("[0-9a-f]{32}", "0".repeat(32))).statusCode())
                .isEqualTo(404);
    }

    private String search(String sought) throws Exception {
        return get("/console?q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8), "Accept-Language", "en")
                .body();
    }

    private static String ask(String service, String plan, String at, String more) {
        return GALAXY + "ask?question.service=" + service + "&subscription.plan=" + plan + "&question.at=" + at + more;
    }

    private static List<String> links(HttpResponse<String> page) {
        return LINK.matcher(page.body())
                .results()
                .map((MatchResult match) ->
                        match.group(1).replace("&#x3D;", "=").replace("&amp;", "&"))
                .toList();
    }

    private static String header(HttpResponse<String> page, String name) {
        return String.join(", ", page.headers().allValues(name));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
