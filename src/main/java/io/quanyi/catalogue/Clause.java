package io.quanyi.catalogue;

import io.quanyi.text.BilingualText;
import io.quanyi.text.InvalidValue;
import io.quanyi.text.Language;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numbered place in the document of a programme.
 *
 * @param number the number in the document
 * @param item the row or list item under that number; null for the number as a whole
 * @param quote the original words, shortened
 * @param gloss the meaning of the quote in English; null where the document is in English, or the programme has no other language than
 *     that of its document
 * @param decides whether rules must rest on the clause
 * @param reason the reason why no rule rests on the clause; null if it decides, or if the catalogue states it
 * @param catalogue the entries of the catalogue that state the clause, in place of a reason; null if none does
 */
public record Clause(
        String number,
        @Nullable String item,
        String quote,
        @Nullable String gloss,
        boolean decides,
        @Nullable BilingualText reason,

        @Pattern(regexp = CatalogueEntry.WRITTEN) @Size(max = 50) @Nullable List<String> catalogue) {

    /** Refuses a clause without rules that has no reason or both kinds of reason, and one that decides with a reason. */
    public Clause {
        catalogue = catalogue == null || catalogue.isEmpty() ? null : List.copyOf(catalogue);
        if (decides ? reason != null || catalogue != null : (reason == null) == (catalogue == null)) {
            throw new InvalidValue("clause-reason");
        }
    }

    /** The entries of the catalogue that state the clause; empty if a rule or nothing does. */
    public List<CatalogueEntry> entries() {
        return catalogue == null
                ? List.of()
                : catalogue.stream().map(CatalogueEntry::of).toList();
    }

    /** The meaning of the quote, for readers of another language than that of the document; null for other readers. */
    public @Nullable String gloss(Language language) {
        return language == Language.ENGLISH ? gloss : null;
    }

    /** The reference by which rules cite the clause: the number, and after a blank the item. */
    public String reference() {
        return item == null ? number : number + " " + item;
    }
}
