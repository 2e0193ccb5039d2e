package io.quanyi.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.quanyi.web.description.RequestSchemas;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server of the protocol: its description of itself and of each tool, and the calls of tools. It keeps nothing between two messages,
 * so that each of several replicas answers each message.
 */
final class ToolServer implements McpStatelessServerTransport {

    private static final String REQUEST = "request";
    private static final String RESPONSE = "response";

    /** Numbers keep all their digits: a contract amount decides. */
    private static final JacksonMcpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build());

    private final ToolCalls calls;
    private @Nullable McpStatelessServerHandler handler;

    private ToolServer(ToolCalls calls) {
        this.calls = calls;
    }

    /**
     * Makes a server with all tools.
     *
     * @param version the version of the service
     */
    static ToolServer of(ToolCalls calls, RequestSchemas schemas, String version) {
        ToolServer server = new ToolServer(calls);
        ToolTexts texts = new ToolTexts();
        // The binder of the operation checks arguments, and names every fault
        McpServer.sync(server)
                .serverInfo("quanyi", version)
                .instructions(texts.get("instructions"))
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(MAPPER)
                .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                .validateToolInputs(false)
                .immediateExecution(true)
                .addToolFilter((context, tool) ->
                        Tool.named(tool.name()).filter(ToolCalls::permits).isPresent())
                .tools(Tool.ALL.stream()
                        .map(tool -> server.specification(tool, schemas, texts))
                        .toList())
                .build();
        return server;
    }

    private SyncToolSpecification specification(Tool tool, RequestSchemas schemas, ToolTexts texts) {
        McpSchema.Tool described = McpSchema.Tool.builder(
                        tool.name(), schemas.of(tool.arguments(), AnswerLanguage.class, texts.ofArguments()))
                .title(texts.get(tool.name() + ".title"))
                .description(texts.get(tool.name()))
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
        return new SyncToolSpecification(
                described,
                (context, called) -> result(calls.call(
                        tool,
                        Objects.requireNonNullElse(called.arguments(), Map.of()),
                        (HttpServletRequest) context.get(REQUEST),
                        (HttpServletResponse) context.get(RESPONSE))));
    }

    /** The answer as text, for the assistant to read, and as it is, for its host. */
    private static CallToolResult result(ToolCalls.Result result) {
        try {
            return CallToolResult.builder()
                    .addTextContent(result.answer())
                    .structuredContent(MAPPER, result.answer())
                    .isError(result.refused())
                    .build();
        } catch (RuntimeException e) {
            throw new IllegalStateException("an operation answered with something that is no JSON", e);
        }
    }

    /**
     * Reads a message.
     *
     * @return the message; empty if the body is none
     */
    static Optional<JSONRPCMessage> message(byte[] body) {
        try {
            return Optional.of(McpSchema.deserializeJsonRpcMessage(MAPPER, new String(body, StandardCharsets.UTF_8)));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Answers a request. */
    JSONRPCResponse answer(JSONRPCRequest message, HttpServletRequest request, HttpServletResponse response) {
        McpTransportContext context = McpTransportContext.create(Map.of(REQUEST, request, RESPONSE, response));
        return Objects.requireNonNull(
                handler()
                        .handleRequest(context, message)
                        .contextWrite(all -> all.put(McpTransportContext.KEY, context))
                        .block(),
                "each request is answered");
    }

    /** Takes a notification. */
    void take(JSONRPCNotification message) {
        handler().handleNotification(McpTransportContext.EMPTY, message).block();
    }

    private McpStatelessServerHandler handler() {
        return Objects.requireNonNull(handler, "set when the server is made");
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler messages) {
        this.handler = messages;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
