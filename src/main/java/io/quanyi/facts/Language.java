package io.quanyi.facts;

import java.util.Locale;

/**
 * The language of the service.
 *
 * @param id the language; {@code local} for the language of the place
 */
public record Language(@Of(Domain.LANGUAGE) String id) implements Term.Single {

    /** Whether it may be the language of a BCP 47 tag: regions and scripts make no difference, and that of the place may be any. */
    public boolean mayBe(String tag) {
        return id.equals("local")
                || Locale.forLanguageTag(id)
                        .getLanguage()
                        .equals(Locale.forLanguageTag(tag).getLanguage());
    }
}
