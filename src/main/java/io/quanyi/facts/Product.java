package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The product that the question is about.
 *
 * @param id the product of the catalogue
 * @param family the catalogue's family of the product; the product's own id where it has none
 */
public record Product(
        @Of(Domain.PRODUCT) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/product") @Nullable String id,

        @Of(Domain.FAMILY) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/product") @Nullable String family)
        implements Fact {}
