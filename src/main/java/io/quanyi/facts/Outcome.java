package io.quanyi.facts;

/** An outcome that a rule inserts: a verdict, a term, or a plan that another plan contains. Immutable. */
public sealed interface Outcome permits Verdict, Term, Plan {}
