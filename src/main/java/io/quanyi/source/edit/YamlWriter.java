package io.quanyi.source.edit;

import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Writes values as YAML in the manner of the shipped files: {@code { zh-CN: 电话, en: Phone }}, {@code [a, b]}, quotes only where they are needed. */
final class YamlWriter {

    private YamlWriter() {}

    /** A value on one line, in brackets if it is no scalar. */
    static String flow(Tree value) {
        if (value instanceof Obj object) {
            return object.members().isEmpty()
                    ? "{}"
                    : object.members().entrySet().stream()
                            .map(YamlWriter::flowMember)
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (value instanceof Arr list) {
            return list.items().stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar((Scalar) value, true);
    }

    /** A member of an object in brackets. */
    static String flowMember(Map.Entry<String, Tree> member) {
        return key(member.getKey()) + ": " + flow(member.getValue());
    }

    /** A member on lines of its own; entries of a list that are objects stand below it. */
    static String blockMember(String name, Tree value, String indent) {
        if (value instanceof Arr list && list.items().stream().anyMatch(Obj.class::isInstance)) {
            return key(name) + ":"
                    + list.items().stream()
                            .map(item -> "\n" + indent + "  - " + flow(item))
                            .collect(Collectors.joining());
        }
        return key(name) + ": " + (value instanceof Scalar scalar ? scalar(scalar, false) : flow(value));
    }

    /** An entry of a list on lines of its own, after its hyphen. */
    static String blockEntry(Tree entry, String indent) {
        return entry instanceof Obj object
                ? object.members().entrySet().stream()
                        .map(member -> blockMember(member.getKey(), member.getValue(), indent))
                        .collect(Collectors.joining("\n" + indent))
                : entry instanceof Scalar scalar ? scalar(scalar, false) : flow(entry);
    }

    /**
     * A scalar in place of another one. Quotes that were needed go with the need; others are a habit of the author, and stay.
     *
     * @param inBrackets whether it stands in brackets, where a comma ends it
     */
    static String replaced(ScalarNode before, Scalar value, boolean inBrackets) {
        ScalarStyle style = before.getScalarStyle();
        boolean isHabit = style != ScalarStyle.PLAIN && isPlain(before.getValue(), inBrackets);
        if (value.kind() == Kind.NULL || (!isHabit && isPlain(value.text(), inBrackets))) {
            return scalar(value, inBrackets);
        }
        return switch (style) {
            case SINGLE_QUOTED -> single(value.text());
            case DOUBLE_QUOTED -> twice(value.text());
            default -> scalar(value, inBrackets);
        };
    }

    /** A scalar, with quotes where it needs them. */
    private static String scalar(Scalar value, boolean inBrackets) {
        String text = value.text();
        if (value.kind() == Kind.NULL) {
            return "null";
        }
        if (isPlain(text, inBrackets)) {
            return text;
        }
        return text.contains("\"") || text.contains("\\") ? single(text) : twice(text);
    }

    private static String key(String name) {
        return isPlain(name, true) ? name : twice(name);
    }

    private static String single(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String twice(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Whether the text means itself without quotes: reading it says so. */
    private static boolean isPlain(String text, boolean inBrackets) {
        String line = inBrackets ? "[" + text + ", x]" : "x: " + text;
        Tree read = YamlReader.read(new SourceFile("", line.getBytes(StandardCharsets.UTF_8)), new Faults());
        Tree value = null;
        if (read instanceof Arr list && list.items().size() == 2) {
            value = list.items().get(0);
        } else if (read instanceof Obj object) {
            value = object.members().get("x");
        }
        return value instanceof Scalar scalar
                && scalar.kind() == Kind.PLAIN
                && scalar.text().equals(text);
    }
}
