package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The organisation of the vendor that serves the customer.
 *
 * @param servedBy the organisation
 */
public record Branch(
        @Of(Domain.SERVED_BY)
        @Absent(
                means = Meaning.ASSUMED,
                pointer = "/subscription/servedBy",
                condition = "assumed-served-by-headquarters")
        @Nullable String servedBy)
        implements Fact {}
