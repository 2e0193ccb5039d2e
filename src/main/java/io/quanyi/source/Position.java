package io.quanyi.source;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file the path as the author knows it; empty where the input has no name
 * @param line from 1; 0 where only the file is known
 * @param column from 1, in characters; 0 where only the line is known
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    /** Where nothing is known: an input without a name. */
    public static final Position NOWHERE = new Position("", 0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::file).thenComparing(Position::line).thenComparing(Position::column);

    /** A whole file. */
    public static Position of(String file) {
        return new Position(file, 0, 0);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, as editors understand it, as far as it is known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
