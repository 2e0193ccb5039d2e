package io.quanyi.facts;

/** A fact about one question that rules may match; its fields may be absent. */
public sealed interface Fact
        permits Question,
                Plan,
                Product,
                Deployment,
                Place,
                Branch,
                Period,
                FirstTerm,
                Amount,
                Day,
                Measure,
                Requester,
                Environment,
                Phase,
                Listed {}
