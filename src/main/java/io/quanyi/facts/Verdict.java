package io.quanyi.facts;

/** An outcome that says whether the customer is entitled; the combining function weighs verdicts against each other. */
public sealed interface Verdict extends Outcome permits Granted, Denied, Undetermined, Payable {}
