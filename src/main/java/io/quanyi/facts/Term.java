package io.quanyi.facts;

/** An outcome about the terms of a granted service. A term alone grants nothing. */
public sealed interface Term extends Outcome permits Term.Single, Term.Collected {

    /** A term of which an answer has one at most, stated by the nearest plan. */
    sealed interface Single extends Term
            permits Response,
                    FulfilledBy,
                    Resolution,
                    Hours,
                    Quota,
                    EachLimit,
                    GroupLimit,
                    LeadTime,
                    Seat,
                    Priority,
                    Language {}

    /** A term of which an answer lists all that are stated. */
    sealed interface Collected extends Term permits Channel, Delivery, DeliveredBy, Condition, Charge, ChargeShare {}
}
