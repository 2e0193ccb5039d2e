package io.quanyi.facts;

/** An outcome about whether the customer is entitled. Verdicts are weighed against each other. */
public sealed interface Verdict extends Outcome permits Granted, Denied, Undetermined, Payable {}
