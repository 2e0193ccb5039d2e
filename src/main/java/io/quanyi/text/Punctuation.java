package io.quanyi.text;

import java.util.List;

/**
 * The punctuation of a language, for texts that are put together from parts.
 *
 * @param comma between the items of a list
 * @param semicolon between the parts of a sentence
 * @param colon between a name and its value
 * @param opening the bracket before a remark, with its blank
 * @param closing the bracket after it
 * @param gap between two sentences
 */
public record Punctuation(String comma, String semicolon, String colon, String opening, String closing, String gap) {

    private static final Punctuation CHINESE = new Punctuation("、", "；", "：", "（", "）", "");
    private static final Punctuation ENGLISH = new Punctuation(", ", "; ", ": ", " (", ")", " ");

    /** The punctuation of a language. */
    public static Punctuation of(Language language) {
        return language == Language.CHINESE ? CHINESE : ENGLISH;
    }

    /** The items of a list as one text. */
    public String list(List<String> items) {
        return String.join(comma, items);
    }

    /** A text, and a remark on it in brackets; in Chinese, other ones than those within the remark, as GB/T 15834 asks. */
    public String beside(String text, String remark) {
        return equals(CHINESE) && remark.contains(opening) && !remark.contains("〔")
                ? text + "〔" + remark + "〕"
                : text + opening + remark + closing;
    }

    /** A name within a sentence: in quotes in Chinese, where no blanks set it off. */
    public String named(String name) {
        return equals(CHINESE) ? "“" + name + "”" : name;
    }

    /** Several sentences as one text. */
    public String sentences(List<String> sentences) {
        return String.join(gap, sentences);
    }

    /** The parts of a sentence as one text. */
    public String sequence(List<String> parts) {
        return String.join(semicolon, parts);
    }
}
