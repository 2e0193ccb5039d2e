package io.quanyi.policy;

import io.quanyi.source.Position;

/**
 * The smallest piece of a rule file.
 *
 * @param kind what it is
 * @param text as written; of a text literal, what stands between the quotes
 * @param position where it begins
 * @param start its first character in the file
 * @param end the character after it
 */
record Token(Kind kind, String text, Position position, int start, int end) {

    enum Kind {
        WORD,
        VARIABLE,
        TEXT,
        NUMBER,
        SYMBOL,
        /** What the lexer has reported: whoever meets it gives up, and adds nothing. */
        BROKEN,
        END
    }

    boolean is(String written) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(written);
    }
}
