package io.quanyi.console.signin;

import static io.quanyi.console.signin.Browser.SESSION;
import static io.quanyi.console.signin.Browser.location;
import static io.quanyi.console.signin.Browser.setting;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in to the console with a provider (OpenID Connect). */
class ProviderSignInIntegrationTests extends SignInService {

    private static final String PENDING = "quanyi-sign-in";
    private static final String START = "/console/sign-in/provider?back=/console?q%3DIM";

    @AfterEach
    void restore() {
        PROVIDER.claims = UnaryOperator.identity();
    }

    @Test
    void aPersonComesBackToThePage() {
        PROVIDER.claims = claims -> claims.claim("quanyi_roles", List.of("reader", "author", "gardener"));
        Browser browser = new Browser(port);
        HttpResponse<String> left = browser.get(START);
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(location(left))
                .startsWith(PROVIDER.issuer() + "/authorize?response_type=code&client_id=quanyi-console")
                .contains("code_challenge_method=S256", "nonce=", "scope=openid");
        assertThat(setting(left, PENDING)).contains("Path=/console", "HttpOnly", "SameSite=Lax", "Max-Age=600");
        HttpResponse<String> page = browser.get(location(new Browser(port).get(location(left))));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(setting(page, SESSION)).contains("SameSite=Strict", "HttpOnly");
        assertThat(page.body()).contains("http-equiv=\"refresh\" content=\"0; url=/console?q&#x3D;IM\"");
        assertThat(browser.cookies).containsOnlyKeys(SESSION);
        assertThat(browser.get("/console").body()).contains("<bdi>王小明</bdi>", "reader, author");
        assertThat(audit("sign-in"))
                .last()
                .satisfies(line -> assertThat(line.path("principal").asString()).isEqualTo("jwt:u-17"));
    }

    @Test
    void aPersonWithoutARoleIsTold() {
        Browser browser = new Browser(port);
        assertThat(comeBack(browser).statusCode()).isEqualTo(200);
        HttpResponse<String> page = browser.get("/console");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This needs the role reader.", "You have no role here.");
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("another issuer", claims -> claims.issuer("https://evil.example")),
                wrong("another audience", claims -> claims.audience("quanyi")),
                wrong(
                        "two audiences and no party",
                        claims -> claims.audience(List.of("quanyi", IdentityProvider.CLIENT))),
                wrong("another nonce", claims -> claims.claim("nonce", "another")),
                wrong("no nonce", claims -> claims.claim("nonce", null)),
                wrong(
                        "too old",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(90)))),
                wrong("no subject", claims -> claims.subject(null)),
                wrong("a blank subject", claims -> claims.subject(" ")));
    }

    private static Arguments wrong(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void aTokenThatIsNotForThisSignInIsRefused(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        PROVIDER.claims = change;
        Browser browser = new Browser(port);
        HttpResponse<String> answer = comeBack(browser);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.cookies).doesNotContainKey(SESSION);
    }

    @Test
    void anAnswerToNoQuestionIsRefused() {
        Browser browser = new Browser(port);
        String callback = authorized(browser);
        browser.cookies.clear();
        HttpResponse<String> answer = browser.get(callback);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("The sign-in is too old");
        assertThat(browser.cookies).isEmpty();
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        Browser victim = new Browser(port);
        victim.get(START);
        String callback = authorized(new Browser(port));
        assertThat(victim.get(callback).statusCode()).isEqualTo(401);
        assertThat(victim.cookies).doesNotContainKey(SESSION);
    }

    @Test
    void aCodeIsGoodOnce() {
        Browser browser = new Browser(port);
        String callback = authorized(browser);
        String pending = browser.cookies.get(PENDING);
        assertThat(browser.get(callback).statusCode()).isEqualTo(200);
        Browser thief = new Browser(port);
        thief.cookies.put(PENDING, pending);
        assertThat(thief.get(callback).statusCode()).isEqualTo(401);
        assertThat(thief.cookies).doesNotContainKey(SESSION);
    }

    @Test
    void aRefusalOfTheProviderIsTold() {
        Browser browser = new Browser(port);
        String state = authorized(browser).replaceAll(".*&state=", "");
        HttpResponse<String> answer = browser.get("/console/sign-in/callback?error=access_denied&state=" + state);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("href=\"/console/sign-in\"");
        assertThat(answer.body()).contains("The sign-in has failed");
    }

    @Test
    void aSessionIsNoSignInThatIsUnderWayNorTheOtherWayRound() {
        Browser browser = new Browser(port);
        String callback = authorized(browser);
        String pending = browser.cookies.get(PENDING);
        browser.cookies.put(SESSION, pending);
        assertThat(browser.get("/console").statusCode()).isEqualTo(303);
        browser.cookies.put(PENDING, signedIn("reader").cookies.get(SESSION));
        assertThat(browser.get(callback).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> comeBack(Browser browser) {
        return browser.get(authorized(browser));
    }

    /** The address to which the provider leads a browser that was sent to it. */
    private String authorized(Browser browser) {
        return location(new Browser(port).get(location(browser.get(START))));
    }
}
