package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.source.Position;
import io.quanyi.text.Translated;

/**
 * A case, to be found by its author.
 *
 * @param name a sentence
 * @param position where it stands
 */
public record NamedCase(Translated name, Position position) {

    static NamedCase of(Case asked) {
        return new NamedCase(asked.name(), asked.position());
    }
}
