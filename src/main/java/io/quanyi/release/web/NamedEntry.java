package io.quanyi.release.web;

import io.quanyi.text.Language;
import io.quanyi.text.BilingualText;

/** An id with its name in one language. */
record NamedEntry(String id, String name) {

    static NamedEntry of(String id, BilingualText names, Language language) {
        return new NamedEntry(id, names.in(language));
    }
}
