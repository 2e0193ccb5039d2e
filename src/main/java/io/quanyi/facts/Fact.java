package io.quanyi.facts;

/** What a rule may match: one thing known, or not known, about this one question. */
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
                Requester,
                Environment,
                Phase,
                Listed {}
