package io.quanyi.text;

import java.util.Locale;

/** The languages that every human text exists in. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as in the data files and in {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The two letters by which an annotation or a member names it: {@code zh} or {@code en}. */
    public String code() {
        return locale().getLanguage();
    }

    /** For names that the platform knows. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
