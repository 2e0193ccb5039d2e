package io.quanyi.policy.edit;

/**
 * A stretch of a text.
 *
 * @param start the index of the first character
 * @param end the index after the last character
 */
record TextRange(int start, int end) {

    /** The span of a part that is in no text yet. */
    static final TextRange NONE = new TextRange(0, 0);

    String in(String text) {
        return text.substring(start, end);
    }
}
