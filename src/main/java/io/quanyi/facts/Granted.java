package io.quanyi.facts;

/** A verdict that the customer is entitled to the service. */
public record Granted() implements Verdict {}
