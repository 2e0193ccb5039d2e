package io.quanyi.facts;

/** An outcome that says how a service is given once it is granted; by itself it grants nothing. */
public sealed interface Term extends Outcome permits Term.Single, Term.Collected {

    /** A term of which an answer has at most one: the one that the nearest plan states. */
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

    /** A term of which an answer lists all that any plan states. */
    sealed interface Collected extends Term permits Channel, Delivery, DeliveredBy, Condition, Charge, ChargeShare {}
}
