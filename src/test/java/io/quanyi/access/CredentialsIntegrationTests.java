package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.quanyi.ApiClient.Answer;
import io.quanyi.RawHttp;
import io.quanyi.access.credentials.ApiKey;
import io.quanyi.access.credentials.Issuer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that forged or ambiguous credentials are refused. */
class CredentialsIntegrationTests extends GuardedService {

    private static final String PATH = "/v1/programmes";

    static Stream<Arguments> wrongKeys() {
        String key = key("reader");
        return Stream.of(
                Arguments.of(
                        "another secret",
                        ApiKey.make("reader", new SecureRandom()).text()),
                Arguments.of(
                        "an unknown id",
                        ApiKey.make("nobody", new SecureRandom()).text()),
                Arguments.of("a truncated key", key.substring(0, key.length() - 1)),
                Arguments.of("the id of another key", key.replace("qk_reader_", "qk_publisher_")),
                Arguments.of("its hash", ApiKey.hashOf(key)),
                Arguments.of("only its id", "reader"),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongKeys")
    void aWrongKeyIsRefused(String what, String key) {
        assertUnauthenticated(client.get(PATH, "X-API-Key", key));
    }

    @Test
    void wrongCredentialsAreRefusedEvenWhereNoneAreNeeded() {
        assertUnauthenticated(client.get("/actuator/health", "X-API-Key", "wrong"));
        assertUnauthenticated(client.get("/v3/api-docs", "Authorization", "Bearer wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-API-Key", "x-api-key", "apiKey", "access_token", "key"})
    void credentialsInTheQueryAreNone(String name) {
        assertUnauthenticated(client.get(PATH + "?" + name + "=" + key("reader")));
        assertUnauthenticated(client.get(PATH + "?" + name + "=" + reader(claims -> claims)));
    }

    @Test
    void credentialsInABodyAreNone() {
        Answer answer = client.post(
                "/v1/decisions",
                "application/x-www-form-urlencoded",
                "access_token=" + reader(claims -> claims) + "&X-API-Key=" + key("decider"));
        assertUnauthenticated(answer);
    }

    @Test
    void aKeyAndATokenTogetherAreRefused() {
        String token = "Bearer " + reader(claims -> claims);
        assertThat(client.get(PATH, "Authorization", token).status()).isEqualTo(200);
        assertUnauthenticated(client.get(PATH, "Authorization", token, "X-API-Key", key("reader")));
    }

    @Test
    void twoOfAKindAreRefused() {
        String key = "X-API-Key: " + key("reader");
        String token = "Authorization: Bearer " + reader(claims -> claims);
        for (String header : List.of(key, token)) {
            assertThat(RawHttp.exchange(port, "GET /v1/programmes HTTP/1.1", "Host: localhost", header))
                    .startsWith("HTTP/1.1 200");
            assertThat(RawHttp.exchange(port, "GET /v1/programmes HTTP/1.1", "Host: localhost", header, header))
                    .startsWith("HTTP/1.1 401");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic cmVhZGVyOnJlYWRlcg==", "Digest x", "bearer", "Bearer ", "Bearer a b", "Bearer ä"})
    void otherWaysToShowWhoOneIsAreNone(String authorization) {
        assertThat(RawHttp.exchange(
                        port, "GET /v1/programmes HTTP/1.1", "Host: localhost", "Authorization: " + authorization))
                .startsWith("HTTP/1.1 401")
                .contains("urn:quanyi:problem:unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Bearer"})
    void theSchemeMayBeWrittenInAnyCase(String scheme) {
        assertThat(client.get(PATH, "Authorization", scheme + " " + reader(claims -> claims))
                        .status())
                .isEqualTo(200);
    }

    static Stream<Arguments> goodTokens() throws JOSEException {
        JWSHeader accessToken = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .type(new JOSEObjectType("at+jwt"))
                .build();
        JWSHeader bare = new JWSHeader.Builder(JWSAlgorithm.RS256).build();
        return Stream.of(
                Arguments.of("RS256", reader(claims -> claims)),
                Arguments.of("ES256", ISSUER.elliptic(roles("reader"))),
                Arguments.of(
                        "an access token of RFC 9068", Issuer.signed(accessToken, ISSUER.rsaSigner(), roles("reader"))),
                Arguments.of("neither type nor key id", Issuer.signed(bare, ISSUER.rsaSigner(), roles("reader"))),
                Arguments.of("several audiences", reader(claims -> claims.audience(List.of("other", Issuer.AUDIENCE)))),
                Arguments.of("expired, within the skew", reader(claims -> claims.expirationTime(in(-45)))),
                Arguments.of("not yet valid, within the skew", reader(claims -> claims.notBeforeTime(in(45)))),
                Arguments.of("claims that nobody knows", reader(claims -> claims.claim("x", Map.of("y", List.of())))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void aTokenIsAccepted(String what, String token) {
        assertThat(client.get(PATH, "Authorization", "Bearer " + token).status())
                .isEqualTo(200);
    }

    static Stream<Arguments> badTokens() throws JOSEException {
        String good = reader(claims -> claims);
        JWTClaimsSet claims =
                roles("reader").apply(Issuer.claims()).subject("mallory").build();
        MACSigner publicKeyAsSecret = new MACSigner(ISSUER.rsa.toRSAPublicKey().getEncoded());
        JWSHeader embedded = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(new RSAKeyGenerator(2048).generate().toPublicJWK())
                .build();
        JWSHeader another = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .keyID("rsa-1")
                .build();
        RSASSASigner stranger = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        return Stream.of(
                Arguments.of("expired", reader(c -> c.expirationTime(in(-75)))),
                Arguments.of("for ever", reader(c -> c.expirationTime(null))),
                Arguments.of("not yet valid", reader(c -> c.notBeforeTime(in(75)))),
                Arguments.of("of another issuer", reader(c -> c.issuer("https://issuer.test/"))),
                Arguments.of("of no issuer", reader(c -> c.issuer(null))),
                Arguments.of("for another audience", reader(c -> c.audience("other"))),
                Arguments.of("for no audience", reader(c -> c.audience((String) null))),
                Arguments.of("about nobody", reader(c -> c.subject(null))),
                Arguments.of("about a blank", reader(c -> c.subject(" "))),
                Arguments.of("unsigned", new PlainJWT(claims).serialize()),
                Arguments.of(
                        "signed with the public key as a secret",
                        Issuer.signed(Issuer.header(JWSAlgorithm.HS256, "rsa-1"), publicKeyAsSecret, roles("reader"))),
                Arguments.of(
                        "signed in a way that is not agreed",
                        Issuer.signed(Issuer.header(JWSAlgorithm.RS512, "rsa-1"), ISSUER.rsaSigner(), roles("reader"))),
                Arguments.of(
                        "signed by a stranger",
                        Issuer.signed(Issuer.header(JWSAlgorithm.RS256, "rsa-1"), stranger, roles("reader"))),
                Arguments.of("with a key of its own", Issuer.signed(embedded, stranger, roles("reader"))),
                Arguments.of(
                        "of an unknown key",
                        Issuer.signed(Issuer.header(JWSAlgorithm.RS256, "rsa-2"), ISSUER.rsaSigner(), roles("reader"))),
                Arguments.of("for something else", Issuer.signed(another, ISSUER.rsaSigner(), roles("reader"))),
                Arguments.of("with its signature cut off", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("with another's claims", good.replaceFirst("\\.[^.]+\\.", "." + payload(claims) + ".")),
                Arguments.of("of deep nests", nested("[".repeat(4000)) + "." + payload(claims) + ".x"),
                Arguments.of("of no object", nested("[]") + ".e30.x"),
                Arguments.of("no token", "x"),
                Arguments.of("only dots", ".."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aTokenIsRefused(String what, String token) {
        assertUnauthenticated(client.get(PATH, "Authorization", "Bearer " + token));
    }

    @Test
    void whoShowsATokenIsToldThatAnotherMayHelp() {
        assertThat(client.get(PATH, "Authorization", "Bearer x").headers().allValues("WWW-Authenticate"))
                .contains("Bearer realm=\"quanyi\", error=\"invalid_token\"");
        assertThat(client.get(PATH, "X-API-Key", "x").headers().allValues("WWW-Authenticate"))
                .contains("Bearer realm=\"quanyi\"");
    }

    @Test
    void unknownKeysDoNotMakeUsAskTheIssuerTimeAndAgain() {
        String token = Issuer.signed(Issuer.header(JWSAlgorithm.RS256, "rsa-3"), ISSUER.rsaSigner(), roles("reader"));
        int before = ISSUER.fetches.get();
        for (int i = 0; i < 20; i++) {
            assertUnauthenticated(client.get(PATH, "Authorization", "Bearer " + token));
        }
        assertThat(ISSUER.fetches.get() - before).isLessThanOrEqualTo(2);
        assertThat(client.get(PATH, "Authorization", "Bearer " + reader(claims -> claims))
                        .status())
                .isEqualTo(200);
    }

    static Stream<Arguments> rolesClaims() {
        return Stream.of(
                Arguments.of(List.of("reader"), 200),
                Arguments.of(List.of("decider", "reader"), 200),
                Arguments.of("reader", 200),
                Arguments.of("decider reader", 200),
                Arguments.of(" admin  reader ", 200),
                Arguments.of(List.of("admin", "reader"), 200),
                Arguments.of(List.of("decider"), 403),
                Arguments.of("decider publisher", 403),
                Arguments.of("READER", 403),
                Arguments.of("decider,reader", 403),
                Arguments.of(List.of(List.of("reader")), 403),
                Arguments.of(Map.of("reader", true), 403),
                Arguments.of(List.of(), 403),
                Arguments.of("", 403),
                Arguments.of(7, 403),
                Arguments.of(true, 403),
                Arguments.of(null, 403));
    }

    @ParameterizedTest
    @MethodSource("rolesClaims")
    void theRolesAreThoseOfOneClaim(Object claim, int status) {
        String token =
                ISSUER.token(claims -> claims.claim("quanyi_roles", claim).claim("roles", List.of("reader")));
        assertThat(client.get(PATH, "Authorization", "Bearer " + token).status())
                .isEqualTo(status);
    }

    @Test
    void aTokenWithoutTheClaimIsKnownAndMayNothing() {
        String token = ISSUER.token(claims -> claims.claim("scope", "reader"));
        assertThat(client.get(PATH, "Authorization", "Bearer " + token).code()).isEqualTo("forbidden");
        assertThat(client.send("PUT", "/v1/decisions", null, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(405);
    }

    private static void assertUnauthenticated(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(2);
    }

    private static String reader(UnaryOperator<JWTClaimsSet.Builder> change) {
        return ISSUER.token(claims -> change.apply(roles("reader").apply(claims)));
    }

    private static UnaryOperator<JWTClaimsSet.Builder> roles(String... roles) {
        return claims -> claims.claim("quanyi_roles", List.of(roles));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String payload(JWTClaimsSet claims) {
        return nested(claims.toString());
    }

    private static String nested(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
