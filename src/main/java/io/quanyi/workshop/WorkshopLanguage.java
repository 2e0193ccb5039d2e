package io.quanyi.workshop;

import io.quanyi.text.Language;
import java.util.Locale;

/** The language of messages on the command line: Chinese for whoever's system speaks it, else English. */
final class WorkshopLanguage {

    private WorkshopLanguage() {}

    static Language asked() {
        return Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage())
                ? Language.CHINESE
                : Language.ENGLISH;
    }
}
