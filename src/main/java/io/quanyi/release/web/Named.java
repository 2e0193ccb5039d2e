package io.quanyi.release.web;

import io.quanyi.text.Language;
import io.quanyi.text.Names;

/** An id and what it is called. */
record Named(String id, String name) {

    static Named of(String id, Names names, Language language) {
        return new Named(id, names.in(language));
    }
}
