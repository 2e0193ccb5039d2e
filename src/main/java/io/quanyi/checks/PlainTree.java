package io.quanyi.checks;

import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts records, or their plain values, to trees as files of cases have them. */
public final class PlainTree {

    private PlainTree() {}

    /** A value with all its members. */
    public static Tree of(@Nullable Object value) {
        return tree(PlainValues.of(value), false);
    }

    /** A record without the members that say nothing. */
    public static Tree stated(Record value) {
        return tree(PlainValues.of(value), true);
    }

    /** A text. */
    public static Scalar text(String text) {
        return new Scalar(Position.NOWHERE, Kind.TEXT, text);
    }

    /** A list of texts. */
    public static Arr texts(List<String> texts) {
        return new Arr(
                Position.NOWHERE, texts.stream().<Tree>map(PlainTree::text).toList());
    }

    /** The tree of a map, a list or a scalar. */
    static Tree tree(@Nullable Object plain, boolean statedOnly) {
        if (plain instanceof Map<?, ?> map) {
            Map<String, Tree> members = new LinkedHashMap<>();
            map.forEach((name, value) -> {
                if (!statedOnly || (value != null && !value.equals(List.of()))) {
                    members.put(String.valueOf(name), tree(value, statedOnly));
                }
            });
            return new Obj(members);
        }
        if (plain instanceof List<?> list) {
            return new Arr(
                    Position.NOWHERE,
                    list.stream().map(item -> tree(item, statedOnly)).toList());
        }
        return plain == null
                ? new Scalar(Position.NOWHERE, Kind.NULL, "null")
                : new Scalar(Position.NOWHERE, kind(plain), plain.toString());
    }

    private static Kind kind(Object scalar) {
        if (scalar instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        return scalar instanceof Number ? Kind.NUMBER : Kind.TEXT;
    }
}
