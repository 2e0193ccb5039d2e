package io.quanyi.console.signin;

import static io.quanyi.console.signin.Browser.SESSION;
import static io.quanyi.console.signin.Browser.location;
import static io.quanyi.console.signin.Browser.setting;
import static io.quanyi.console.signin.Browser.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.RawHttp;
import io.quanyi.access.credentials.ApiKey;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to the console with an API key, and what a session is good for. */
class KeySignInIntegrationTests extends SignInService {

    private static final String MATRIX = "/console/kingdee-galaxy-public/matrix";

    @Test
    void aPageLeadsToTheSignInAndBack() {
        Browser browser = new Browser(port);
        HttpResponse<String> refused = browser.get(MATRIX + "?on=2026-06-15");
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(location(refused)).isEqualTo("/console/sign-in?back=" + MATRIX + "?on%3D2026-06-15");
        HttpResponse<String> form = browser.get(location(refused));
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("value=\"" + MATRIX + "?on&#x3D;2026-06-15\"", "type=\"password\"");
        HttpResponse<String> signedIn =
                browser.post("/console/sign-in", Map.of("key", key("reader"), "back", MATRIX + "?on=2026-06-15"));
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(location(signedIn)).isEqualTo(MATRIX + "?on=2026-06-15");
        HttpResponse<String> page = browser.get(location(signedIn));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<bdi>reader</bdi>", "action=\"/console/sign-out\"");
    }

    @Test
    void theCookieIsForTheConsoleAloneAndForNoScript() {
        HttpResponse<String> answer = new Browser(port).signIn(key("reader"));
        assertThat(setting(answer, SESSION))
                .contains("Path=/console", "HttpOnly", "SameSite=Strict", "Max-Age=1800")
                .doesNotContain("Secure");
    }

    @Test
    void theKeyIsInNoPageAndNoCookie() {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(key("reader") + "x").body()).doesNotContain(key("reader"));
        browser.signIn(key("reader"));
        assertThat(browser.cookies.toString()).doesNotContain(key("reader"));
        assertThat(browser.get("/console").body()).doesNotContain(key("reader"));
    }

    static Stream<String> wrongKeys() {
        return Stream.of(
                "",
                "reader",
                key("reader").substring(1),
                ApiKey.make("reader", new SecureRandom()).text(),
                ApiKey.make("nobody", new SecureRandom()).text(),
                Objects.requireNonNull(KEYS.get("reader")).hash());
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void aWrongKeyIsRefusedAndOnRecord(String key) {
        int before = audit("sign-in").size();
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.signIn(key);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("This key is not accepted.");
        assertThat(browser.cookies).isEmpty();
        assertThat(audit("sign-in")).hasSize(before + 1).last().satisfies(line -> {
            assertThat(line.path("principal").asString()).isEqualTo("anonymous");
            assertThat(line.path("outcome").asString()).isEqualTo("refused");
        });
    }

    @Test
    void aKeyInTheAddressIsNone() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/console/sign-in?key=" + key("reader")).statusCode())
                .isEqualTo(400);
        assertThat(browser.post("/console/sign-in?key=" + key("reader"), Map.of())
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.cookies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/console/../v1",
                "/console\\evil",
                "/consolex",
                "javascript:alert(1)",
                "/console?q=a\r\nX: y"
            })
    void itLeadsBackToTheConsoleAlone(String back) {
        HttpResponse<String> answer =
                new Browser(port).post("/console/sign-in", Map.of("key", key("reader"), "back", back));
        assertThat(location(answer)).isIn("/console", "/console/../v1");
    }

    @Test
    void signingInAndOutIsOnRecordByName() {
        Browser browser = signedIn("author");
        assertThat(audit("sign-in")).last().satisfies(line -> {
            assertThat(line.path("principal").asString()).isEqualTo("key:author");
            assertThat(line.path("outcome").asString()).isEqualTo("accepted");
        });
        String token = token(browser.get("/console").body());
        HttpResponse<String> out = browser.post("/console/sign-out", Map.of("csrf", token));
        assertThat(location(out)).isEqualTo("/console/sign-in?why=out");
        assertThat(browser.cookies).isEmpty();
        assertThat(audit("sign-out"))
                .last()
                .satisfies(line -> assertThat(line.path("principal").asString()).isEqualTo("key:author"));
        assertThat(browser.get(location(out)).body()).contains("You are signed out.");
        assertThat(browser.get("/console").statusCode()).isEqualTo(303);
    }

    /** Nothing of a session is kept on the server: the times of the session bound what a copy is good for. */
    @Test
    void aCopyOfTheCookieOutlivesTheSignOutUntilItsSessionEnds() {
        Browser browser = signedIn("reader");
        Browser copy = new Browser(port);
        copy.cookies.putAll(browser.cookies);
        browser.post(
                "/console/sign-out",
                Map.of("csrf", token(browser.get("/console").body())));
        assertThat(browser.get("/console").statusCode()).isEqualTo(303);
        assertThat(copy.get("/console").statusCode()).isEqualTo(200);
        assertThat(setting(new Browser(port).signIn(key("reader")), SESSION)).contains("Max-Age=1800");
    }

    @Test
    void theInterfaceKnowsNoSession() {
        Browser browser = signedIn("reader");
        assertThat(browser.get("/v1/programmes").statusCode()).isEqualTo(401);
        assertThat(browser.get("/v1/programmes", "Cookie", SESSION + "=" + browser.cookies.get(SESSION))
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/actuator/health/serving").statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyInAHeaderStillOpensPages() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/console", "X-API-Key", key("reader")).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/console", "X-API-Key", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void aLackingRoleIsNamed() {
        HttpResponse<String> page = signedIn("decider").get("/console");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("This needs the role reader.", "Ask an administrator", "You have: decider.")
                .doesNotContain("To all programmes");
        Browser reader = signedIn("reader");
        String token = token(reader.get("/console").body());
        assertThat(reader.get("/console/kingdee-galaxy-public/drafts").body())
                .contains("This needs the role author.")
                .doesNotContain("name=\"title\"");
        HttpResponse<String> edit =
                reader.post("/console/kingdee-galaxy-public/drafts", Map.of("csrf", token, "title", "x"));
        assertThat(edit.statusCode()).isEqualTo(403);
        assertThat(edit.body()).contains("This needs the role author.", "You have: reader.", "To all programmes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "%70ublish"})
    void publishingNeedsAPublisherAndIsOnRecord(String action) {
        Browser author = signedIn("author");
        String token = token(author.get("/console").body());
        String path = "/console/kingdee-galaxy-public/drafts/d-1/" + action;
        HttpResponse<String> answer = author.post(path, Map.of("csrf", token));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This needs the role publisher.", "You have: reader, author.");
        assertThat(audit(action.replace("%70", "p"))).last().satisfies(line -> {
            assertThat(line.path("principal").asString()).isEqualTo("key:author");
            assertThat(line.path("programme").asString()).isEqualTo("kingdee-galaxy-public");
            assertThat(line.path("path").asString()).isEqualTo(path);
            assertThat(line.path("outcome").asString()).isEqualTo("refused");
        });
    }

    @Test
    void anEditIsOnRecordByName() {
        Browser author = signedIn("author");
        String token = token(author.get("/console").body());
        author.post("/console/kingdee-galaxy-public/nothing", Map.of("csrf", token));
        assertThat(audit("edit")).last().satisfies(line -> {
            assertThat(line.path("principal").asString()).isEqualTo("key:author");
            assertThat(line.path("path").asString()).isEqualTo("/console/kingdee-galaxy-public/nothing");
        });
    }

    @Test
    void aFormNeedsTheTokenOfItsSession() {
        Browser author = signedIn("author");
        String other = token(signedIn("author").get("/console").body());
        String own = token(author.get("/console").body());
        for (String wrong : new String[] {"", "x", other, own + "A", own.substring(1), own.replaceFirst("^.", "\\$")}) {
            HttpResponse<String> answer =
                    author.post("/console/sign-out", Map.of("csrf", wrong, "text", "</textarea><b>\n"));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
            assertThat(answer.body())
                    .contains("<textarea name=\"text\" hidden>\n&lt;/textarea&gt;&lt;b&gt;\n</textarea>");
        }
        assertThat(author.post("/console/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(author.post("/console/sign-out", Map.of(), "X-CSRF-Token", own)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aFormThatIsSentAfterItsSessionEndedIsKeptForTheNext() {
        Browser nobody = new Browser(port);
        HttpResponse<String> refused =
                nobody.post("/console/kingdee-galaxy-public/drafts?x=1", Map.of("title", "紧急响应 <1>"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body())
                .contains("action=\"/console/kingdee-galaxy-public/drafts?x&#x3D;1\"", "紧急响应 &lt;1&gt;");
        assertThat(token(refused.body())).isEmpty();
    }

    @Test
    void aLinkOfAnotherSiteIsFollowedOnceMoreFromAPageOfTheConsole() {
        Browser browser = new Browser(port);
        HttpResponse<String> page = browser.get(MATRIX + "?on=2026-06-15", "Sec-Fetch-Site", "cross-site");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("http-equiv=\"refresh\" content=\"0; url=" + MATRIX + "?on&#x3D;2026-06-15\"")
                .contains("<a href=\"" + MATRIX);
        assertThat(browser.get(MATRIX, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(303);
    }

    @Test
    void stylesSetNoCookie() {
        Browser browser = signedIn("reader");
        String styles = browser.get("/console").body().replaceAll("(?s).*href=\"(/console/assets/[^\"]*)\".*", "$1");
        HttpResponse<String> answer = browser.get(styles);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void twoSessionsAreNone() {
        Browser browser = signedIn("reader");
        String session = browser.cookies.get(SESSION);
        browser.cookies.clear();
        HttpResponse<String> answer =
                browser.get("/console", "Cookie", SESSION + "=" + session + "; " + SESSION + "=" + session);
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void fromAnotherMachineTheCookieIsForHttpsAlone() {
        assertThat(signInFromElsewhere("https://console.test"))
                .startsWith("HTTP/1.1 303")
                .contains("SameSite=Strict")
                .containsPattern("Set-Cookie: quanyi-session=.*; Secure");
    }

    @Test
    void fromAnotherMachineNobodySignsInWithoutHttps() {
        assertThat(signInFromElsewhere("http://console.test"))
                .startsWith("HTTP/1.1 400")
                .contains("Open it with https://")
                .doesNotContain("Set-Cookie", key("reader"));
    }

    private String signInFromElsewhere(String origin) {
        String body = "key=" + key("reader");
        return RawHttp.exchange(
                port,
                "POST /console/sign-in HTTP/1.1",
                "Host: console.test",
                "Origin: " + origin,
                "Accept-Language: en",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body);
    }
}
