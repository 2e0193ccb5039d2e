package io.quanyi.source;

import java.util.List;
import java.util.Map;

/** A document before anybody knows what it means: objects, lists and scalars, each with its place. */
public sealed interface Tree {

    /** Where it begins. */
    Position position();

    /**
     * An object.
     *
     * @param members in the order written, no name twice
     * @param keys where each member's name stands
     */
    record Obj(Position position, Map<String, Tree> members, Map<String, Position> keys) implements Tree {

        /** An object of a document whose places are not known. */
        public Obj(Map<String, Tree> members) {
            this(Position.NOWHERE, members, new UnplacedKeys(members.keySet()));
        }
    }

    /** A list. */
    record Arr(Position position, List<Tree> items) implements Tree {}

    /**
     * A single value.
     *
     * @param kind what the notation says that it is
     * @param text as written; a number keeps all its digits
     */
    record Scalar(Position position, Kind kind, String text) implements Tree {}

    /** What a notation tells of a scalar. */
    enum Kind {
        /** A text, and nothing else. */
        TEXT,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** Nothing: the same as an absent member. */
        NULL,
        /** A YAML scalar without quotes: whatever the member it stands for takes. */
        PLAIN
    }
}
