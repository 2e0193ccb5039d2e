package io.quanyi.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.quanyi.ApiClient;
import io.quanyi.ShippedCases;
import io.quanyi.ShippedCases.ShippedCase;
import io.quanyi.access.credentials.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools, called by the protocol's own client. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class McpIntegrationTests {

    private static final ApiKey BOTH = ApiKey.make("assistant", new SecureRandom());
    private static final ApiKey READER = ApiKey.make("library", new SecureRandom());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String ASKED = """
            { "programme": "kingdee-galaxy-public", "subscription": { "plan": "preferred" },
              "question": { "service": "issue-feedback", "severity": "normal", "at": "2026-11-20T16:00:00+08:00" } }""";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("quanyi.access.keys[0].id", () -> "assistant");
        registry.add("quanyi.access.keys[0].hash", BOTH::hash);
        registry.add("quanyi.access.keys[0].roles", () -> "decider,reader");
        registry.add("quanyi.access.keys[1].id", () -> "library");
        registry.add("quanyi.access.keys[1].hash", READER::hash);
        registry.add("quanyi.access.keys[1].roles", () -> "reader");
    }

    @Test
    void aClientFindsTheToolsOfItsRoles() {
        try (McpSyncClient client = client(BOTH)) {
            assertThat(client.getServerInfo().name()).isEqualTo("quanyi");
            assertThat(client.getServerInstructions()).contains("missing-fact");
            assertThat(client.listTools().tools()).hasSize(Tool.ALL.size()).allSatisfy(tool -> {
                assertThat(tool.description()).isNotBlank();
                assertThat(tool.title()).isNotBlank();
                assertThat(tool.annotations().readOnlyHint()).isTrue();
                assertThat(tool.inputSchema().toString()).doesNotContain("components/schemas");
            });
        }
        try (McpSyncClient client = client(READER)) {
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactly("list_programmes", "list_codes", "list_facts", "look_up_clauses");
        }
    }

    @Test
    void everyMemberOfEverySchemaIsDescribed() {
        try (McpSyncClient client = client(BOTH)) {
            client.listTools()
                    .tools()
                    .forEach(tool -> assertDescribed(tool.name(), JSON.valueToTree(tool.inputSchema())));
        }
    }

    private static void assertDescribed(String path, JsonNode schema) {
        schema.path("properties").properties().forEach(member -> {
            String name = path + "/" + member.getKey();
            assertThat(member.getValue().path("description").asString())
                    .as(name)
                    .isNotBlank();
        });
        schema.path("$defs").properties().forEach(entry -> assertDescribed(entry.getKey(), entry.getValue()));
    }

    @Test
    void theSchemaOfAToolAcceptsWhatItAcceptsAndNothingElse() {
        try (McpSyncClient client = client(BOTH)) {
            String schema = JSON.writeValueAsString(client.listTools().tools().stream()
                    .filter(tool -> tool.name().equals("decide"))
                    .findFirst()
                    .orElseThrow()
                    .inputSchema());
            var compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
            assertThat(compiled.validate(ASKED, InputFormat.JSON)).isEmpty();
            assertThat(compiled.validate(
                            ASKED.replace("\"programme\"", "\"answerLanguage\": \"en\", \"programme\""),
                            InputFormat.JSON))
                    .isEmpty();
            assertThat(compiled.validate(ASKED.replace("plan", "plna"), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @Test
    void anAssistantFindsIdsFactsAndClauses() {
        try (McpSyncClient client = client(READER)) {
            assertThat(called(client, "list_programmes", "{}").toString()).contains("kingdee-galaxy-public");
            JsonNode codes = called(client, "list_codes", """
                    { "programme": "kingdee-galaxy-public", "answerLanguage": "zh-CN" }""");
            assertThat(codes.toString()).contains("issue-feedback").contains("问题反馈");
            JsonNode facts = called(client, "list_facts", """
                    { "programme": "kingdee-galaxy-public", "service": "issue-feedback", "release": 1,
                      "answerLanguage": "en" }""");
            assertThat(facts.path("facts").findValuesAsString("pointer")).contains("/subscription/plan");
            JsonNode clauses = called(client, "look_up_clauses", """
                    { "programme": "kingdee-galaxy-public", "words": "问题反馈 7*24", "at": "2026-11-20T16:00:00+08:00" }""");
            assertThat(clauses.path("clauses").findValuesAsString("number")).contains("二.1(1)");
        }
    }

    @Test
    void anAnswerIsThatOfTheInterface() {
        try (McpSyncClient client = client(BOTH)) {
            JsonNode answer = called(client, "decide", ASKED);
            assertThat(answer.path("outcome").asString()).isEqualTo("ENTITLED");
            assertThat(answer.path("response").path("dueAt").asString()).isEqualTo("2026-11-23T16:00:00+08:00");
            assertThat(called(client, "list_entitlements", """
                    { "programme": "kingdee-galaxy-public", "subscription": { "plan": "preferred" },
                      "question": { "at": "2026-11-20T16:00:00+08:00" } }""")
                            .path("decisions")
                            .size())
                    .isPositive();
            assertThat(called(client, "explain", ASKED).toString()).contains("GAL-FB-01");
            assertThat(called(client, "find_alternatives", ASKED).has("complete"))
                    .isTrue();
        }
    }

    /** Every case of every shipped release, by the tool and by the interface: the same answer, also where it is a problem. */
    @Test
    void everyShippedCaseIsAnsweredAlike() {
        ApiClient programs = new ApiClient(port);
        List<ShippedCase> all = ShippedCases.all();
        long decided;
        try (McpSyncClient client = client(BOTH)) {
            decided = all.stream()
                    .filter(one -> isDecidedAlike(client, programs, one))
                    .count();
        }
        assertThat(decided).isGreaterThan((long) (ShippedCases.MIN_SHARE * all.size()));
    }

    private static boolean isDecidedAlike(McpSyncClient client, ApiClient programs, ShippedCase one) {
        String request = one.request().toString();
        var expected = programs.decide(request, "Accept-Language", "en", "X-API-Key", BOTH.text());
        CallToolResult result = client.callTool(call("decide", request));
        assertThat(result.isError()).as(one.place()).isEqualTo(expected.status() != 200);
        assertThat(JSON.readTree(text(result))).as(one.place()).isEqualTo(JSON.readTree(expected.text()));
        return expected.status() == 200;
    }

    @Test
    void numbersKeepTheirDigits() {
        String request = ASKED.replace(
                "\"plan\": \"preferred\"",
                "\"plan\": \"preferred\", \"contract\": { \"amount\": 58000.00000000000000000001, \"currency\": \"CNY\" }");
        try (McpSyncClient client = client(BOTH)) {
            CallToolResult result = client.callTool(call("decide", request));
            assertThat(text(result)).contains("58000.00000000000000000001").contains("number-not-plain");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "decide, '{}', /programme member-missing",
        "decide, '{\"programme\":\"nobody\",\"subscription\":{\"plan\":\"a\"},\"question\":{\"service\":\"b\"}}', /programme unknown-programme",
        "decide, '{\"answerLanguage\":\"fr\"}', /answerLanguage text-not-of-form",
        "decide, '{\"answerLanguage\":7}', /answerLanguage wrong-type",
        "list_codes, '{}', /programme member-missing",
        "list_codes, '{\"programme\":\"kingdee-galaxy-public\",\"plan\":\"a\"}', /plan unknown-member",
        "list_codes, '{\"programme\":\"kingdee-galaxy-public\",\"release\":0}', /release number-out-of-range",
        "list_codes, '{\"programme\":\"kingdee-galaxy-public\",\"release\":1,\"at\":\"2026-11-20T16:00:00+08:00\"}', /release query-contradicts",
        "list_facts, '{\"programme\":\"../decisions\",\"service\":\"x\"}', ' unknown-programme'",
    })
    void wrongArgumentsAreAResultThatNamesEachFault(String tool, String arguments, String fault) {
        try (McpSyncClient client = client(BOTH)) {
            CallToolResult result = client.callTool(call(tool, arguments));
            assertThat(result.isError()).isTrue();
            assertThat(JSON.readTree(text(result)).path("errors").valueStream())
                    .extracting(error -> error.path("pointer").asString() + " "
                            + error.path("code").asString())
                    .contains(fault);
        }
    }

    @Test
    void aToolOfAnotherRoleIsRefused() {
        try (McpSyncClient client = client(READER)) {
            CallToolResult result = client.callTool(call("decide", ASKED));
            assertThat(result.isError()).isTrue();
            assertThat(text(result)).contains("\"forbidden\"").doesNotContain("outcome");
        }
    }

    @Test
    void anUnknownToolIsAnErrorOfTheProtocol() {
        try (McpSyncClient client = client(BOTH)) {
            assertThatThrownBy(() -> client.callTool(call("publish", "{}"))).hasMessageContaining("Unknown tool");
        }
    }

    @Test
    void strangersAreRefused() {
        assertThat(post("{}", "X-API-Key", "qk_nobody").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "7",
                "{}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"a\":1,\"a\":2}",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud800\",\"method\":\"ping\"}"
            })
    void anythingButAMessageIsAnErrorOfTheProtocol(String body) {
        HttpResponse<String> answer = post(body, "X-API-Key", BOTH.text());
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(answer.body());
        assertThat(error.path("jsonrpc").asString()).isEqualTo("2.0");
        assertThat(error.path("error").path("code").asInt()).isIn(-32700, -32600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "tools/call | null",
                "tools/call | []",
                "tools/call | \"decide\"",
                "tools/call | {}",
                "tools/call | {\"name\":7}",
                "tools/call | {\"name\":\"publish\"}",
                "tools/call | {\"name\":\"decide\",\"arguments\":[]}",
                "tools/call | {\"name\":\"decide\",\"arguments\":\"all\"}",
                "tools/list | {\"cursor\":\"1\"}",
                "tools/list | 7",
                "initialize | null",
                "tools/list | {\"_meta\":7}",
                "tools/call | {\"name\":\"list_programmes\",\"_meta\":\"all\"}",
                "tools/call | {\"name\":\"list_programmes\",\"_meta\":[]}",
                "initialize | {\"protocolVersion\":7}",
                "initialize | {\"protocolVersion\":\"2025-06-18\",\"capabilities\":7}",
                "initialize | {\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"roots\":[]}}",
                "initialize | {\"protocolVersion\":\"2025-06-18\",\"clientInfo\":7}",
                "initialize | {\"protocolVersion\":\"2025-06-18\",\"clientInfo\":{\"name\":[]}}"
            })
    void parametersThatAMethodDoesNotTakeAreAnErrorOfTheProtocol(String method, String params) {
        HttpResponse<String> answer = post(
                "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"" + method + "\",\"params\":" + params + "}",
                "X-API-Key",
                BOTH.text());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode error = JSON.readTree(answer.body());
        assertThat(error.path("id").asString()).isEqualTo("a");
        assertThat(error.path("error").path("code").asInt()).isEqualTo(-32602);
        assertThat(answer.body()).doesNotContain("io.", "Exception", "null");
    }

    /** The refusals before a message is read: an error of JSON-RPC without an id, with the problem document as its data. */
    @ParameterizedTest
    @CsvSource({
        "POST, application/json, 0, qk_nobody, 401, unauthenticated",
        "POST, text/plain, 2, '', 415, unsupported-media-type",
        "POST, application/json;charset=utf-16, 2, '', 400, ''",
        "POST, application/json, 1100000, '', 413, body-too-large",
        "GET, application/json, 0, '', 405, method-not-allowed",
        "PUT, application/json, 2, '', 405, method-not-allowed",
        "DELETE, application/json, 0, '', 405, method-not-allowed"
    })
    void whatIsRefusedUnreadIsAnErrorOfTheProtocol(
            String method, String type, int size, String key, int status, String code) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
                .header("X-API-Key", key.isEmpty() ? BOTH.text() : key)
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .method(method, BodyPublishers.ofString(" ".repeat(size)))
                .build());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        JsonNode error = JSON.readTree(answer.body());
        assertThat(error.path("jsonrpc").asString()).isEqualTo("2.0");
        assertThat(error.path("id").isNull()).isTrue();
        assertThat(error.path("error").path("code").asInt()).isIn(-32600, -32700);
        assertThat(error.path("error").path("message").asString()).isNotBlank();
        assertThat(error.path("error").path("data").path("code").asString("")).isEqualTo(code);
    }

    @Test
    void aNotificationIsTakenAndNotAnswered() {
        for (String method : new String[] {"notifications/initialized", "notifications/nobody"}) {
            HttpResponse<String> answer =
                    post("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"}", "X-API-Key", BOTH.text());
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example, 403",
        "Origin, null, 403",
        "MCP-Protocol-Version, '', 400",
        "MCP-Protocol-Version, 2025-06-18, 200",
        "Mcp-Session-Id, any, 200"
    })
    void headersOfTheProtocolAreLookedAt(String name, String value, int status) {
        HttpResponse<String> answer =
                post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "X-API-Key", BOTH.text(), name, value);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void anUnknownMethodAndAnUnknownVersionAreRefused() {
        HttpResponse<String> method =
                post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nobody\"}", "X-API-Key", BOTH.text());
        assertThat(JSON.readTree(method.body()).path("error").path("code").asInt())
                .isEqualTo(-32601);
        HttpResponse<String> version = post(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
                "X-API-Key",
                BOTH.text(),
                "MCP-Protocol-Version",
                "1999-01-01");
        assertThat(version.statusCode()).isEqualTo(400);
    }

    private McpSyncClient client(ApiKey key) {
        McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
                        .endpoint("/mcp")
                        .requestBuilder(HttpRequest.newBuilder()
                                .header("X-API-Key", key.text())
                                .header("Accept-Language", "en"))
                        .build())
                .requestTimeout(Duration.ofSeconds(30))
                .build();
        client.initialize();
        return client;
    }

    @SuppressWarnings("unchecked")
    private static CallToolRequest call(String tool, String arguments) {
        Map<String, Object> all = JSON.readValue(arguments, Map.class);
        return CallToolRequest.builder(tool).arguments(all).build();
    }

    private static JsonNode called(McpSyncClient client, String tool, String arguments) {
        CallToolResult result = client.callTool(call(tool, arguments));
        assertThat(result.isError()).as(text(result)).isFalse();
        assertThat((Map<?, ?>) result.structuredContent())
                .isEqualTo(JsonMapper.shared().readValue(text(result), Map.class));
        return JSON.readTree(text(result));
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    private HttpResponse<String> post(String body, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
                .headers(headers)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
