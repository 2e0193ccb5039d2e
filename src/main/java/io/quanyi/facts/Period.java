package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The position of the instant of the question in the service period. The period ends with its last day, in the zone of the programme (reading A10).
 *
 * @param state before, within or after the period
 * @param year the service year, from 1, or 0 before the period; a year ends the day before the anniversary of the start (reading A11)
 * @param renewed whether the service was renewed
 */
public record Period(
        @Of(Domain.PERIOD_STATE)
        @Absent(
                means = Meaning.ASSUMED,
                pointer = "/subscription/serviceEnd",
                condition = "assumed-within-service-period")
        @Nullable String state,

        @NumberRange(most = 100) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/serviceStart") @Nullable Integer year,

        @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/serviceRenewed") @Nullable Boolean renewed)
        implements Fact {}
