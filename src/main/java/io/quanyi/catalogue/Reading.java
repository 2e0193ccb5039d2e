package io.quanyi.catalogue;

import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A chosen interpretation of an ambiguous clause.
 *
 * @param id {@code A01} and up
 * @param firm whether the words leave little doubt
 * @param text which way we read it
 * @param held where it is held, if not by a rule or a window that names it
 */
public record Reading(
        @Pattern(regexp = Ids.READING) String id,
        boolean firm,
        BilingualText text,
        @Nullable BilingualText held) {}
