package io.quanyi.catalogue;

import io.quanyi.text.BilingualText;
import io.quanyi.text.InvalidValue;
import io.quanyi.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A numbered place in a programme's source document.
 *
 * @param number the document's own number
 * @param item the row or list item under that number; null for the number as a whole
 * @param quote its words, short
 * @param gloss what they say, in English
 * @param decides whether a rule rests on it
 * @param reason why nothing follows from it, where it decides nothing
 */
public record Clause(
        String number,
        @Nullable String item,
        String quote,
        String gloss,
        boolean decides,
        @Nullable BilingualText reason) {

    /** Refuses a clause that decides nothing without a reason, and one that decides with one. */
    public Clause {
        if (decides == (reason != null)) {
            throw new InvalidValue("clause-reason");
        }
    }

    /** What its words say, for readers of a language other than the document's; null for the others. */
    public @Nullable String gloss(Language language) {
        return language == Language.ENGLISH ? gloss : null;
    }

    /** How rules cite it: the number, and after a blank the item. */
    public String reference() {
        return item == null ? number : number + " " + item;
    }
}
