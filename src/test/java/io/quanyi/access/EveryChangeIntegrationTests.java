package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import io.quanyi.access.credentials.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Checks that every operation that changes something writes to the audit log. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"quanyi.console.enabled=true", "quanyi.store.poll=1h"})
class EveryChangeIntegrationTests {

    private static final ApiKey KEY = ApiKey.make("everything", new SecureRandom());
    private static final String DRAFTS = "/v1/programmes/kingdee-galaxy-public/drafts";
    private static final String JSON = "application/json";

    /** The operations that change nothing although their method may write: those that only read or try, and a sign-out without a session. */
    private static final Pattern READING = Pattern.compile(
            "/v1/(decisions|entitlements|alternatives|explanations)(/batch)?|/v1/programmes/\\{programme}/drafts/\\{draft}/(decisions|explanations|check)|/console/.*/check|/console/\\{programme}/(news|ask|customer)"
                    + "|/ofrep/.*|/access/.*|/authzen/.*|/mcp|/error|/|/console/sign-out");

    /** A variable of a path, with the form of its values, which may count characters in braces. */
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:([^{}]|\\{[^}]*})*)?}");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Values for the variables of paths, other than the draft. */
    private static final Map<String, String> VARIABLES = Map.of(
            "programme",
            "kingdee-galaxy-public",
            "file",
            "issue-feedback.drl",
            "rule",
            "GAL-FB-01",
            "screen",
            "cases",
            "from",
            "1",
            "to",
            "1");

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping operations;

    private ApiClient client;
    private String draft;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        registry.add("quanyi.access.keys[0].id", () -> "everything");
        registry.add("quanyi.access.keys[0].hash", KEY::hash);
        registry.add("quanyi.access.keys[0].roles", () -> "decider,reader,author,approver,publisher");
        registry.add("quanyi.audit.file", () -> folder.resolve("audit.ndjson"));
    }

    @BeforeEach
    void begin() {
        client = new ApiClient(port);
        draft = fresh();
    }

    @Test
    void everyCallThatMayWriteIsALine() throws IOException {
        Map<String, String> calls = new TreeMap<>();
        operations
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> !READING.matcher(path).matches())
                        .forEach(path -> mapping.getMethodsCondition().getMethods().stream()
                                .filter(method -> method != RequestMethod.GET)
                                .forEach(method -> calls.put(call(method, path, mapping), method + " " + path))));
        assertThat(calls).hasSizeGreaterThan(30);
        Set<String> silent = new TreeSet<>(calls.values());
        String lines = Files.readString(folder.resolve("audit.ndjson"));
        calls.forEach((id, call) -> {
            if (lines.contains(id)) {
                silent.remove(call);
            }
        });
        assertThat(silent).isEmpty();
    }

    /** Sends a call to a draft of its own, and returns the id of its request. */
    private String call(RequestMethod method, String path, RequestMappingInfo mapping) {
        String id = UUID.randomUUID().toString();
        String type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MediaType::toString)
                .findFirst()
                .orElse(path.startsWith("/console") ? MediaType.APPLICATION_FORM_URLENCODED_VALUE : JSON);
        String own = fresh();
        String filled = VARIABLE.matcher(path)
                .replaceAll(variable ->
                        variable.group(1).equals("draft") ? own : VARIABLES.getOrDefault(variable.group(1), "nothing"));
        // Without a look at the answer, which is a page or a problem
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + filled))
                .headers("X-API-Key", KEY.text(), "Content-Type", type, "X-Request-ID", id)
                .method(method.name(), BodyPublishers.ofString(type.equals(JSON) ? "{}" : ""))
                .build();
        assertThat(HTTP.sendAsync(request, BodyHandlers.discarding()).join().statusCode())
                .as(filled)
                .isLessThan(500);
        send("DELETE", DRAFTS + "/" + own, null, "If-Match", "*");
        return id;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | /files/new-support.drl    | text/plain | text | edit accepted 200",
                "PUT    | /files/nothing.txt        | text/plain | text | edit refused 400",
                "PUT    | /files/issue-feedback.drl | text/plain | text | edit refused 412",
                "DELETE | /files/nothing.drl        |            |      | remove refused 404",
                "DELETE | ''                        |            |      | remove accepted 200",
                "POST   | /update                   |            |      | edit accepted 200",
                "POST   | /test                     |            |      | trial accepted 202",
                "POST   | /submit                   | application/json | {} | submit refused 400"
            })
    void aChangeOfADraftIsALineWithItsPath(
            String method, String path, @Nullable String type, @Nullable String body, String line) throws IOException {
        String id = UUID.randomUUID().toString();
        String condition = path.contains("new-support") || line.endsWith("412") ? "If-None-Match" : "If-Match";
        String place = DRAFTS + "/" + draft + path;
        Answer answer = type == null
                ? send(method, place, null, condition, "*", "X-Request-ID", id)
                : send(method, place, body, condition, "*", "X-Request-ID", id, "Content-Type", type);
        assertThat(lines(id)).as(answer.text()).containsExactly("key:everything " + line + " " + place);
    }

    @Test
    void aReadingOfADraftIsNoLine() throws IOException {
        String id = UUID.randomUUID().toString();
        send("GET", DRAFTS + "/" + draft, null, "X-Request-ID", id);
        send("POST", DRAFTS + "/" + draft + "/check", null, "X-Request-ID", id);
        assertThat(lines(id)).isEmpty();
    }

    private String fresh() {
        Answer begun = send("POST", DRAFTS, "{\"title\":\"On record\"}", "Content-Type", JSON);
        return begun.json().at("/id").asString();
    }

    private Answer send(String method, String path, @Nullable String body, String... headers) {
        String[] all = Stream.concat(
                        Stream.of("X-API-Key", KEY.text(), "Accept-Language", "en"), Arrays.stream(headers))
                .toArray(String[]::new);
        return client.send(method, path, body == null ? null : BodyPublishers.ofString(body), all);
    }

    private static List<String> lines(String requestId) throws IOException {
        return Files.readAllLines(folder.resolve("audit.ndjson")).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.path("requestId").asString().equals(requestId))
                .map(line -> Stream.of("principal", "action", "outcome", "status", "path")
                        .map(member -> line.path(member).asString())
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
