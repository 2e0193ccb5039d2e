package io.quanyi.facts;

/**
 * The time before its start at which the service must be requested.
 *
 * @param days the least number of calendar days, in the zone of the programme
 */
public record LeadTime(@NumberRange(most = 36_500) int days) implements Term.Single {}
