package io.quanyi.text;

import java.util.List;

/**
 * How parts of a text are put together.
 *
 * @param comma between the items of a list
 * @param semicolon between things that are said one after the other
 * @param colon between what is spoken of and what is said of it
 * @param opening before what is said in brackets
 * @param closing after it
 * @param gap between two sentences
 */
public record Punctuation(String comma, String semicolon, String colon, String opening, String closing, String gap) {

    private static final Punctuation CHINESE = new Punctuation("、", "；", "：", "（", "）", "");
    private static final Punctuation ENGLISH = new Punctuation(", ", "; ", ": ", " (", ")", " ");

    /** That of a language. */
    public static Punctuation of(Language language) {
        return language == Language.CHINESE ? CHINESE : ENGLISH;
    }

    /** A list. */
    public String list(List<String> items) {
        return String.join(comma, items);
    }

    /** One thing, and in brackets what is to be known of it. */
    public String beside(String thing, String aside) {
        return thing + opening + aside + closing;
    }

    /** Whole sentences, one after the other. */
    public String sentences(List<String> sentences) {
        return String.join(gap, sentences);
    }

    /** One thing after the other. */
    public String sequence(List<String> things) {
        return String.join(semicolon, things);
    }
}
