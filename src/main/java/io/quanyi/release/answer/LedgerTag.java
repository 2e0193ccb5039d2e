package io.quanyi.release.answer;

import io.quanyi.text.Language;
import java.util.Arrays;

/**
 * The entity tag of a ledger: its digest and the language of the answer. The tags of all languages name the same
 * ledger.
 */
public final class LedgerTag {

    private static final int SHOWN = 32;

    private LedgerTag() {}

    /** The tag of a ledger. */
    public static String of(String digest, Language language) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return '"' + hex.substring(0, Math.min(SHOWN, hex.length())) + '-' + language.tag() + '"';
    }

    /** Whether the header {@code If-Match} names the ledger of a digest. */
    public static boolean matches(String ifMatch, String digest) {
        return Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || isOf(tag, digest));
    }

    private static boolean isOf(String tag, String digest) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> of(digest, language).equals(tag));
    }
}
