package io.quanyi.console;

import java.util.Locale;
import java.util.regex.Pattern;

/** The anchors of entries on the pages of the console, by which links lead to them. */
public final class PageAnchors {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]");

    private PageAnchors() {}

    /** The anchor of a clause, by the reference under which rules cite it. */
    public static String clause(String reference) {
        StringBuilder anchor = new StringBuilder("clause-");
        reference
                .codePoints()
                .mapToObj(Character::toString)
                .map(one -> PLAIN.matcher(one).matches() ? one : Integer.toHexString(one.codePointAt(0)) + "-")
                .forEach(anchor::append);
        return anchor.toString().toLowerCase(Locale.ROOT);
    }
}
