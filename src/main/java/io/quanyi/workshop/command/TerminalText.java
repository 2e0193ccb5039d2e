package io.quanyi.workshop.command;

/** Texts on a terminal: their width, and their characters without those that control the terminal. */
public final class TerminalText {

    private TerminalText() {}

    /** The width of a text in columns; a Chinese character takes two. */
    public static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    /** The text with each control character replaced, because a terminal would obey it. */
    public static String safe(String text) {
        return text.codePoints()
                .map(TerminalText::safe)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A character that can be printed: a blank for a tab, and the replacement character for other control characters. */
    static int safe(int point) {
        if (point == '\t') {
            return ' ';
        }
        return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '\uFFFD' : point;
    }

    /** Whether a character takes two columns. */
    static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || (point >= 0x3000 && point <= 0x303F)
                || (point >= 0xFF01 && point <= 0xFF60);
    }
}
