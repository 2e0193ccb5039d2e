package io.quanyi.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.quanyi.log.FailureText;
import io.quanyi.source.Tree.Obj;
import io.quanyi.web.RequestLanguage;
import io.quanyi.web.description.RequestSchemas;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * The server of the protocol: its description of itself and of each tool, and the calls of tools. It keeps nothing between two messages,
 * so that each of several replicas answers each message.
 */
final class ToolServer implements McpStatelessServerTransport {

    private static final Logger LOG = LoggerFactory.getLogger(ToolServer.class);

    private static final String ARGUMENTS = "arguments";
    private static final String REQUEST = "request";
    private static final String RESPONSE = "response";

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
                .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.shared()))
                .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                .validateToolInputs(false)
                .immediateExecution(true)
                .addToolFilter((context, tool) ->
                        Tool.named(tool.name()).filter(calls::permits).isPresent())
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
                        (Obj) context.get(ARGUMENTS),
                        (HttpServletRequest) context.get(REQUEST),
                        (HttpServletResponse) context.get(RESPONSE))));
    }

    /** The answer as text, for the assistant to read, and as it is, for its host. */
    private static CallToolResult result(ToolCalls.Result result) {
        return CallToolResult.builder()
                .addTextContent(result.answer())
                .structuredContent(new RawValue(result.answer()))
                .isError(result.refused())
                .build();
    }

    /**
     * Answers a request. An unexpected failure is an error of the protocol, too: the log has its cause, the caller learns only that
     * it happened.
     *
     * @param arguments the arguments of a call of a tool
     */
    JSONRPCResponse answer(
            JSONRPCRequest message, Obj arguments, HttpServletRequest request, HttpServletResponse response) {
        McpTransportContext context =
                McpTransportContext.create(Map.of(ARGUMENTS, arguments, REQUEST, request, RESPONSE, response));
        try {
            JSONRPCResponse answer = Objects.requireNonNull(
                    handler()
                            .handleRequest(context, message)
                            .contextWrite(all -> all.put(McpTransportContext.KEY, context))
                            .block(),
                    "each request is answered");
            JSONRPCError error = answer.error();
            return error != null && error.code() == McpSchema.ErrorCodes.INTERNAL_ERROR
                    ? failed(message, error.message(), request)
                    : answer;
        } catch (RuntimeException | StackOverflowError failure) {
            return failed(message, FailureText.of(failure), request);
        }
    }

    /** The error of a failure, without the words of the library, which names its classes. */
    private static JSONRPCResponse failed(JSONRPCRequest message, String cause, HttpServletRequest request) {
        LOG.error("a message of an assistant failed: {}", cause);
        Problem problem =
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR.value(), "internal-error", RequestLanguage.of(request));
        return JSONRPCResponse.error(
                message.id(), new JSONRPCError(McpSchema.ErrorCodes.INTERNAL_ERROR, problem.detail()));
    }

    /** Takes a notification, which has no answer: the log has what fails. */
    void take(JSONRPCNotification message) {
        try {
            handler().handleNotification(McpTransportContext.EMPTY, message).block();
        } catch (RuntimeException failure) {
            LOG.error("a notification of an assistant failed: {}", FailureText.of(failure));
        }
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
