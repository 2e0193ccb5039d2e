package io.quanyi.facts;

/**
 * The vendor has announced that the service is open to the customer's product. Only those of the question's service and product are given.
 *
 * @param service the service
 */
public record Opening(@Of(Domain.SERVICE) String service) implements Listed {}
