package io.quanyi.workshop.table.words;

import java.text.Normalizer;
import java.util.Locale;

/** Words of tables without the differences that do not matter: width of characters, capitals, blanks. */
public final class PlainWord {

    private PlainWord() {}

    /** The plain form of a text; texts that mean the same column, id or name have the same. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
