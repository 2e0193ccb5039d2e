package io.quanyi.mcp;

import io.modelcontextprotocol.spec.HttpHeaders;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.quanyi.web.RequestLanguage;
import io.quanyi.web.description.RequestSchemas;
import io.quanyi.wire.JsonReader;
import io.quanyi.wire.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The endpoint of the Model Context Protocol over streamable HTTP. Each message is a request of its own, and its answer is the body of the
 * response; there are no sessions and no streams of events. The protocol describes itself, so the interface description leaves it out.
 */
@Hidden
@RestController
class McpController {

    private final SingletonSupplier<ToolServer> server;

    /** Most starts of the service see no message, so the server is made at the first. */
    McpController(ToolCalls calls, RequestSchemas schemas, ObjectProvider<BuildProperties> build) {
        String version = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("development");
        this.server = SingletonSupplier.of(() -> ToolServer.of(calls, schemas, version));
    }

    /** Answers a message: 200 for a request, 202 for a notification, 400 for anything else. */
    @PostMapping(
            path = "/mcp",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request,
            HttpServletResponse response) {
        ToolServer tools = server.obtain();
        String version = request.getHeader(HttpHeaders.PROTOCOL_VERSION);
        if (version != null && !tools.protocolVersions().contains(version)) {
            String known = String.join(", ", tools.protocolVersions());
            return refused(
                    McpSchema.ErrorCodes.INVALID_REQUEST, "protocol version " + version + " is not one of " + known);
        }
        byte[] sent = body == null ? new byte[0] : body;
        Tree read;
        try {
            read = JsonReader.read(sent);
        } catch (FaultsFound faults) {
            Language language = RequestLanguage.of(request);
            String detail = Problem.malformed(faults.faults(), language).detail();
            return refused(McpSchema.ErrorCodes.PARSE_ERROR, detail);
        }
        ReceivedMessage received = ReceivedMessage.of(read).orElse(null);
        if (received != null && received.message() instanceof JSONRPCRequest asked) {
            return ResponseEntity.ok(
                    received.fault() == null
                            ? tools.answer(asked, received.arguments(), request, response)
                            : JSONRPCResponse.error(
                                    asked.id(),
                                    new JSONRPCError(McpSchema.ErrorCodes.INVALID_PARAMS, received.fault())));
        }
        if (received != null && received.message() instanceof JSONRPCNotification notification) {
            tools.take(notification);
            return ResponseEntity.accepted().build();
        }
        return refused(
                McpSchema.ErrorCodes.INVALID_REQUEST, "the body is no request and no notification of JSON-RPC 2.0");
    }

    /** An error without the id of a request, which could not be read. */
    private static ResponseEntity<Map<String, @Nullable Object>> refused(int code, String text) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        error.put("id", null);
        error.put("error", Map.of("code", code, "message", text));
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(error);
    }
}
