package io.quanyi.policy.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps characters typed with a Chinese input method to the ASCII characters of the rule language. */
final class FullWidthCharacters {

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

    private FullWidthCharacters() {}

    /** The ASCII text for a character; null if there is none. */
    static @Nullable String narrowed(int point) {
        return point >= FIRST_WIDE && point <= LAST_WIDE
                ? Character.toString(point - FIRST_WIDE + FIRST_NARROW)
                : OTHERS.get(point);
    }
}
