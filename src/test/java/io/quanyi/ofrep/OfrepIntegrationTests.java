package io.quanyi.ofrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanyi.ApiClient;
import io.quanyi.ShippedCases;
import io.quanyi.ShippedCases.ShippedCase;
import io.quanyi.access.credentials.ApiKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Flags over HTTP, with credentials. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "quanyi.ofrep.cors-origins=https://desk.example.com",
            "quanyi.ofrep.streams-per-caller=4",
            "quanyi.ofrep.keep-alive=1s"
        })
class OfrepIntegrationTests {

    private static final ApiKey KEY = ApiKey.make("flags", new SecureRandom());
    private static final ApiKey READER = ApiKey.make("library", new SecureRandom());
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FEEDBACK = "kingdee-galaxy-public.issue-feedback";
    private static final String AT = "2026-11-20T16:00:00+08:00";
    private static final String PREFERRED = """
            { "context": { "targetingKey": "C-1", "plan": "preferred", "severity": "normal", "time": "%s", "browser": "any" } }""".formatted(AT);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("quanyi.access.keys[0].id", () -> "flags");
        registry.add("quanyi.access.keys[0].hash", KEY::hash);
        registry.add("quanyi.access.keys[0].roles", () -> "decider");
        registry.add("quanyi.access.keys[1].id", () -> "library");
        registry.add("quanyi.access.keys[1].hash", READER::hash);
        registry.add("quanyi.access.keys[1].roles", () -> "reader");
    }

    @Test
    void aFlagIsWhetherTheCustomerIsEntitled() {
        HttpResponse<String> answer = evaluate(FEEDBACK, PREFERRED);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode flag = JSON.readTree(answer.body());
        assertThat(flag.path("key").asString()).isEqualTo(FEEDBACK);
        assertThat(flag.path("value").asBoolean()).isTrue();
        assertThat(flag.path("reason").asString()).isEqualTo("TARGETING_MATCH");
        assertThat(flag.path("variant").asString()).isEqualTo("ENTITLED");
        JsonNode metadata = flag.path("metadata");
        assertThat(metadata.path("rule").asString()).isEqualTo("GAL-FB-01");
        assertThat(metadata.path("clause").asString()).isEqualTo("二.1(1)");
        assertThat(metadata.path("responseDueAt").asString()).isEqualTo("2026-11-23T16:00:00+08:00");
        assertThat(metadata.path("release").asInt()).isEqualTo(1);
    }

    @Test
    void aFlagMayBeTheOutcomeOrTheWholeAnswer() {
        assertThat(value(FEEDBACK + ".outcome", PREFERRED).asString()).isEqualTo("ENTITLED");
        JsonNode decision = value(FEEDBACK + ".decision", PREFERRED);
        assertThat(decision.path("response").path("dueAt").asString()).isEqualTo("2026-11-23T16:00:00+08:00");
        assertThat(decision.path("reasons").path(0).path("message").asString()).startsWith("Included");
    }

    @Test
    void withoutAnInstantTheMetadataHaveNoDueTimes() {
        JsonNode metadata = JSON.readTree(evaluate(FEEDBACK, PREFERRED.replace("\"time\"", "\"clock\""))
                        .body())
                .path("metadata");
        assertThat(metadata.has("rule")).isTrue();
        assertThat(metadata.has("responseDueAt")).isFalse();
    }

    @Test
    void membersMayStandInASubscriptionAndAQuestion() {
        String nested = """
                { "context": { "targetingKey": "C-1", "subscription": { "plan": "preferred" },
                  "question": { "severity": "normal", "at": "%s" } } }""".formatted(AT);
        assertThat(evaluate(FEEDBACK, nested).body())
                .isEqualTo(evaluate(FEEDBACK, PREFERRED).body());
        assertThat(evaluate(FEEDBACK, nested.replace("plan", "plna")).body())
                .contains("INVALID_CONTEXT", "unknown-member");
    }

    /** Every case of every shipped release, but for those about several subscriptions: a context is about one. */
    @Test
    void everyShippedCaseIsAnsweredAlike() {
        ApiClient programs = new ApiClient(port);
        List<ShippedCase> all = ShippedCases.all();
        List<ShippedCase> carried =
                all.stream().filter(one -> one.request().has("subscription")).toList();
        assertThat(all)
                .filteredOn(one -> !carried.contains(one))
                .allMatch(one -> one.request().has("subscriptions"));
        long decided =
                carried.stream().filter(one -> isDecidedAlike(programs, one)).count();
        assertThat(decided).isGreaterThan((long) (ShippedCases.MIN_SHARE * all.size()));
    }

    private boolean isDecidedAlike(ApiClient programs, ShippedCase one) {
        JsonNode request = one.request();
        String service = request.path("question").path("service").asString();
        var context = JSON.createObjectNode().put("targetingKey", "C-1");
        request.properties().stream()
                .filter(member -> !member.getKey().equals("programme"))
                .forEach(member -> context.set(member.getKey(), member.getValue()));
        String body = JSON.createObjectNode().set("context", context).toString();
        HttpResponse<String> flag = evaluate(one.release().programme() + "." + service + ".decision", body);
        var expected = programs.decide(request.toString(), "Accept-Language", "en", "X-API-Key", KEY.text());
        if (expected.status() == 200) {
            assertThat(JSON.readTree(flag.body()).path("value")).as(one.place()).isEqualTo(expected.json());
            return true;
        }
        assertThat(flag.statusCode()).as(one.place()).isIn(400, 404);
        assertThat(flag.body())
                .as(one.place())
                .contains(expected.json().path("errors").path(0).path("code").asString());
        return false;
    }

    @Test
    void allFlagsOfAProgrammeComeWithATagThatHoldsUntilAnAnswerChanges() {
        String body =
                PREFERRED.replace("{ \"targetingKey\"", "{ \"programme\": \"kingdee-galaxy-public\", \"targetingKey\"");
        HttpResponse<String> first = bulk(body);
        assertThat(first.statusCode()).isEqualTo(200);
        JsonNode flags = JSON.readTree(first.body()).path("flags");
        assertThat(flags.findValuesAsString("key")).contains(FEEDBACK, FEEDBACK + ".outcome");
        assertThat(flags.findValuesAsString("errorCode")).containsOnly("INVALID_CONTEXT");
        assertThat(flags.findValuesAsString("errorDetails")).allMatch(details -> details.startsWith("missing-fact: /"));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(bulk(body, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(bulk(body, "If-None-Match", "\"a\", " + tag).statusCode()).isEqualTo(304);
        assertThat(bulk(body, "If-None-Match", "\"a\"").statusCode()).isEqualTo(200);
        HttpResponse<String> other = bulk(body.replace("preferred", "basic"), "If-None-Match", tag);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kingdee-galaxy-public.nothing | {\"plan\": \"basic\"} | 404 | FLAG_NOT_FOUND",
                "nobody.issue-feedback | {\"plan\": \"basic\"} | 404 | FLAG_NOT_FOUND",
                "issue-feedback | {} | 404 | FLAG_NOT_FOUND",
                "kingdee-galaxy-public.issue-feedback.due | {} | 404 | FLAG_NOT_FOUND",
                "kingdee-galaxy-public/issue-feedback | {} | 404 | FLAG_NOT_FOUND",
                "kingdee-galaxy-public.issue-feedback | {} | 400 | INVALID_CONTEXT",
                "kingdee-galaxy-public.issue-feedback | {\"plan\": \"basic\", \"subscription\": {\"plan\": \"preferred\"}} | 400 | INVALID_CONTEXT",
                "kingdee-galaxy-public.issue-feedback | {\"plan\": \"basic\", \"subscription\": []} | 400 | INVALID_CONTEXT",
                "kingdee-galaxy-public.issue-feedback | {\"plan\": \"basic\", \"question\": {\"service\": \"self-service-ops\"}} | 400 | INVALID_CONTEXT",
                "kingdee-galaxy-public.issue-feedback | {\"plan\": \"basic\", \"time\": 7} | 400 | INVALID_CONTEXT",
                "kingdee-galaxy-public.issue-feedback | {\"plan\": 7} | 400 | INVALID_CONTEXT",
                "kingdee-galaxy-public.issue-feedback | {\"plan\": \"none\"} | 400 | INVALID_CONTEXT",
                "kingdee-galaxy-public.issue-feedback | {\"plan\": \"preferred\", \"severity\": \"none\"} | 400 | INVALID_CONTEXT"
            })
    void aFlagWithoutAValueHasTheCodeOfTheReason(String key, String context, int status, String code) {
        String body = "{\"context\":"
                + context.replace("{", "{\"targetingKey\":\"C\"" + (context.equals("{}") ? "" : ",")) + "}";
        HttpResponse<String> answer = evaluate(key, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode failure = JSON.readTree(answer.body());
        assertThat(failure.path("key").asString()).isEqualTo(key);
        assertThat(failure.path("errorCode").asString()).isEqualTo(code);
        assertThat(failure.path("errorDetails").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | PARSE_ERROR",
                "7 | INVALID_CONTEXT",
                "{} | INVALID_CONTEXT",
                "{\"context\": []} | INVALID_CONTEXT",
                "{\"context\": {}} | TARGETING_KEY_MISSING",
                "{\"context\": {\"targetingKey\": \"\"}} | TARGETING_KEY_MISSING",
                "{\"context\": {\"targetingKey\": 7}} | TARGETING_KEY_MISSING",
                "{\"context\": {\"targetingKey\": \"C\"}} | INVALID_CONTEXT"
            })
    void aContextThatIsNoneIsRefusedForOneFlagAndForAll(String body, String code) {
        assertThat(JSON.readTree(evaluate(FEEDBACK, body).body())
                        .path("errorCode")
                        .asString())
                .isEqualTo(code);
        HttpResponse<String> all = bulk(body);
        assertThat(all.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(all.body()).path("errorCode").asString()).isEqualTo(code);
    }

    @Test
    void aMemberMayStandTwiceWithOneValueAndNullIsNone() {
        String expected = evaluate(FEEDBACK, PREFERRED).body();
        String twice =
                "\"subscription\": { \"plan\": \"preferred\", \"customerId\": null }, \"question\": { \"at\": null }, ";
        assertThat(evaluate(FEEDBACK, PREFERRED.replace("\"plan\"", twice + "\"plan\""))
                        .body())
                .isEqualTo(expected);
        JsonNode timeless = JSON.readTree(
                evaluate(FEEDBACK, PREFERRED.replace('"' + AT + '"', "null")).body());
        assertThat(timeless.path("metadata").has("responseDueAt")).isFalse();
        assertThat(timeless.path("value").asBoolean()).isTrue();
    }

    @Test
    void measuresStandInTheirPart() {
        String within = "\"question\": { \"measures\": { \"cores\": 3 } }, \"plan\"";
        String beside = "\"measures\": { \"cores\": 3 }, \"plan\"";
        assertThat(evaluate(FEEDBACK, PREFERRED.replace("\"plan\"", within)).body())
                .contains("/question/measures/cores");
        assertThat(evaluate(FEEDBACK, PREFERRED.replace("\"plan\"", beside)).body())
                .contains("INVALID_CONTEXT", "measures");
    }

    @Test
    void whatIsNoContextIsPassedOver() {
        String body = PREFERRED.replace(
                "{ \"targetingKey\"",
                "{ \"programme\": \"kingdee-galaxy-public\", \"service\": \"checkout\", \"targetingKey\"");
        assertThat(evaluate(FEEDBACK, body).statusCode()).isEqualTo(200);
        assertThat(bulk(body).statusCode()).isEqualTo(200);
        assertThat(send(
                                "POST",
                                "/ofrep/v1/evaluate/flags?flagConfigEtag=a&flagConfigLastModified=1771622898",
                                body,
                                withKey())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTagHoldsAlsoIfAProxyWeakenedItAndNotIfItIsForged() {
        String body =
                PREFERRED.replace("{ \"targetingKey\"", "{ \"programme\": \"kingdee-galaxy-public\", \"targetingKey\"");
        String tag = bulk(body).headers().firstValue("ETag").orElseThrow();
        assertThat(bulk(body, "If-None-Match", "W/" + tag).statusCode()).isEqualTo(304);
        for (String other : List.of("", "*", ",,", tag.substring(0, 60), "\"" + "0".repeat(64) + "\"", "\"\"")) {
            assertThat(bulk(body, "If-None-Match", other).statusCode())
                    .as(other)
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyThatIsTooLargeOrOfAnotherTypeIsRefused() {
        assertThat(evaluate(FEEDBACK, " ".repeat(1_100_000)).statusCode()).isEqualTo(413);
        assertThat(evaluate(FEEDBACK, "[".repeat(50) + "]".repeat(50)).body()).contains("PARSE_ERROR");
        HttpRequest text = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ofrep/v1/evaluate/flags"))
                .header("Content-Type", "text/plain")
                .header("X-API-Key", KEY.text())
                .POST(BodyPublishers.ofString(PREFERRED))
                .build();
        assertThat(send(text, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /evaluate/flags, qk_nobody, application/json, 2, 401, unauthenticated",
        "POST, /evaluate/flags/a.b, '', text/plain, 2, 415, unsupported-media-type",
        "POST, /evaluate/flags, '', application/json, 1100000, 413, body-too-large",
        "GET, /evaluate/flags, '', application/json, 0, 405, method-not-allowed",
        "PUT, /evaluate/flags/a.b, '', application/json, 2, 405, method-not-allowed",
        "POST, /events, '', application/json, 2, 405, method-not-allowed",
        "POST, /nothing, '', application/json, 2, 404, not-found",
        "GET, /events?programme=kingdee-galaxy-public, '', application/json, 0, 401, unauthenticated"
    })
    void whatIsRefusedUnreadIsAFailureOfTheProtocol(
            String method, String path, String key, String type, int size, int status, String code) {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ofrep/v1" + path))
                        .header("X-API-Key", key.isEmpty() ? KEY.text() : key)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(" ".repeat(size)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
        JsonNode failure = JSON.readTree(answer.body());
        assertThat(failure.path("errorCode").asString()).isEqualTo("GENERAL");
        assertThat(failure.path("errorDetails").asString()).startsWith(code + ": ");
    }

    @Test
    void callersWithoutCredentialsOrRoleAreRefused() {
        for (String flags :
                List.of("", "/", "/" + FEEDBACK, "/" + FEEDBACK + "/", "/kingdee-galaxy-public/issue-feedback")) {
            assertThat(send("POST", "/ofrep/v1/evaluate/flags" + flags, PREFERRED)
                            .statusCode())
                    .as(flags)
                    .isEqualTo(401);
        }
        assertThat(send("POST", "/ofrep/v1/evaluate/flags", PREFERRED, "X-API-Key", READER.text())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anApiKeyMayComeAsABearerToken() {
        String bearer = "Bearer " + KEY.text();
        assertThat(send("POST", "/ofrep/v1/evaluate/flags/" + FEEDBACK, PREFERRED, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/v1/decisions", "{}", "Authorization", bearer).statusCode())
                .isEqualTo(401);
    }

    @Test
    void onlyPagesOfConfiguredOriginsMayAsk() {
        HttpResponse<String> allowed = preflight("/ofrep/v1/evaluate/flags", "https://desk.example.com");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://desk.example.com");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(preflight("/ofrep/v1/evaluate/flags", "https://desk.example.com.evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(preflight("/v1/decisions", "https://desk.example.com").statusCode())
                .isEqualTo(403);
        HttpResponse<String> answer = evaluate(FEEDBACK, PREFERRED, "Origin", "https://desk.example.com");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag");
    }

    @Test
    void aStreamOpensWithItsTokenOnly() throws IOException {
        String address = stream();
        assertThat(address).startsWith("/ofrep/v1/events?programme=kingdee-galaxy-public&token=");
        for (String forged : List.of(
                address.replaceFirst("&token=.*", ""),
                address.replaceFirst("&token=.*", "&token="),
                address.replaceFirst("token=(\\d+)", "token=9$1"),
                address.replaceFirst("token=\\d+", "token=1"),
                address.substring(0, address.length() - 1),
                address.replace("galaxy-public", "premium-success"))) {
            assertThat(send("GET", forged, null).statusCode()).as(forged).isEqualTo(401);
        }
        assertThat(send("GET", address.replace("programme=kingdee-galaxy-public&", ""), null)
                        .body())
                .contains("member-missing", "/programme");
        assertThat(send("GET", address + "&programme=kingdee-premium-success", null)
                        .body())
                .contains("duplicate-member", "/programme");
    }

    @Test
    void aReaderThatKnowsAnEarlierVersionIsToldAtOnce() throws IOException {
        try (BufferedReader events = open(stream(), "Last-Event-ID", "0-none")) {
            List<String> event = Stream.generate(() -> line(events))
                    .filter(line -> !line.isEmpty() && !line.startsWith(":"))
                    .limit(3)
                    .toList();
            assertThat(event).anyMatch(line -> line.startsWith("id:"));
            assertThat(event).anyMatch(line -> line.startsWith("data:") && line.contains("\"refetchEvaluation\""));
        }
    }

    @Test
    void streamsAreBounded() throws IOException {
        String address = stream();
        List<BufferedReader> open = new ArrayList<>();
        HttpResponse<InputStream> last = connect(address);
        while (last.statusCode() == 200 && open.size() < 6) {
            open.add(reader(last));
            last = connect(address);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(open).isNotEmpty().allMatch(reader -> line(reader).startsWith(":"));
        for (BufferedReader reader : open) {
            reader.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void otherMethodsAreRefused(String method) {
        assertThat(send(method, "/ofrep/v1/evaluate/flags/" + FEEDBACK, null, "X-API-Key", KEY.text())
                        .statusCode())
                .isEqualTo(405);
    }

    private String stream() {
        String body =
                PREFERRED.replace("{ \"targetingKey\"", "{ \"programme\": \"kingdee-galaxy-public\", \"targetingKey\"");
        return JSON.readTree(bulk(body).body())
                .path("eventStreams")
                .path(0)
                .path("endpoint")
                .path("requestUri")
                .asString();
    }

    private JsonNode value(String key, String body) {
        return JSON.readTree(evaluate(key, body).body()).path("value");
    }

    private HttpResponse<String> evaluate(String key, String body, String... headers) {
        return send("POST", "/ofrep/v1/evaluate/flags/" + key, body, withKey(headers));
    }

    private HttpResponse<String> bulk(String body, String... headers) {
        return send("POST", "/ofrep/v1/evaluate/flags", body, withKey(headers));
    }

    private static String[] withKey(String... headers) {
        return Stream.concat(Arrays.stream(headers), Stream.of("X-API-Key", KEY.text()))
                .toArray(String[]::new);
    }

    private HttpResponse<String> preflight(String path, String origin) {
        return send(
                "OPTIONS",
                path,
                null,
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type, x-api-key");
    }

    private BufferedReader open(String address, String... headers) {
        HttpResponse<InputStream> answer =
                await().until(() -> connect(address, headers), one -> one.statusCode() == 200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        return reader(answer);
    }

    private HttpResponse<InputStream> connect(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader reader(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String line(BufferedReader reader) {
        try {
            return String.valueOf(reader.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
