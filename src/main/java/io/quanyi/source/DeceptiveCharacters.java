package io.quanyi.source;

import java.util.function.IntPredicate;

/**
 * Characters that look different to a reader than to a machine or a terminal: control characters, invisible and
 * direction-changing ones, unusual blanks, surrogates and noncharacters.
 *
 * <p>They are recognised by Unicode properties: the categories of controls, formats, surrogates, private use and
 * separators, the property Default_Ignorable_Code_Point, and the few symbols with an empty glyph. Allowed are the space
 * and the ideographic space, combining marks, and every emoji without a joiner or variation selector.
 */
public final class DeceptiveCharacters {

    /** The most reported characters; a longer list tells the author nothing more. */
    private static final int MAX_REPORTED = 100;

    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    /** The ranges of Default_Ignorable_Code_Point (Unicode 17) that lie in no category refused above: first and last of each. */
    private static final int[] IGNORABLE = {
        0x034F, 0x034F, // a joiner of graphemes
        0x115F, 0x1160, // fillers of Hangul
        0x17B4, 0x17B5, // vowels of Khmer without a glyph
        0x180B, 0x180F, // variation selectors of Mongolian
        0x2065, 0x2065,
        0x3164, 0x3164, // a filler of Hangul
        0xFE00, 0xFE0F, // variation selectors
        0xFFA0, 0xFFA0, // a filler of Hangul, half as wide
        0xFFF0, 0xFFF8,
        0xE0000, 0xE0FFF, // tags, and further variation selectors
    };

    /** Symbols with an empty glyph, and the replacement of an embedded object. */
    private static final int[] BLANK = {
        0x2800, 0x2800, // Braille without a dot
        0x303F, 0x303F, // half an ideographic space
        0xFFFC, 0xFFFC, // an object
        0x13441, 0x13442, // Egyptian blanks
        0x16FE4, 0x16FE4, // a filler of Khitan
        0x1D159, 0x1D159, // a note without a head
    };

    private DeceptiveCharacters() {}

    /**
     * Reports each deceptive character of a text with its position; of a run of equal ones, the first.
     *
     * @param others further characters to report
     */
    public static void refuse(String file, String text, IntPredicate others, Faults faults) {
        int row = 1;
        int start = 0;
        int reported = 0;
        for (int i = 0; i < text.length() && reported < MAX_REPORTED; i += Character.charCount(text.codePointAt(i))) {
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

    /** The index of the first deceptive character; -1 if there is none. */
    static int firstIn(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isOneAt(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The text in one line, with a blank for each deceptive character. */
    public static String blanked(String text) {
        StringBuilder blanked = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            blanked.appendCodePoint(Character.isISOControl(point) || isOneAt(text, i) ? ' ' : point);
        }
        return blanked.toString();
    }

    /** The fault of a deceptive character. */
    static Fault refusal(Position position, int point) {
        return Fault.at(position, "character-deceptive", name(point));
    }

    /** The Unicode notation of a character: {@code U+3164}. */
    static String name(int point) {
        return "U+%04X".formatted(point);
    }

    /**
     * Whether the character at an index is deceptive. A carriage return alone is, because only some readers take it for
     * the end of a line.
     */
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
            case Character.SPACE_SEPARATOR -> point != ' ' && point != IDEOGRAPHIC_SPACE;
            default -> isNoCharacter(point) || isIn(IGNORABLE, point) || isIn(BLANK, point);
        };
    }

    /** Whether a character of any text is a control, a format, half of a pair, or the end of a line or paragraph. */
    public static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isIn(int[] ranges, int point) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (point >= ranges[i] && point <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a code point is one of the 66 noncharacters. */
    private static boolean isNoCharacter(int point) {
        return (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
    }

    private static boolean repeats(String text, int index) {
        return index > 0 && text.charAt(index) == text.charAt(index - 1);
    }
}
