package io.quanyi.source;

import java.util.List;
import java.util.Map;

/** A parsed document without any interpretation: objects, lists and scalars with their positions. */
public sealed interface Tree {

    /** The position of its first character. */
    Position position();

    /** Whether it is null, which counts as absent. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }

    /**
     * An object.
     *
     * @param members the members in their written order, without duplicates
     * @param keys the position of each member's name
     */
    record Obj(Position position, Map<String, Tree> members, Map<String, Position> keys) implements Tree {

        /** An object without known positions. */
        public Obj(Map<String, Tree> members) {
            this(Position.NOWHERE, members, new UnplacedKeys(members.keySet()));
        }
    }

    /** A list. */
    record Arr(Position position, List<Tree> items) implements Tree {}

    /**
     * A single value.
     *
     * @param kind the kind that the notation shows
     * @param text the text as written, with all digits of a number
     */
    record Scalar(Position position, Kind kind, String text) implements Tree {}

    /** The kind of a scalar, as its notation shows. */
    enum Kind {
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** Null, which counts as an absent member. */
        NULL,
        /** A YAML scalar without quotes: any kind that its member accepts. */
        PLAIN
    }
}
