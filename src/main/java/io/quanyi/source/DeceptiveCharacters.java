package io.quanyi.source;

import java.util.function.IntPredicate;

/**
 * Characters that do one thing to a reader and another to a machine or a terminal: control characters, invisible and
 * direction-changing ones, halves of characters, and those that are none.
 */
public final class DeceptiveCharacters {

    /** Whoever has more of them learns nothing from a longer list. */
    private static final int MOST_REPORTED = 100;

    private DeceptiveCharacters() {}

    /**
     * Reports each of them that a text has, with its place; of a run of the same one, the first.
     *
     * @param others what is to be reported beside them
     */
    public static void refuse(String file, String text, IntPredicate others, Faults faults) {
        int row = 1;
        int start = 0;
        int reported = 0;
        for (int i = 0; i < text.length() && reported < MOST_REPORTED; i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (point == '\n') {
                row++;
                start = i + 1;
            } else if ((isOneAt(text, i) || others.test(point)) && !repeats(text, i)) {
                faults.add(refusal(new Position(file, row, i - start + 1), point));
                reported++;
            }
        }
    }

    /** The index of the first that a text has; -1 for none. */
    static int firstIn(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isOneAt(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The text on one line, with a blank in the place of each of them. */
    public static String blanked(String text) {
        StringBuilder blanked = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            blanked.appendCodePoint(Character.isISOControl(point) || isOneAt(text, i) ? ' ' : point);
        }
        return blanked.toString();
    }

    /** Why one of them may not stand somewhere. */
    static Fault refusal(Position position, int point) {
        return Fault.at(position, "character-deceptive", "U+%04X".formatted(point));
    }

    /** Whether there is one at this place. A carriage return by itself ends a line for many readers, and not for others. */
    public static boolean isOneAt(String text, int index) {
        int point = text.codePointAt(index);
        return switch (Character.getType(point)) {
            case Character.CONTROL ->
                point != '\t' && point != '\n' && !(point == '\r' && text.startsWith("\n", index + 1));
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isNoCharacter(point);
        };
    }

    /** Sixty-six numbers that will never be given to a character. */
    private static boolean isNoCharacter(int point) {
        return (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
    }

    private static boolean repeats(String text, int index) {
        return index > 0 && text.charAt(index) == text.charAt(index - 1);
    }
}
