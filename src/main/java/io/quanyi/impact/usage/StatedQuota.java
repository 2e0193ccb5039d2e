package io.quanyi.impact.usage;

import io.quanyi.decision.request.DecisionRequest;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A limit that a rule of either release states: a quota, or the limit of a single use.
 *
 * @param most the limit, in the unit; null if the rule takes it from the contract
 * @param unit the counted unit
 */
record StatedQuota(@Nullable BigDecimal most, String unit) {

    /** The limit for a request; null if the contract of the request states none. */
    @Nullable BigDecimal most(DecisionRequest request) {
        Integer agreed = request.subscription().freeRemoteSupportLimit();
        return most != null ? most : agreed == null ? null : BigDecimal.valueOf(agreed);
    }

    /** Whether uses are counted, not person-days. */
    boolean countsUses() {
        return unit.equals("time");
    }

    /** The state of the quota for a request: exhausted, insufficient or enough. */
    static String state(BigDecimal most, BigDecimal used, BigDecimal wanted) {
        return most.compareTo(used) <= 0
                ? "exhausted"
                : most.compareTo(used.add(wanted)) < 0 ? "insufficient" : "enough";
    }
}
