package io.quanyi.text;

import java.util.Map;

/**
 * A sentence in the language of the document that it is about, and its translations, as far as there are any.
 *
 * @param written the sentence as its author wrote it
 * @param translations the same sentence in other languages
 */
public record Translated(String written, Map<Language, String> translations) {

    /** Keeps a copy. */
    public Translated {
        translations = Map.copyOf(translations);
    }

    /** A sentence without translations. */
    public static Translated only(String written) {
        return new Translated(written, Map.of());
    }

    /** The sentence in a language; as its author wrote it where there is no translation. */
    public String in(Language language) {
        return translations.getOrDefault(language, written);
    }

    /** The sentence as its author wrote it. */
    @Override
    public String toString() {
        return written;
    }
}
