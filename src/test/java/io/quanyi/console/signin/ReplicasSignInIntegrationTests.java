package io.quanyi.console.signin;

import static io.quanyi.console.signin.Browser.SESSION;
import static io.quanyi.console.signin.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.QuanyiApplication;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Sessions on another replica, which shares the secret, and has been started with other keys. */
@Tag("slow")
class ReplicasSignInIntegrationTests extends SignInService {

    private static ConfigurableApplicationContext replica;
    private static int other;
    private static Browser newSession;

    @BeforeAll
    static void start() {
        Map<String, String> settings =
                settings(Map.of("reader", "reader", "mover", "reader", "author", "author,reader"));
        settings.put("quanyi.console.session.secrets", "a new secret that replicas share from now on," + SECRET);
        settings.put("quanyi.console.failed-sign-ins", "2");
        settings.put("server.port", "0");
        replica = new SpringApplication(QuanyiApplication.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        other = Objects.requireNonNull(((WebServerApplicationContext) replica).getWebServer())
                .getPort();
        newSession = new Browser(other);
        newSession.signIn(key("reader"));
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @Test
    void aReplicaKnowsTheSession() {
        assertThat(onReplica(signedIn("reader")).get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void theOrderOfRolesDoesNotMatter() {
        assertThat(onReplica(signedIn("author")).get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void aRemovedKeyEndsItsSessions() {
        assertEnded(signedIn("leaver"));
    }

    @Test
    void changedRolesEndTheSession() {
        assertEnded(signedIn("mover"));
    }

    @Test
    void theNewSecretIsNotKnownToTheOldReplica() {
        assertThat(newSession.get("/console").statusCode()).isEqualTo(200);
        Browser old = new Browser(port);
        old.cookies.putAll(newSession.cookies);
        assertThat(old.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void anAddressThatFailedOftenWaits() {
        Browser browser = new Browser(other);
        Stream.of("one", "two")
                .forEach(key -> assertThat(browser.signIn(key).statusCode()).isEqualTo(401));
        HttpResponse<String> answer = browser.signIn(key("reader"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.body()).contains("Too many sign-ins have failed");
    }

    private static void assertEnded(Browser browser) {
        Browser moved = onReplica(browser);
        HttpResponse<String> answer = moved.get("/console");
        assertThat(location(answer)).isEqualTo("/console/sign-in?back=/console&why=ended");
        assertThat(moved.cookies).doesNotContainKey(SESSION);
        assertThat(moved.get(location(answer)).body()).contains("Your session has ended");
    }

    private static Browser onReplica(Browser browser) {
        Browser moved = new Browser(other);
        moved.cookies.putAll(browser.cookies);
        return moved;
    }
}
