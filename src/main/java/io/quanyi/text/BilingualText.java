package io.quanyi.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text in Chinese and English, such as a name in a catalogue; in one of them alone where a vendor has only that one.
 *
 * @param byTag the text for the tag of each language that it is in
 */
public record BilingualText(@JsonValue Map<String, String> byTag) {

    /** Keeps a copy, and refuses a text in no language. */
    public BilingualText {
        byTag = Map.copyOf(byTag);
        if (byTag.isEmpty()) {
            throw new IllegalArgumentException("no text in any language");
        }
    }

    /** The same text in each language, such as an id. */
    public static BilingualText same(String text) {
        return new BilingualText(
                Arrays.stream(Language.values()).collect(Collectors.toMap(Language::tag, language -> text)));
    }

    /** The text in a language; where it is not in that one, the text in the other. */
    public String in(Language language) {
        return languages()
                .filter(language::equals)
                .findFirst()
                .or(() -> languages().findFirst())
                .map(one -> Objects.requireNonNull(byTag.get(one.tag())))
                .orElseThrow();
    }

    /** Whether the text is in a language. */
    public boolean isIn(Language language) {
        return byTag.containsKey(language.tag());
    }

    /** The languages that it is in. */
    public Stream<Language> languages() {
        return Arrays.stream(Language.values()).filter(this::isIn);
    }
}
