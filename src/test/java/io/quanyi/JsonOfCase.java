package io.quanyi;

import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The request of a case as a caller would send it. What a case writes without quotes is a number or a truth value in JSON where it
 * looks like one; no member of a request is a text that does.
 */
public final class JsonOfCase {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonOfCase() {}

    public static String write(Tree tree) {
        if (tree instanceof Obj object) {
            return object.members().entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ":" + write(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (tree instanceof Arr array) {
            return array.items().stream().map(JsonOfCase::write).collect(Collectors.joining(",", "[", "]"));
        }
        return scalar((Scalar) tree);
    }

    private static String scalar(Scalar scalar) {
        if (scalar.kind() == Kind.NULL) {
            return "null";
        }
        boolean bare = scalar.kind() == Kind.PLAIN
                && scalar.text().matches("true|false|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
        return bare ? scalar.text() : quoted(scalar.text());
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
