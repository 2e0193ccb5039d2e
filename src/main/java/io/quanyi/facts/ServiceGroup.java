package io.quanyi.facts;

/**
 * A group of services to which the service asked about belongs, as the catalogue lists it.
 *
 * @param id the group
 */
public record ServiceGroup(@Of(Domain.SERVICE_GROUP) String id) implements Listed {}
