package io.quanyi.facts;

/** A fact of which a question has any number, all of them known. Only listed facts may be matched by {@code not} and {@code exists}. */
public sealed interface Listed extends Fact permits Opening, Purchase, ContractTerm, FreeRemoteSupport, ServiceGroup {}
