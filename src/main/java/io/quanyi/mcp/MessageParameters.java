package io.quanyi.mcp;

import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a message of the protocol. They are looked at before the library reads them, which answers some that it cannot read with
 * its own failure.
 *
 * @param members the members, by name
 */
record MessageParameters(Map<String, Tree> members) {

    static final String ARGUMENTS = "arguments";

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
        return switch (method) {
            case "initialize" ->
                isText("protocolVersion") ? Optional.empty() : Optional.of("the text \"protocolVersion\" is missing");
            case "tools/call" ->
                isText("name") && (isAbsent(ARGUMENTS) || members.get(ARGUMENTS) instanceof Obj)
                        ? Optional.empty()
                        : Optional.of("a tool is called by the text \"name\", with an object \"arguments\" or none");
            case "tools/list" ->
                isAbsent("cursor") ? Optional.empty() : Optional.of("there is one page of tools, and no \"cursor\"");
            default -> Optional.empty();
        };
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
}
