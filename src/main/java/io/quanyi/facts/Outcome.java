package io.quanyi.facts;

/** What a rule inserts: a verdict on the question, a term that comes with a yes, or a plan that another contains. Immutable. */
public sealed interface Outcome permits Verdict, Term, Plan {}
