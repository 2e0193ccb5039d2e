package io.quanyi.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Punctuation and letters as Chinese input methods type them, and what the rule language writes instead. */
final class FullWidth {

    /** From these on, each character of ASCII stands once more as wide as a Chinese one, in the same order. */
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

    private FullWidth() {}

    /** What to write instead of a character; null if it is none of these. */
    static @Nullable String narrowed(int point) {
        return point >= FIRST_WIDE && point <= LAST_WIDE
                ? Character.toString(point - FIRST_WIDE + FIRST_NARROW)
                : OTHERS.get(point);
    }
}
