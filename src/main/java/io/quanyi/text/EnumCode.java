package io.quanyi.text;

import java.util.Locale;

/** The codes of constants in documents and keys of texts: their names in small letters, with a hyphen between words. */
public final class EnumCode {

    private EnumCode() {}

    /** The code of a constant, such as {@code sign-in} of {@code SIGN_IN}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
