package io.quanyi.impact.budget;

import io.quanyi.source.Position;

/**
 * The rule of a service that distinguishes the most combinations, for the message that a service has too many.
 *
 * @param position the place of the rule; {@link Position#NOWHERE} if the service has no rules
 * @param rule the id of the rule; empty if the service has no rules
 * @param fields the fields that the rule reads
 * @param dimensions the dimensions with the most values, each with its number of values
 */
public record WidestRule(Position position, String rule, String fields, String dimensions) {}
