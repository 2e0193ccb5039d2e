package io.quanyi.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of a message of the protocol. They are looked at before the library reads them, which answers some that it cannot read with
 * its own failure.
 *
 * @param members the members, by name
 */
record MessageParameters(Map<String, Tree> members) {

    static final String ARGUMENTS = "arguments";

    /** The class of the library for the parameters of each method that has some. */
    private static final Map<String, Class<?>> FORMS = Map.of(
            McpSchema.METHOD_INITIALIZE, McpSchema.InitializeRequest.class,
            McpSchema.METHOD_TOOLS_LIST, McpSchema.PaginatedRequest.class,
            McpSchema.METHOD_TOOLS_CALL, McpSchema.CallToolRequest.class);

    private static final Obj NONE = new Obj(Map.of());

    /** Reads parameters; empty if they are no object, as the protocol wants them. */
    static Optional<MessageParameters> of(@Nullable Tree params) {
        if (params == null || params.isNull()) {
            return Optional.of(new MessageParameters(Map.of()));
        }
        return params instanceof Obj object ? Optional.of(new MessageParameters(object.members())) : Optional.empty();
    }

    /** The fault of these parameters for a method, if they have one. */
    Optional<String> fault(String method) {
        Optional<String> named = switch (method) {
            case McpSchema.METHOD_INITIALIZE ->
                isText("protocolVersion") ? Optional.empty() : Optional.of("the text \"protocolVersion\" is missing");
            case McpSchema.METHOD_TOOLS_CALL ->
                isText("name") && (isAbsent(ARGUMENTS) || members.get(ARGUMENTS) instanceof Obj)
                        ? Optional.empty()
                        : Optional.of("a tool is called by the text \"name\", with an object \"arguments\" or none");
            case McpSchema.METHOD_TOOLS_LIST ->
                isAbsent("cursor") ? Optional.empty() : Optional.of("there is one page of tools, and no \"cursor\"");
            default -> Optional.empty();
        };
        return named.isPresent() || isOfForm(method)
                ? named
                : Optional.of("\"params\" is not of the form that the protocol describes for \"" + method + "\"");
    }

    /** Whether the library can read these parameters, which it does before it answers. */
    private boolean isOfForm(String method) {
        Class<?> form = FORMS.get(method);
        try {
            return form == null || JsonMapper.shared().convertValue(withoutArguments(), form) != null;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** The members as the library takes them, but for the arguments of a tool. */
    Map<String, @Nullable Object> withoutArguments() {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!name.equals(ARGUMENTS)) {
                rest.put(name, value(value));
            }
        });
        return rest;
    }

    /** The arguments of a tool; empty if there are none. */
    Obj arguments() {
        return members.get(ARGUMENTS) instanceof Obj arguments ? arguments : NONE;
    }

    private boolean isText(String name) {
        return members.get(name) instanceof Scalar scalar && scalar.kind() == Kind.TEXT;
    }

    private boolean isAbsent(String name) {
        Tree member = members.get(name);
        return member == null || member.isNull();
    }

    private static @Nullable Object value(Tree tree) {
        if (tree instanceof Obj object) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, value(member)));
            return members;
        }
        if (tree instanceof Arr array) {
            List<@Nullable Object> items = new ArrayList<>();
            array.items().forEach(item -> items.add(value(item)));
            return items;
        }
        Scalar scalar = (Scalar) tree;
        return switch (scalar.kind()) {
            case TEXT, PLAIN -> scalar.text();
            case NUMBER -> new BigDecimal(scalar.text());
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case NULL -> null;
        };
    }
}
