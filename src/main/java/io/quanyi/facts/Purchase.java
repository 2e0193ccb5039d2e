package io.quanyi.facts;

/**
 * The customer has bought the service apart from the plan. Only those of the question's service are given.
 *
 * @param service the special service
 */
public record Purchase(@Of(Domain.SERVICE) String service) implements Listed {}
