package io.quanyi.source;

import java.util.Comparator;

/**
 * A position in a file.
 *
 * @param file the path as the author knows it; empty for input without a name
 * @param line the line, from 1; 0 if only the file is known
 * @param column the column in characters, from 1; 0 if only the line is known
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    /** The position in input without a name. */
    public static final Position NOWHERE = new Position("", 0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::file).thenComparing(Position::line).thenComparing(Position::column);

    /** The position of a whole file. */
    public static Position of(String file) {
        return new Position(file, 0, 0);
    }

    /** The first character of a file, for what concerns all of it. */
    public static Position start(String file) {
        return new Position(file, 1, 1);
    }

    /** The position behind a text at the start of a file. */
    static Position after(String file, String text) {
        int line = text.lastIndexOf('\n');
        return new Position(file, (int) text.chars().filter(c -> c == '\n').count() + 1, text.length() - line);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** The known part of {@code file:line:column}, as editors understand it. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
