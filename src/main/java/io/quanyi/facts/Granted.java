package io.quanyi.facts;

/** The customer is entitled to the service. */
public record Granted() implements Verdict {}
