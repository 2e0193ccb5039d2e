package io.quanyi.source;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps characters typed with a Chinese input method to the ASCII characters that rules and YAML have instead. */
public final class FullWidthCharacters {

    /** The first of the full-width forms, which repeat the characters of ASCII in the same order. */
    private static final int FIRST_WIDE = 0xFF01;

    private static final int LAST_WIDE = 0xFF5E;
    private static final int FIRST_NARROW = '!';

    private static final Map<Integer, String> OTHERS = Map.ofEntries(
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x2018, "\""),
            Map.entry(0x2019, "\""),
            Map.entry(0x300C, "\""),
            Map.entry(0x300D, "\""),
            Map.entry(0x3001, ","),
            Map.entry(0x3002, "."),
            Map.entry(0x300A, "<"),
            Map.entry(0x300B, ">"),
            Map.entry(0x2264, "<="),
            Map.entry(0x2265, ">="),
            Map.entry(0x2260, "!="),
            Map.entry(0x3010, "("),
            Map.entry(0x3011, ")"),
            Map.entry(0x3000, " "));

    /** The punctuation of YAML. */
    private static final String PUNCTUATION = ":,{}[]\"-#";

    private FullWidthCharacters() {}

    /** The ASCII text for a character; null if there is none. */
    public static @Nullable String narrowed(int point) {
        return point >= FIRST_WIDE && point <= LAST_WIDE
                ? Character.toString(point - FIRST_WIDE + FIRST_NARROW)
                : OTHERS.get(point);
    }

    /** The index of the first character that may be meant as punctuation of YAML, and is text to it; -1 if there is none. */
    static int firstPunctuation(String text) {
        for (int i = 0; i < text.length(); i++) {
            String narrow = narrowed(text.charAt(i));
            if (narrow != null && PUNCTUATION.contains(narrow)) {
                return i;
            }
        }
        return -1;
    }

    /** The fault of such a character. */
    static Fault fault(Position position, char character) {
        String narrow = Objects.requireNonNull(narrowed(character));
        return Fault.at(position, "yaml-full-width", Character.toString(character), narrow);
    }
}
