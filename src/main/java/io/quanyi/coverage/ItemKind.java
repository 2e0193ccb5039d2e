package io.quanyi.coverage;

import io.quanyi.text.EnumCode;

/** The kinds of items that cases can cover, and when a case covers an item. */
public enum ItemKind {
    /** A rule fires. */
    RULE_FIRES,
    /** A rule is evaluated and does not fire. */
    RULE_SILENT,
    /** A rule that cites the clause fires. */
    CLAUSE,
    /** The customer has the plan, or the entitlement comes from the plan. */
    PLAN,
    /** The request is about the product. */
    PRODUCT,
    /** The product is deployed in this way. */
    DEPLOYMENT,
    /** The service is requested or was bought. */
    SERVICE,
    /** The activity of the service is requested. */
    ACTIVITY,
    /** The request comes by the channel, or the answer names it. */
    CHANNEL,
    /** The issue has the topic. */
    TOPIC,
    /** The issue has the severity. */
    SEVERITY,
    /** The request states the measure. */
    MEASURE,
    /** The service hours or a target time of the answer use the window. */
    WINDOW,
    /** The service is requested with the product that it is open to. */
    OPENING,
    /** A number of the request is below the number in a rule. */
    BELOW,
    /** A number of the request equals the number in a rule. */
    AT,
    /** A number of the request is above the number in a rule. */
    ABOVE;

    /** The code of the kind for programs, such as {@code rule-fires}. */
    public String code() {
        return EnumCode.of(this);
    }
}
