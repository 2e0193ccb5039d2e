package io.quanyi.text;

import java.util.Locale;

/** The languages of all texts for people. */
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

    /** The locale, for names that the JDK provides. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
