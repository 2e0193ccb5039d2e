package io.quanyi.text;

import java.nio.charset.Charset;
import java.util.stream.Collectors;

/**
 * The initials of the pinyin of Chinese text, by which people type names quickly: {@code zxdh} for 在线电话. GB 2312 has the 3,755 most
 * frequent characters in the order of their pinyin, so the place of a character says its initial.
 */
public final class PinyinInitials {

    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";

    /** The first place of each letter: a hundred times the row, plus the cell. */
    private static final int[] FIRST = {
        1601, 1637, 1833, 2078, 2274, 2302, 2433, 2594, 2787, 3106, 3212, 3472, 3635, 3722, 3730, 3858, 4027, 4086,
        4390, 4558, 4684, 4925, 5249
    };

    /** The last place that is in the order of pinyin. */
    private static final int LAST = 5589;

    private static final int OFFSET = 0xA0;

    private PinyinInitials() {}

    /** The initials, with the Latin letters and digits between them in small; rare characters and all else are left out. */
    public static String of(String text) {
        return text.codePoints().mapToObj(PinyinInitials::initial).collect(Collectors.joining());
    }

    private static String initial(int character) {
        if (character < 0x80) {
            return Character.isLetterOrDigit(character) ? Character.toString(Character.toLowerCase(character)) : "";
        }
        byte[] place = Character.toString(character).getBytes(GB2312);
        return place.length == 2 ? letter((place[0] & 0xFF) - OFFSET, (place[1] & 0xFF) - OFFSET) : "";
    }

    private static String letter(int row, int cell) {
        int place = row * 100 + cell;
        if (place > LAST) {
            return "";
        }
        String letter = "";
        for (int i = 0; i < FIRST.length && FIRST[i] <= place; i++) {
            letter = LETTERS.substring(i, i + 1);
        }
        return letter;
    }
}
