package io.quanyi.release.answer;

import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;

/** An id with its name in one language. */
public record NamedEntry(String id, String name) {

    /** The entry of an id whose names are known. */
    public static NamedEntry of(String id, BilingualText names, Language language) {
        return new NamedEntry(id, names.in(language));
    }
}
