package io.quanyi.facts;

/**
 * How long before its start the service must be asked for.
 *
 * @param days calendar days in the programme's zone; exactly so many is enough
 */
public record LeadTime(@NumberRange(most = 36_500) int days) implements Term.Single {}
