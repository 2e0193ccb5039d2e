package io.quanyi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Tree.Kind;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Input as an author writes it, for tests. */
public final class Written {

    /** Marks an argument that is the code of a text. */
    private static final String MARK = "\uFDD0";

    /** Separates the items of an argument that is a list. */
    private static final String NEXT = "\uFDD1";

    private Written() {}

    /** A file of lines. */
    public static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A YAML document that is well formed. */
    public static Tree yaml(String text) {
        Faults faults = new Faults();
        Tree tree = YamlReader.read(file("a.yaml", text), faults);
        faults.throwIfAny();
        return Objects.requireNonNull(tree);
    }

    /** A document as a JSON reader gives it: each scalar with its kind, without positions. */
    public static Tree json(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Tree> members = new LinkedHashMap<>();
            Map<String, Position> keys = new LinkedHashMap<>();
            map.forEach((name, member) -> {
                members.put((String) name, json(member));
                keys.put((String) name, Position.NOWHERE);
            });
            return new Tree.Obj(Position.NOWHERE, members, keys);
        }
        if (value instanceof List<?> list) {
            return new Tree.Arr(
                    Position.NOWHERE,
                    new ArrayList<>(list.stream().map(Written::json).toList()));
        }
        return value instanceof Tree tree ? tree : new Tree.Scalar(Position.NOWHERE, kind(value), value.toString());
    }

    /** A JSON null. */
    public static Tree nothing() {
        return new Tree.Scalar(Position.NOWHERE, Kind.NULL, "null");
    }

    /** A fault in one line, after a check that it has a text in every language with all its arguments. */
    public static String line(Fault fault) {
        for (Language language : Language.values()) {
            assertThat(fault.message(language)).doesNotContainPattern("(?<!])\\{\\d}");
        }
        Position place = fault.position();
        String where = place.line() == 0 ? place.file() : place.line() + ":" + place.column();
        return "%s %s %s %s"
                .formatted(where, fault.pointer(), fault.code(), fault.arguments())
                .replace(MARK + "list:", "")
                .replace(NEXT, ", ")
                .replace(MARK, "");
    }

    /** All faults, a line each. */
    public static List<String> lines(Faults faults) {
        return faults.sorted().stream().map(Written::line).toList();
    }

    /** The codes of all faults, in order. */
    public static List<String> codes(Faults faults) {
        return faults.sorted().stream().map(Fault::code).toList();
    }

    private static Kind kind(Object value) {
        return value instanceof Number ? Kind.NUMBER : value instanceof Boolean ? Kind.BOOLEAN : Kind.TEXT;
    }
}
