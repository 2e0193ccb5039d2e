package io.quanyi.policy.reading;

import io.quanyi.source.Position;

/**
 * A token of a rule file.
 *
 * @param kind the kind of token
 * @param text the text as written; for a text literal, the characters between the quotes
 * @param position the position of the first character
 * @param start the index of the first character in the file
 * @param end the index after the last character
 */
public record Token(Kind kind, String text, Position position, int start, int end) {

    public enum Kind {
        WORD,
        VARIABLE,
        TEXT,
        NUMBER,
        SYMBOL,
        /** A text for which the lexer has reported a fault; the reader gives up without another fault. */
        BROKEN,
        END
    }

    public boolean is(String written) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(written);
    }
}
