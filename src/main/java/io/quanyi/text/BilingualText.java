package io.quanyi.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A text in both languages, such as a name in a catalogue.
 *
 * @param byTag the text for the tag of each language
 */
public record BilingualText(@JsonValue Map<String, String> byTag) {

    /** Keeps a copy. */
    public BilingualText {
        byTag = Map.copyOf(byTag);
        for (Language language : Language.values()) {
            if (!byTag.containsKey(language.tag())) {
                throw new IllegalArgumentException("no text in " + language.tag());
            }
        }
    }

    /** The same text in each language, such as an id. */
    public static BilingualText same(String text) {
        return new BilingualText(
                Arrays.stream(Language.values()).collect(Collectors.toMap(Language::tag, language -> text)));
    }

    /** The text in one language. */
    public String in(Language language) {
        return Objects.requireNonNull(byTag.get(language.tag()));
    }
}
