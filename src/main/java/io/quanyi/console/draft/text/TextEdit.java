package io.quanyi.console.draft.text;

import java.util.Optional;

/**
 * The replacement of one word in a text, as a button of a page carries it.
 *
 * @param line the line of the word, from 1
 * @param column the column at which the word is looked for first, from 1; 0 if only the line is known
 * @param word the word
 * @param meant the word in its place
 */
record TextEdit(int line, int column, String word, String meant) {

    private static final String SEPARATOR = "\t";
    private static final int PARTS = 4;

    /** Reads what {@link #toString} wrote; empty for anything else. */
    static Optional<TextEdit> read(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != PARTS || parts[2].isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new TextEdit(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, String.valueOf(line), String.valueOf(column), word, meant);
    }

    /** The text with the word replaced; the same text if the line does not have the word any more. */
    String in(String text) {
        String[] lines = text.split("\n", -1);
        if (line < 1 || line > lines.length) {
            return text;
        }
        String old = lines[line - 1];
        int at = old.indexOf(word, Math.max(0, column - 1));
        int found = at < 0 ? old.indexOf(word) : at;
        if (found < 0) {
            return text;
        }
        lines[line - 1] = old.substring(0, found) + meant + old.substring(found + word.length());
        return String.join("\n", lines);
    }
}
