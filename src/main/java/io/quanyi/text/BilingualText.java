package io.quanyi.text;

import java.util.Map;
import java.util.Objects;

/**
 * A text in both languages, such as a name in a catalogue.
 *
 * @param byTag the text for the tag of each language
 */
public record BilingualText(Map<String, String> byTag) {

    /** Keeps a copy. */
    public BilingualText {
        byTag = Map.copyOf(byTag);
        for (Language language : Language.values()) {
            if (!byTag.containsKey(language.tag())) {
                throw new IllegalArgumentException("no text in " + language.tag());
            }
        }
    }

    /** The text in one language. */
    public String in(Language language) {
        return Objects.requireNonNull(byTag.get(language.tag()));
    }
}
