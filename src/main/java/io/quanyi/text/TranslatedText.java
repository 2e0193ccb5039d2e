package io.quanyi.text;

import java.util.Map;

/**
 * A sentence in the language of a document, with its translations, such as the title of a rule.
 *
 * @param written the sentence as its author wrote it
 * @param translations the sentence in other languages; may be empty
 */
public record TranslatedText(String written, Map<Language, String> translations) {

    /** Keeps a copy. */
    public TranslatedText {
        translations = Map.copyOf(translations);
    }

    /** A sentence without translations. */
    public static TranslatedText only(String written) {
        return new TranslatedText(written, Map.of());
    }

    /** The sentence in a language; the written one if there is no translation. */
    public String in(Language language) {
        return translations.getOrDefault(language, written);
    }

    /** The sentence as its author wrote it. */
    @Override
    public String toString() {
        return written;
    }
}
