package io.quanyi.catalogue;

import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chosen interpretation of an ambiguous clause.
 *
 * @param id {@code A01} and up
 * @param firm whether the wording leaves little doubt
 * @param text the interpretation in words
 * @param held the place where the reading is applied; null if rules or windows name it
 * @param contradicts the readings that cannot be held in the same programme; null if there are none
 */
public record Reading(
        @Pattern(regexp = Ids.READING) String id,
        boolean firm,
        BilingualText text,
        @Nullable BilingualText held,
        @Pattern(regexp = Ids.READING) @Nullable List<String> contradicts) {

    /** Keeps a copy. */
    public Reading {
        contradicts = contradicts == null ? null : List.copyOf(contradicts);
    }

    /** Whether it cannot be held in the same programme as another one. */
    public boolean contradicts(Reading other) {
        return names(other) || other.names(this);
    }

    private boolean names(Reading other) {
        return contradicts != null && contradicts.contains(other.id);
    }
}
