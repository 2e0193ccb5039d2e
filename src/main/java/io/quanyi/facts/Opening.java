package io.quanyi.facts;

/**
 * An announcement of the vendor that the service of the question is available for the product of the customer.
 *
 * @param service the service
 */
public record Opening(@Of(Domain.SERVICE) String service) implements Listed {}
