package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.source.Position;
import io.quanyi.text.TranslatedText;

/**
 * The name and place of a case, by which its author finds it.
 *
 * @param name the name of the case
 * @param position the place of the case in its file
 */
record NamedCase(TranslatedText name, Position position) {

    static NamedCase of(Case asked) {
        return new NamedCase(asked.name(), asked.position());
    }
}
