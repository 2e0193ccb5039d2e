package io.quanyi.facts;

/**
 * A purchase of the service of the question apart from the plan.
 *
 * @param service the special service
 */
public record Purchase(@Of(Domain.SERVICE) String service) implements Listed {}
