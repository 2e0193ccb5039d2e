package io.quanyi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import io.quanyi.RawHttp;
import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Checks that every faulty request is answered with a problem document. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class HttpErrorsIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping operations;

    private ApiClient client;

    @BeforeEach
    void client() {
        client = new ApiClient(port);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, not-found",
        "POST, /nowhere, 404, not-found",
        "POST, /, 405, method-not-allowed",
        "GET, /error, 404, not-found",
        "GET, /v1/programmes/nobody, 404, not-found",
        "GET, /actuator/env, 404, not-found",
        "GET, /v1/decisions, 405, method-not-allowed",
        "PUT, /v1/decisions, 405, method-not-allowed",
        "PATCH, /v1/programmes, 405, method-not-allowed",
        "DELETE, /actuator/health, 405, method-not-allowed",
        "TRACE, /v1/decisions, 501, not-implemented",
        "TRACE, /nowhere, 501, not-implemented",
        "TRACE, /actuator/health, 501, not-implemented",
        "TRACE, /swagger-ui/index.html, 501, not-implemented",
        "GET, /v1/decisions/batch, 405, method-not-allowed",
        "GET, /v1/entitlements, 405, method-not-allowed",
        "GET, /v1/alternatives, 405, method-not-allowed",
        "GET, /v1/explanations, 405, method-not-allowed",
        "POST, /v1/decisions, 415, unsupported-media-type",
        "POST, /v1/decisions/batch, 415, unsupported-media-type",
        "POST, /v1/entitlements, 415, unsupported-media-type",
        "POST, /v1/alternatives, 415, unsupported-media-type"
    })
    void anErrorIsAProblem(String method, String path, int status, String code) {
        Answer answer = client.send(method, path, null, "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:quanyi:problem:" + code);
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Request-ID")).isNotEmpty();
        assertThat(answer.header("Allow").isEmpty()).isEqualTo(status != 405);
    }

    @Test
    void aBrowserIsLedToTheConsole() throws IOException {
        String accept = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
        assertThat(RawHttp.exchange(port, "GET / HTTP/1.1", "Host: localhost", accept))
                .startsWith("HTTP/1.1 303")
                .contains("\r\nLocation: /console\r\n");
        assertThat(client.get("/", "Accept", "application/json").status()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({"en, README.md", "zh-CN, README.zh-CN.md"})
    void theReadmeOfThisVersionIsServed(String language, Path readme) throws IOException {
        assertThat(client.get("/readme", "Accept-Language", language).text()).isEqualTo(Files.readString(readme));
    }

    @Test
    void noOperationTakesAQueryMemberThatItDoesNotKnow() {
        operations.getHandlerMethods().forEach((mapping, handler) -> {
            Operation operation = handler.getMethodAnnotation(Operation.class);
            if (operation != null && !operation.hidden() && !operation.tags()[0].equals("publishing")) {
                assertThat(withQuery(mapping, "?dry-run=true&relase=2").errors())
                        .as(operation.operationId())
                        .anyMatch(error -> error.matches("/dry-run (unknown-member|query-not-taken)"))
                        .anyMatch(error -> error.matches("/relase (unknown-member|query-not-taken)"))
                        .hasSize(2);
            }
        });
    }

    private Answer withQuery(RequestMappingInfo mapping, String query) {
        String path = Objects.requireNonNull(mapping.getPathPatternsCondition())
                .getFirstPattern()
                .getPatternString()
                .replace("{programme}", "kingdee-galaxy-public")
                .replace("{number:[1-9][0-9]{0,8}}", "1")
                .replace("{rule}", "GAL-FB-01")
                .replace("{service}", "phone-support")
                .replace("{draft}", "nothing")
                .replace("{job}", "nothing")
                .replace("{comment}", "nothing")
                .replace("{file}", "plans.drl");
        String method =
                mapping.getMethodsCondition().getMethods().iterator().next().name();
        if (method.equals("GET")) {
            return client.get(path + query);
        }
        MediaType type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
        return client.send(method, path + query, BodyPublishers.ofString("{}"), "Content-Type", type.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json;charset=GBK",
                "garbage",
                "application/x-ndjson"
            })
    void onlyJsonInUtf8IsRead(String type) {
        Answer answer = client.send("POST", "/v1/decisions", BodyPublishers.ofString("{}"), "Content-Type", type);
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*"})
    void onlyJsonIsAnswered(String type) {
        for (String path : List.of("/v1/decisions", "/v1/entitlements", "/v1/alternatives", "/v1/explanations")) {
            assertThat(client.post(path, "application/json", "{}", "Accept", type)
                            .status())
                    .isEqualTo(406);
        }
    }

    @Test
    void anIdOfTheCallersIsRepeatedIfItIsHarmless() {
        assertThat(client.get("/nowhere", "X-Request-ID", "a.B_c-1").header("X-Request-ID"))
                .isEqualTo("a.B_c-1");
        assertThat(client.get("/nowhere", "X-Request-ID", "<script>").header("X-Request-ID"))
                .matches("[0-9a-f-]{36}");
        assertThat(client.get("/nowhere", "X-Request-ID", "x".repeat(65)).header("X-Request-ID"))
                .hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "0.0.0.0"})
    void anUnknownHostIsMisdirected(String host) {
        assertThat(RawHttp.exchange(port, "GET /v1/programmes HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 421")
                .contains("urn:quanyi:problem:misdirected-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3:8080", "pod.example"})
    void aProbeNeedsNoKnownHost(String host) {
        for (String probe : List.of("liveness", "readiness")) {
            assertThat(RawHttp.exchange(port, "GET /actuator/health/" + probe + " HTTP/1.1", "Host: " + host))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(RawHttp.exchange(port, "GET /actuator/health HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]", "[::1]:80", "localhost."})
    void aKnownHostMayHaveAnyPort(String host) {
        assertThat(RawHttp.exchange(port, "GET /v1/programmes HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/programmes/..%2f..%2fetc%2fpasswd HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /v1/programmes/%2e%2e/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /v1\\programmes HTTP/1.1",
                "GET /v1/%zz HTTP/1.1",
                "GET /v1/{a} HTTP/1.1",
                "NO{T HTTP"
            })
    void whatTheServerItselfRefusesIsAProblemToo(String line) {
        assertThat(RawHttp.exchange(port, line, "Host: localhost"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "urn:quanyi:problem:bad-request")
                .doesNotContain("<html", "Tomcat", "Exception");
    }

    @Test
    void tooLargeHeadersAreAProblem() {
        assertThat(RawHttp.exchange(port, "GET / HTTP/1.1", "Host: localhost", "X-Large: " + "x".repeat(20_000)))
                .startsWith("HTTP/1.1 4")
                .contains("urn:quanyi:problem:");
    }

    @Test
    void twoHostsAreNone() {
        assertThat(RawHttp.exchange(port, "GET / HTTP/1.1", "Host: localhost", "Host: evil.example"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:quanyi:problem:bad-request");
    }

    @Test
    void pagesOfOtherSitesAreRefused() {
        Answer answer = client.send(
                "OPTIONS",
                "/v1/decisions",
                null,
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("cross-origin");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void aBodyBeyondTheBoundIsNotRead() {
        byte[] body = ("{\"programme\": \"" + "x".repeat(1_100_000) + "\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(client.decide(body).code()).isEqualTo("body-too-large");
        Answer chunked = client.send(
                "POST",
                "/v1/decisions",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                "application/json");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "PROPFIND", "get"})
    void aMethodThatNobodyKnowsIsNotImplemented(String method) {
        assertThat(RawHttp.exchange(port, method + " /v1/programmes HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 501")
                .contains("urn:quanyi:problem:not-implemented");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT localhost:80 HTTP/1.1, X-Nothing: x, 501, not-implemented",
        "GET / HTTP/1.1, Transfer-Encoding: gzip, 501, not-implemented",
        "GET / HTTP/1.1, Transfer-Encoding: identity, 501, not-implemented",
        "GET / HTTP/1.1, 'Transfer-Encoding: chunked, chunked', 400, bad-request",
        "GET / HTTP/9.9, X-Nothing: x, 505, http-version",
        "GET / HTTP/0.9, X-Nothing: x, 505, http-version"
    })
    void whatHttpItselfDoesNotHaveIsSaidAsHttpSaysIt(String line, String header, int status, String code) {
        assertThat(RawHttp.exchange(port, line, "Host: localhost", header))
                .startsWith("HTTP/1.1 " + status)
                .contains("urn:quanyi:problem:" + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?%", "?a=%zz", "?a=%ff", "?=a", "?at=%c0%ae"})
    void aQueryThatCannotBeReadIsABadRequest(String query) {
        for (String path : List.of("/v1/programmes", "/nowhere", "/actuator/health", "/swagger-ui.html")) {
            assertThat(RawHttp.exchange(port, "GET " + path + query + " HTTP/1.1", "Host: localhost"))
                    .startsWith("HTTP/1.1 400")
                    .contains("urn:quanyi:problem:bad-request");
        }
    }

    @Test
    void soManyParametersAreReadAndNotOneMore() {
        String path = "/actuator/health?a=b";
        assertThat(client.get(path + "&a=b".repeat(63)).status()).isEqualTo(200);
        assertThat(client.get(path + "&a=b".repeat(64)).code()).isEqualTo("bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/*+json", "application/json;charset=nosuch", "a/b/c"})
    void aTypeThatNoBodyCanBeOfIsUnsupported(String type) {
        for (String path : List.of("/v1/decisions", "/v1/decisions/batch", "/nowhere", "/v1/refresh")) {
            assertThat(client.post(path, type, "{}").status()).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=gbk",
                "application/json;charset=utf-16",
                "*/*;charset=us-ascii",
                "application/json;charset=us-ascii, text/plain;charset=us-ascii",
                "application/json;q=0, application/*;q=0, */*;q=0.5",
                "application/json;q=0",
                "*/*;q=0",
                "application/json;charset=nosuch",
                "-"
            })
    void anAnswerIsOfUtf8OrNotAcceptable(String accepted) {
        for (String path :
                List.of("/v1/programmes", "/v1/programmes/kingdee-galaxy-public/matrix", "/actuator/health")) {
            assertThat(client.get(path, "Accept", accepted).code()).isEqualTo("not-acceptable");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-8",
                "application/json;charset=gbk, application/json;q=0.1",
                "*/*",
                "text/html, application/*;q=0.8"
            })
    void anAcceptableOneIsFoundAmongOthers(String accepted) {
        Answer answer = client.get("/v1/programmes", "Accept", accepted);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "x-", "en;q=x", "en-US-u-", "*-CN", "0"})
    void aLanguageThatCannotBeReadIsNone(String language) {
        assertThat(client.get("/v1/programmes", "Accept-Language", language).status())
                .isEqualTo(200);
        assertThat(client.get("/nowhere", "Accept-Language", "en,".repeat(20) + language)
                        .header("Content-Language"))
                .isEqualTo("en");
    }

    @Test
    void aBodyAsItIsMaySaySo() {
        assertThat(client.decide("{}", "Content-Encoding", "identity").code()).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Prefix: /evil.example",
                "X-Forwarded-Server: evil.example",
                "Forwarded: host=evil.example;proto=https",
                "X-Forwarded-Host: localhost, evil.example"
            })
    void noAnswerRepeatsWhatOnlyAProxyMaySay(String header) {
        for (String path : List.of(
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/v3/api-docs/swagger-config",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-initializer.js",
                "/v1/programmes",
                "/nowhere",
                "/actuator",
                "/actuator/health")) {
            assertThat(RawHttp.exchange(port, "GET " + path + " HTTP/1.1", "Host: localhost", header))
                    .as(path)
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void aRedirectionRepeatsNoHost() {
        assertThat(client.get("/swagger-ui.html").header("Location")).startsWith("/swagger-ui/");
    }

    @Test
    void browsersAreToldToMakeNothingElseOfIt() {
        Answer answer = client.get("/v1/programmes");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }
}
