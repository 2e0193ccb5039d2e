package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sort of caller at every kind of path. */
class RolesIntegrationTests extends GuardedService {

    private static final String RELEASES = "/v1/programmes/kingdee-galaxy-public/releases";

    /** The requests, each with the credentials that it needs: a role, {@code known} for any credentials, or {@code nothing}. */
    private static final List<String> REQUESTS = List.of(
            "decider POST /v1/decisions",
            "decider POST /v1/decisions/batch",
            "decider POST /v1/entitlements",
            "decider POST /v1/entitlements/batch",
            "decider POST /v1/alternatives",
            "decider POST /v1/explanations",
            "decider POST /v1/%64ecisions",
            "reader GET /v1/programmes",
            "reader GET " + RELEASES,
            "reader GET " + RELEASES + "/1/rules",
            "reader GET /v1/programmes/kingdee-galaxy-public/drafts",
            "reader GET /v1/programmes/kingdee-galaxy-public/drafts/nothing",
            "author POST /v1/programmes/kingdee-galaxy-public/drafts",
            "author DELETE /v1/programmes/kingdee-galaxy-public/drafts/nothing",
            "author PUT /v1/programmes/kingdee-galaxy-public/drafts/nothing/files/plans.drl",
            "author DELETE /v1/programmes/kingdee-galaxy-public/drafts/nothing/files/plans.drl",
            "author POST /v1/programmes/nobody/drafts",
            "author POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/check",
            "decider POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/decisions",
            "decider POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/explanations",
            "author POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/update",
            "author POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/test",
            "author POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/impact",
            "reader GET /v1/programmes/kingdee-galaxy-public/drafts/nothing/jobs/nothing",
            "author DELETE /v1/programmes/kingdee-galaxy-public/drafts/nothing/jobs/nothing",
            "author POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/submit",
            "approver POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/approve",
            "publisher POST /v1/programmes/kingdee-galaxy-public/drafts/nothing/publish",
            "reader GET /v1/nothing",
            "reader GET /v1/decisions",
            "reader GET /actuator",
            "reader GET /actuator/health/serving",
            "publisher POST " + RELEASES,
            "publisher POST " + RELEASES + "?dryRun=true",
            "publisher POST /v1/programmes/nobody/releases",
            "publisher POST /v1/programmes/kingdee-galaxy-public/rollbacks",
            "publisher POST /v1/programmes/kingdee-galaxy-public/withdrawals",
            "publisher POST /v1/programmes/kingdee-galaxy-public/impact",
            "publisher POST /v1/calendars",
            "reader GET /v1/programmes/kingdee-galaxy-public/files/policy",
            "publisher POST /v1/refresh",
            "known PUT /v1/decisions",
            "known OPTIONS /v1/decisions",
            "known DELETE " + RELEASES,
            "known POST /v1",
            "known POST /v1/decisions/",
            "known POST /v1/nothing",
            "nothing GET /actuator/health",
            "nothing GET /actuator/health/liveness",
            "nothing GET /actuator/health/readiness",
            "nothing GET /actuator/env",
            "nothing GET /v3/api-docs",
            "nothing GET /v3/api-docs/swagger-config",
            "nothing GET /swagger-ui.html",
            "nothing GET /swagger-ui/index.html",
            "nothing GET /nowhere",
            "nothing POST /nowhere",
            "nothing GET /error",
            "nothing GET /v10/programmes");

    static Stream<Arguments> callersAndRequests() {
        List<String> callers = new ArrayList<>(KEYS.keySet());
        callers.add("");
        return callers.stream().flatMap(roles -> REQUESTS.stream().map(request -> Arguments.of(roles, request)));
    }

    @ParameterizedTest
    @MethodSource("callersAndRequests")
    void aCallerMayDoWhatItsRolesSayAndNothingElse(String roles, String request) {
        String[] parts = request.split(" ", -1);
        boolean known = !roles.isEmpty();
        boolean enough = parts[0].equals("nothing")
                || (known && parts[0].equals("known"))
                || Arrays.asList(roles.split(",", -1)).contains(parts[0]);
        Answer answer = send(parts[1], parts[2], roles);
        if (enough) {
            assertThat(answer.status()).isNotIn(401, 403).isLessThan(500);
        } else if (known) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("forbidden");
            assertThat(answer.json().path("detail").asString()).contains("role " + parts[0]);
        } else {
            assertThat(answer.status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/decisions, 'decider', 200",
        "GET, /v1/programmes, 'reader', 200",
        "GET, /actuator/health/serving, 'reader', 200",
        "GET, /actuator/health, '', 200",
        "GET, /v3/api-docs, '', 404",
        "GET, /v3/api-docs.yaml, '', 404",
        "GET, /v3/api-docs/swagger-config, '', 404",
        "GET, /swagger-ui.html, '', 404",
        "GET, /swagger-ui/index.html, 'reader', 404",
        "GET, /webjars/swagger-ui/index.html, 'reader', 404",
        "GET, /nowhere, '', 404",
        "GET, /console/kingdee-galaxy-public/drafts, '', 404",
        "POST, /console/kingdee-galaxy-public/drafts, 'reader', 404",
        "POST, /v1/nothing, 'reader', 404",
        "POST, /v1/decisions/, 'reader', 404",
        "PUT, /v1/decisions, 'reader', 405",
        "GET, /v1/decisions, 'reader', 405"
    })
    void whoMayGetsTheAnswerAsEver(String method, String path, String roles, int status) {
        assertThat(send(method, path, roles).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/prometheus, 200, jvm_memory_used_bytes",
        "GET, /actuator/sbom, 200, ids",
        "GET, /actuator/health/diskSpace, 404, ' '",
        "HEAD, /v1/programmes, 200, Content-Language"
    })
    void whatHasNoProblemsToShowIsForReadersToo(String method, String path, int status, String shown) {
        assertThat(raw(method, path, "X-API-Key: " + key("reader")))
                .startsWith("HTTP/1.1 " + status)
                .contains(shown);
        assertThat(raw(method, path, "X-API-Key: " + key("decider")))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("jvm_");
        assertThat(raw(method, path, "X-Nothing: x")).startsWith("HTTP/1.1 401").doesNotContain("jvm_");
    }

    @Test
    void aRefusalIsAProblemInTheLanguageAskedForWithAllOfOurHeaders() {
        Answer english = client.get("/v1/programmes", "Accept-Language", "en", "X-Request-ID", "abc");
        assertThat(english.code()).isEqualTo("unauthenticated");
        assertThat(english.json().path("title").asString()).isEqualTo("Credentials needed");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.header("X-Request-ID")).isEqualTo("abc");
        assertThat(english.header("Cache-Control")).isEqualTo("no-store");
        assertThat(english.headers().allValues("WWW-Authenticate"))
                .containsExactly("ApiKey realm=\"quanyi\", header=\"X-API-Key\"", "Bearer realm=\"quanyi\"");
        Answer chinese = client.get("/v1/programmes");
        assertThat(chinese.json().path("title").asString()).isEqualTo("需要凭证");
        for (String header : List.of(
                "X-Request-ID",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
                "Cross-Origin-Resource-Policy",
                "Content-Security-Policy",
                "Cache-Control",
                "Vary")) {
            assertThat(chinese.headers().allValues(header)).as(header).hasSize(1);
        }
        assertThat(chinese.headers().map().keySet())
                .doesNotContain("x-xss-protection", "expires", "pragma", "set-cookie", "location");
    }

    @Test
    void aForbiddenRequestIsToldTheRoleInChinese() {
        assertThat(client.get("/v1/programmes", "X-API-Key", key("decider"))
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("所带凭证没有此请求所需的角色 reader");
    }

    @Test
    void whatIsKeptOnItsWayIsKeptForItsCallerOnly() {
        Answer answer = client.get(RELEASES + "/1", "X-API-Key", key("reader"));
        assertThat(answer.header("Cache-Control")).contains("public");
        assertThat(String.join(", ", answer.headers().allValues("Vary"))).contains("X-API-Key", "Authorization");
        String tag = answer.header("ETag");
        assertThat(client.get(RELEASES + "/1", "X-API-Key", key("reader"), "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
        assertThat(client.get(RELEASES + "/1", "If-None-Match", tag).status()).isEqualTo(401);
    }

    @Test
    void ourOwnFiltersStandInFront() {
        assertThat(RawHttp.exchange(port, "GET /v1/programmes HTTP/1.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 421");
        Answer preflight = client.send(
                "OPTIONS",
                "/v1/decisions",
                null,
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(preflight.code()).isEqualTo("cross-origin");
        byte[] large = new byte[1_100_000];
        assertThat(client.send(
                                "POST",
                                "/v1/decisions",
                                BodyPublishers.ofByteArray(large),
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1//programmes",
                "//v1/programmes",
                "/v1/programmes;x=1",
                "/v1;x/programmes",
                "/v1/programmes/%2e/x",
                "/v1/%2e%2e/v1/programmes",
                "/v1/%252e/programmes",
                "/v1/programmes%0a",
                "/v1/programmes%00",
                "/v1/programmes%2fx",
                "/v1/programmes%5cx",
                "/nowhere;x"
            })
    void aPathThatCanBeReadInMoreThanOneWayIsABadRequest(String path) {
        for (String header : List.of("X-API-Key: " + key("reader"), "X-Nothing: x")) {
            assertThat(RawHttp.exchange(port, "GET " + path + " HTTP/1.1", "Host: localhost", header))
                    .startsWith("HTTP/1.1 400")
                    .contains("urn:quanyi:problem:bad-request")
                    .contains("application/problem+json")
                    .doesNotContain("<html", "Exception");
        }
    }

    @Test
    void anOddHeaderOrParameterIsNoConcernOfTheFirewall() {
        assertThat(RawHttp.exchange(
                        port,
                        "GET /v1/programmes HTTP/1.1",
                        "Host: localhost",
                        "X-API-Key: " + key("reader"),
                        "Accept-Language: \u0080\u00e4"))
                .startsWith("HTTP/1.1 200");
        assertThat(client.get("/v1/programmes/kingdee-galaxy-public/catalogue?%01=1", "X-API-Key", key("reader"))
                        .errors())
                .containsExactly("/\u0001 unknown-member");
    }

    private String raw(String method, String path, String header) {
        return RawHttp.exchange(port, method + " " + path + " HTTP/1.1", "Host: localhost", header);
    }

    private Answer send(String method, String path, String roles) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json", "Accept-Language", "en"));
        if (!roles.isEmpty()) {
            headers.addAll(List.of("X-API-Key", key(roles)));
        }
        var body = method.equals("POST") ? BodyPublishers.ofString(DECISION) : null;
        return client.send(method, path, body, headers.toArray(String[]::new));
    }
}
