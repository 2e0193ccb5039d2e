package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The person who makes the request, as rules see it.
 *
 * @param certified whether the requester is a registered and certified user of the product
 * @param submittedBy the kind of organisation that files the request
 */
public record Requester(
        @Absent(
                means = Meaning.ASSUMED,
                pointer = "/question/requester/certified",
                condition = "assumed-requester-certified")
        @Nullable Boolean certified,

        @Of(Domain.SUBMITTED_BY)
        @Absent(
                means = Meaning.ASSUMED,
                pointer = "/question/requester/submittedBy",
                condition = "assumed-submitted-by-user")
        @Nullable String submittedBy)
        implements Fact {}
