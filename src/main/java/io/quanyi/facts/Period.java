package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Where the instant asked about lies in the service period, whose days run to 24:00 in the programme's zone, the last one included (A10).
 *
 * @param state before, within or after the period
 * @param year the service year, from 1; a year ends the day before the anniversary of the start (A11)
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
