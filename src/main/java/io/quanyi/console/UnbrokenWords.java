package io.quanyi.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dates and the ids of rules in the text of a page, which stay on one line: browsers break lines after their hyphens. They are enclosed in an
 * element for that, so that a copied text has the plain hyphens.
 */
final class UnbrokenWords {

    /** Elements that hold plain text only, or text that is laid out as it is. */
    private static final String PLAIN = "<(title|option|textarea|pre|script)\\b.*?</\\1>";

    private static final String TAG = "<[^>]*>";
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String INSTANT = DAY + "T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})?";
    private static final String RULE = "[A-Z][A-Z0-9]{1,9}(?:-[A-Z0-9]{1,9}){1,4}";
    private static final Pattern PARTS = Pattern.compile(
            PLAIN + "|" + TAG + "|(?<![\\w-])(" + INSTANT + "|" + DAY + "|" + RULE + ")(?![\\w-])", Pattern.DOTALL);

    /** The group of the pattern that has a word; the first one is the name of an element. */
    private static final int WORD = 2;

    private UnbrokenWords() {}

    /** A page, or a part of one, with its dates and ids enclosed. */
    static String in(String page) {
        return PARTS.matcher(page)
                .replaceAll(part -> part.group(WORD) == null
                        ? Matcher.quoteReplacement(part.group())
                        : "<span class=\"unbroken\">" + part.group() + "</span>");
    }
}
