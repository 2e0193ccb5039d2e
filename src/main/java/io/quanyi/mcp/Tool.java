package io.quanyi.mcp;

import io.quanyi.access.credentials.Role;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.request.SheetRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * A tool of an assistant: an operation of the interface that changes nothing.
 *
 * @param name the name by which an assistant calls it
 * @param method the method of the operation
 * @param path the path of the operation, with the names of arguments in braces
 * @param role the role that the operation needs
 * @param arguments the record of the arguments: the body of a {@code POST}, the members of path and query of a {@code GET}
 */
record Tool(String name, HttpMethod method, String path, Role role, Class<? extends Record> arguments) {

    /** All tools, in the order in which an assistant is likely to need them. */
    static final List<Tool> ALL = List.of(
            reads("list_programmes", "/v1/programmes", NoArguments.class),
            reads("list_codes", "/v1/programmes/{programme}/codes", ProgrammeArguments.class),
            reads("list_facts", "/v1/programmes/{programme}/services/{service}/facts", ServiceArguments.class),
            decides("decide", "/v1/decisions", CustomerRequest.class),
            decides("list_entitlements", "/v1/entitlements", SheetRequest.class),
            decides("find_alternatives", "/v1/alternatives", CustomerRequest.class),
            decides("explain", "/v1/explanations", CustomerRequest.class),
            reads("look_up_clauses", "/v1/programmes/{programme}/clauses", ClauseArguments.class));

    /** The tool with a name; empty if there is none. */
    static Optional<Tool> named(String name) {
        return ALL.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    private static Tool decides(String name, String path, Class<? extends Record> body) {
        return new Tool(name, HttpMethod.POST, path, Role.DECIDER, body);
    }

    private static Tool reads(String name, String path, Class<? extends Record> members) {
        return new Tool(name, HttpMethod.GET, path, Role.READER, members);
    }
}
