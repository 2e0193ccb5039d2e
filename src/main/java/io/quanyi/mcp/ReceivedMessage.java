package io.quanyi.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message of JSON-RPC 2.0 that was received. The arguments of a tool stand apart, as they were read: they are bound to the record of the
 * operation, and the library that knows the protocol has no use for them.
 *
 * @param message the message, without the arguments of a tool
 * @param arguments the arguments; empty if there are none
 * @param fault the fault of the parameters; null if they have none
 */
record ReceivedMessage(
        JSONRPCMessage message, Obj arguments, @Nullable String fault) {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /** Reads a message; empty if the body is no request and no notification. */
    static Optional<ReceivedMessage> of(Tree body) {
        Map<String, Tree> members = body instanceof Obj object ? object.members() : Map.of();
        String method = text(members.get("method"));
        Object id = id(members.get("id"));
        boolean isRequest = members.containsKey("id");
        if (method == null
                || !McpSchema.JSONRPC_VERSION.equals(text(members.get("jsonrpc")))
                || (isRequest && id == null)) {
            return Optional.empty();
        }
        MessageParameters params = MessageParameters.of(members.get("params")).orElse(null);
        Map<String, @Nullable Object> rest = params == null ? null : params.withoutArguments();
        return Optional.of(new ReceivedMessage(
                isRequest ? new JSONRPCRequest(method, id, rest) : new JSONRPCNotification(method, rest),
                params == null ? new Obj(Map.of()) : params.arguments(),
                params == null
                        ? "\"params\" has to be an object"
                        : params.fault(method).orElse(null)));
    }

    /** A text or a whole number, as the protocol wants it; null for anything else. */
    private static @Nullable Object id(@Nullable Tree given) {
        if (!(given instanceof Scalar scalar)) {
            return null;
        }
        return switch (scalar.kind()) {
            case TEXT -> scalar.text();
            case NUMBER -> WHOLE.matcher(scalar.text()).matches() ? (Object) Long.valueOf(scalar.text()) : null;
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable Tree given) {
        return given instanceof Scalar scalar && scalar.kind() == Kind.TEXT ? scalar.text() : null;
    }
}
