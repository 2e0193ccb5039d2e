package io.quanyi.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.web.operation.OperationCaller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that callers of a standard see a failure inside the service as an error in the form of their standard, without its cause. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class UnexpectedFailuresIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CAUSE = "io.quanyi.Broken";
    private static final AtomicReference<Part> BROKEN = new AtomicReference<>(Part.NONE);

    /** The part of the service that fails within controllers; the threads of the service and its filters go on. */
    private enum Part {
        NONE,
        CLOCK,
        TOOLS
    }

    private static void failIfBroken(Part part) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (BROKEN.get() == part
                && request != null
                && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        != null) {
            throw new IllegalStateException(CAUSE);
        }
    }

    @TestConfiguration
    static class Broken {

        /** A clock that breaks within requests: the threads of the service go on by it. */
        @Bean
        @Primary
        Clock breakingClock() {
            return new Clock() {

                @Override
                public ZoneId getZone() {
                    return ZoneId.of("Asia/Shanghai");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    failIfBroken(Part.CLOCK);
                    return Instant.now();
                }
            };
        }

        @Bean
        @Primary
        ToolCalls breakingCalls(OperationCaller operations, JsonMapper mapper, AcceptedCredentials credentials) {
            return new ToolCalls(operations, mapper, credentials) {

                @Override
                boolean permits(Tool tool) {
                    failIfBroken(Part.TOOLS);
                    return super.permits(tool);
                }
            };
        }
    }

    @LocalServerPort
    private int port;

    @AfterEach
    void mend() {
        BROKEN.set(Part.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/list", "tools/call"})
    void anAssistantGetsAnErrorOfTheProtocol(String method) {
        String message = "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"" + method
                + "\", \"params\": { \"name\": \"list_programmes\" } }";
        assertThat(post("/mcp", message).path("result").isObject()).isTrue();
        JsonNode answer = failing(Part.TOOLS, "/mcp", message, 200);
        assertThat(answer.path("id").asInt()).isEqualTo(7);
        assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32603);
        assertThat(answer.path("error").path("message").asString())
                .isEqualTo("An internal error occurred; the log has more under the id of the request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kingdee-galaxy-public.issue-feedback", ""})
    void aProviderOfFlagsGetsAFailure(String flag) {
        JsonNode answer = failing(
                Part.CLOCK,
                "/ofrep/v1/evaluate/flags" + flag,
                "{ \"context\": { \"targetingKey\": \"C-1\", \"programme\": \"kingdee-galaxy-public\", \"plan\": \"preferred\" } }",
                500);
        assertThat(answer.path("errorCode").asString()).isEqualTo("GENERAL");
        assertThat(answer.path("errorDetails").asString()).startsWith("internal-error: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "evaluations", "search/resource"})
    void anEnforcementPointGetsAMessage(String endpoint) {
        BROKEN.set(Part.CLOCK);
        HttpResponse<String> answer = send("/authzen/kingdee-galaxy-public/access/v1/" + endpoint, """
                { "subject": { "type": "plan", "id": "preferred" }, "action": { "name": "use" },
                  "resource": { "type": "service", "id": "issue-feedback" }, "evaluations": [ {} ] }""");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(answer.body()).startsWith("An internal error").doesNotContain(CAUSE);
    }

    private JsonNode failing(Part part, String path, String body, int status) {
        BROKEN.set(part);
        HttpResponse<String> answer = send(path, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body()).doesNotContain(CAUSE);
        return JSON.readTree(answer.body());
    }

    private JsonNode post(String path, String body) {
        return JSON.readTree(send(path, body).body());
    }

    private HttpResponse<String> send(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
