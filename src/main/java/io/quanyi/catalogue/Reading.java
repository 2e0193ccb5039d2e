package io.quanyi.catalogue;

import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A chosen interpretation of an ambiguous clause.
 *
 * @param id {@code A01} and up
 * @param firm whether the wording leaves little doubt
 * @param text the interpretation in words
 * @param held the place where the reading is applied; null if rules or windows name it
 */
public record Reading(
        @Pattern(regexp = Ids.READING) String id,
        boolean firm,
        BilingualText text,
        @Nullable BilingualText held) {}
