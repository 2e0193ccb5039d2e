package io.quanyi.text;

import java.util.Map;

/**
 * A text in both languages.
 *
 * @param byTag the text by the language's tag; both are there
 */
public record Names(Map<String, String> byTag) {

    /** Keeps a copy. */
    public Names {
        byTag = Map.copyOf(byTag);
        for (Language language : Language.values()) {
            if (!byTag.containsKey(language.tag())) {
                throw new IllegalArgumentException("no text in " + language.tag());
            }
        }
    }

    /** The text in one language. */
    public String in(Language language) {
        return java.util.Objects.requireNonNull(byTag.get(language.tag()));
    }
}
