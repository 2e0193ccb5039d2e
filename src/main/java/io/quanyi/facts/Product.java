package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The product that the question is about.
 *
 * @param id the id of the product in the catalogue
 * @param family the family of the product in the catalogue; the id of the product if it has none
 */
public record Product(
        @Of(Domain.PRODUCT) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/product") @Nullable String id,

        @Of(Domain.FAMILY) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/product") @Nullable String family)
        implements Fact {}
