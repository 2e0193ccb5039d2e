package io.quanyi.coverage;

/** The kinds of things that cases can touch. */
public enum Kind {
    /** A rule fires. */
    RULE_FIRES,
    /** A rule is asked and says nothing. */
    RULE_SILENT,
    /** A rule fires that rests on a clause. */
    CLAUSE,
    /** The customer has the plan, or the plan grants. */
    PLAN,
    /** The question is about the product. */
    PRODUCT,
    /** The product runs so. */
    DEPLOYMENT,
    /** The service is asked for, or was bought. */
    SERVICE,
    /** This part of a service is asked for. */
    ACTIVITY,
    /** The customer comes by the channel, or is shown it. */
    CHANNEL,
    /** The issue is of this kind. */
    TOPIC,
    /** The issue is as grave. */
    SEVERITY,
    /** The answer's hours, or one of its promises, are counted by the window. */
    WINDOW,
    /** The service is asked for with the product that it is announced to be open to. */
    OPENING,
    /** A number lies below one that a rule names. */
    BELOW,
    /** A number is the one that a rule names. */
    AT,
    /** A number lies above one that a rule names. */
    ABOVE
}
