package io.quanyi.console.session;

import static io.quanyi.console.session.TrialSessions.KEY;
import static io.quanyi.console.session.TrialSessions.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.access.credentials.Role;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Checks the life of sessions, and refuses other cookies. */
class SessionsTests {

    private static final String OLD = "the old secret, which is long enough for it";
    private static final String NEW = "the new secret, which is long enough for it";

    private final TrialSessions trial = new TrialSessions();
    private final Sessions sessions = trial.with(OLD);

    @Test
    void aSessionIsWhatWasSigned() {
        assertThat(sessions.of(request(cookie(sessions)))).hasValueSatisfying(session -> {
            assertThat(session.principal()).isEqualTo("key:crm");
            assertThat(session.name()).isEqualTo("crm");
            assertThat(session.roles()).containsExactlyInAnyOrder(Role.READER, Role.AUTHOR);
            assertThat(session.signedIn()).isEqualTo(NOON);
        });
    }

    @Test
    void eachSignInIsASessionOfItsOwn() {
        assertThat(begun().id()).isNotEqualTo(begun().id());
    }

    @Test
    void itEndsWhenItIsIdle() {
        String cookie = cookie(sessions);
        trial.clock.set(NOON.plus(Duration.ofMinutes(30)).minusSeconds(1));
        assertThat(sessions.of(request(cookie))).isPresent();
        trial.clock.set(NOON.plus(Duration.ofMinutes(30)));
        assertThat(sessions.of(request(cookie))).isEmpty();
    }

    @Test
    void itEndsWhenItIsOldHoweverOftenItIsSeen() {
        ConsoleSession session = begun();
        for (int minutes = 20; minutes < 8 * 60; minutes += 20) {
            trial.clock.set(NOON.plus(Duration.ofMinutes(minutes)));
            session = sessions.renewed(session).orElseThrow();
        }
        String cookie = sessions.cookie(session, request("")).getValue();
        trial.clock.set(NOON.plus(Duration.ofHours(8)).minusSeconds(1));
        assertThat(sessions.of(request(cookie))).isPresent();
        trial.clock.set(NOON.plus(Duration.ofHours(8)));
        assertThat(sessions.of(request(cookie))).isEmpty();
    }

    @Test
    void anOldCookieOfARenewedSessionEndsByItsOwnTime() {
        ConsoleSession session = begun();
        String old = sessions.cookie(session, request("")).getValue();
        trial.clock.set(NOON.plus(Duration.ofMinutes(29)));
        String renewed = sessions.cookie(sessions.renewed(session).orElseThrow(), request(""))
                .getValue();
        trial.clock.set(NOON.plus(Duration.ofMinutes(30)));
        assertThat(sessions.of(request(old))).isEmpty();
        assertThat(sessions.of(request(renewed))).isPresent();
    }

    @Test
    void itIsRenewedAfterAMinute() {
        ConsoleSession session = begun();
        trial.clock.set(NOON.plusSeconds(59));
        assertThat(sessions.renewed(session)).isEmpty();
        trial.clock.set(NOON.plusSeconds(60));
        assertThat(sessions.renewed(session)).hasValueSatisfying(renewed -> {
            assertThat(renewed.seen()).isEqualTo(NOON.plusSeconds(60));
            assertThat(renewed.signedIn()).isEqualTo(NOON);
            assertThat(renewed.id()).isEqualTo(session.id());
        });
    }

    @Test
    void aClockThatIsAheadIsOverlooked() {
        String cookie = cookie(sessions);
        trial.clock.set(NOON.minusSeconds(60));
        assertThat(sessions.of(request(cookie))).isPresent();
        trial.clock.set(NOON.minusSeconds(61));
        assertThat(sessions.of(request(cookie))).isEmpty();
    }

    @Test
    void theFirstSecretSignsAndAllAreAccepted() {
        Sessions both = trial.with(NEW, OLD);
        assertThat(both.of(request(cookie(sessions)))).isPresent();
        assertThat(sessions.of(request(cookie(both)))).isEmpty();
        assertThat(trial.with(NEW).of(request(cookie(both)))).isPresent();
    }

    @Test
    void aProcessWithoutASecretKnowsItsOwnSessionsAlone() {
        Sessions one = trial.with();
        assertThat(one.of(request(cookie(one)))).isPresent();
        assertThat(trial.with().of(request(cookie(one)))).isEmpty();
    }

    static Stream<String> forgedCookies() {
        return new SessionsTests().forged();
    }

    private Stream<String> forged() {
        String[] parts = cookie(sessions).split("\\.", -1);
        String claims = decoded(parts[1]);
        return Stream.of(
                "",
                "x",
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + encoded(claims.replace("reader", "publisher")) + "." + parts[2],
                encoded("{\"alg\":\"none\",\"typ\":\"quanyi-session\"}") + "." + parts[1] + ".",
                encoded("{\"alg\":\"HS384\",\"typ\":\"quanyi-session\"}") + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + "." + parts[2].substring(1) + "A",
                cookie(trial.with(NEW)),
                "a".repeat(10_000),
                cookie(sessions) + "." + "a".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("forgedCookies")
    void aForgedCookieIsNone(String cookie) {
        assertThat(sessions.of(request(cookie))).isEmpty();
    }

    private ConsoleSession begun() {
        return sessions.begin(trial.credentials().holderOf(KEY.text()).orElseThrow());
    }

    private String cookie(Sessions signing) {
        return signing.cookie(begun(), request("")).getValue();
    }

    private static MockHttpServletRequest request(String cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("quanyi-session", cookie));
        return request;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
