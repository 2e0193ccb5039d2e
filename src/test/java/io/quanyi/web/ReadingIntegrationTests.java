package io.quanyi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Checks the reading operations: HEAD answers as GET, tags spare a second answer, and Allow names the methods of a path. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReadingIntegrationTests {

    private static final String GALAXY = "/v1/programmes/kingdee-galaxy-public";

    /** The headers that differ between two answers or two connections. */
    private static final Set<String> OWN = Set.of("date", "x-request-id", ":status", "connection");

    private final ApiClient client;

    ReadingIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    static List<String> tagged() {
        return List.of(
                "/v1/programmes",
                GALAXY,
                GALAXY + "/catalogue",
                GALAXY + "/catalogue?release=1",
                GALAXY + "/matrix?release=1",
                GALAXY + "/releases",
                GALAXY + "/releases/1",
                GALAXY + "/releases/1/rules",
                GALAXY + "/releases/1/rules/GAL-FB-01",
                GALAXY + "/changes?from=2020-01-01T00:00:00Z");
    }

    static List<String> readable() {
        List<String> others = List.of(
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/swagger-ui/index.html",
                "/actuator/health/liveness",
                "/nowhere",
                "/v1/programmes/nobody",
                GALAXY + "/matrix?at=never",
                GALAXY + "/catalogue?release=99",
                "/v1/decisions");
        return java.util.stream.Stream.concat(tagged().stream(), others.stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("readable")
    void headSaysWhatGetSays(String path) {
        Answer get = client.get(path, "Accept-Language", "en");
        Answer head = client.send("HEAD", path, null, "Accept-Language", "en");
        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.text()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(get));
    }

    @Test
    void aRuleAsItsAuthorWroteItHasAHeadToo() {
        String rule = GALAXY + "/releases/1/rules/GAL-FB-01";
        Answer get = client.get(rule, "Accept", "text/plain");
        Answer head = client.send("HEAD", rule, null, "Accept", "text/plain");
        assertThat(headers(head)).isEqualTo(headers(get)).containsKey("etag");
        assertThat(get.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    }

    @ParameterizedTest
    @MethodSource("tagged")
    void whoHasTheAnswerIsNotSentItAgain(String path) {
        Answer first = client.get(path, "Accept-Language", "en");
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        for (String method : List.of("GET", "HEAD")) {
            for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*", " * ")) {
                Answer again = client.send(method, path, null, "Accept-Language", "en", "If-None-Match", known);
                assertThat(again.status()).as(known).isEqualTo(304);
                assertThat(again.text()).isEmpty();
                for (String header : List.of("ETag", "Vary", "Cache-Control", "Content-Language")) {
                    assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
                }
                assertThat(again.header("Vary")).contains("Accept-Language");
            }
            for (String other : List.of("\"x\"", "x", "W/\"x\"", "", "\"*\"", tag.replace("\"", ""))) {
                assertThat(client.send(method, path, null, "Accept-Language", "en", "If-None-Match", other)
                                .status())
                        .as(other)
                        .isEqualTo(200);
            }
        }
        Answer chinese = client.get(path, "Accept-Language", "zh-CN");
        assertThat(chinese.header("ETag").equals(tag))
                .as("another language has another tag, where there are any words")
                .isEqualTo(chinese.text().equals(first.text()) && !path.endsWith("/releases"));
    }

    @Test
    void whatIsNotThereHasNoTag() {
        for (String path : List.of("/v1/programmes/nobody", GALAXY + "/releases/99", GALAXY + "/matrix?at=never")) {
            Answer answer = client.get(path, "If-None-Match", "*");
            assertThat(answer.status()).isBetween(400, 404);
            assertThat(answer.header("ETag")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/decisions | OPTIONS, POST",
                "/v1/decisions/batch | OPTIONS, POST",
                "/v1/entitlements | OPTIONS, POST",
                "/v1/alternatives | OPTIONS, POST",
                "/v1/explanations | OPTIONS, POST",
                "/v1/programmes | GET, HEAD, OPTIONS",
                "/v1/programmes/kingdee-galaxy-public | GET, HEAD, OPTIONS",
                "/v1/programmes/kingdee-galaxy-public/catalogue | GET, HEAD, OPTIONS",
                "/v1/programmes/kingdee-galaxy-public/matrix | GET, HEAD, OPTIONS",
                "/v1/programmes/kingdee-galaxy-public/releases | GET, HEAD, OPTIONS, POST",
                "/v1/programmes/kingdee-galaxy-public/releases/1/rules | GET, HEAD, OPTIONS",
                "/v1/programmes/kingdee-galaxy-public/rollbacks | OPTIONS, POST",
                "/v1/programmes/kingdee-galaxy-public/withdrawals | OPTIONS, POST",
                "/v1/programmes/kingdee-galaxy-public/impact | OPTIONS, POST",
                "/v1/programmes/kingdee-galaxy-public/files/catalogue | GET, HEAD, OPTIONS",
                "/v1/calendars | GET, HEAD, OPTIONS, POST",
                "/v1/refresh | OPTIONS, POST",
                "/actuator/health | GET, HEAD, OPTIONS"
            })
    void allowNamesTheMethodsThatThereAre(String path, String allowed) {
        Set<String> expected = methods(allowed);
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
            if (!expected.contains(method)) {
                Answer refused = client.send(method, path, null);
                assertThat(refused.status()).as(method).isEqualTo(405);
                assertThat(methods(refused.header("Allow"))).as(method).isEqualTo(expected);
            }
        }
        Answer options = client.send("OPTIONS", path, null);
        assertThat(options.status()).isEqualTo(200);
        assertThat(methods(options.header("Allow"))).isEqualTo(expected);
        assertThat(options.text()).isEmpty();
    }

    private static Set<String> methods(String allow) {
        return Arrays.stream(allow.split(",", -1)).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(OWN);
        return headers;
    }
}
