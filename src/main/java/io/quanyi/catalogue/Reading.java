package io.quanyi.catalogue;

import io.quanyi.text.Names;
import jakarta.validation.constraints.Pattern;

/**
 * A chosen interpretation of an ambiguous clause.
 *
 * @param id {@code A01} and up
 * @param firm whether the words leave little doubt
 * @param text which way we read it
 */
public record Reading(@Pattern(regexp = Ids.READING) String id, boolean firm, Names text) {}
