package io.quanyi.decision.answer;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.RuleInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reason of a result, as a code. The list is closed; every code has a text in both languages. */
public enum ReasonCode {
    GRANTED("granted", Kind.GRANT),
    GRANTED_BY_INHERITANCE("granted-by-inheritance", Kind.GRANT),
    GRANTED_BY_PURCHASE("granted-by-purchase", Kind.GRANT),
    GRANTED_BY_CONTRACT("granted-by-contract", Kind.CONTRACT_GRANT),
    AVAILABLE_AT_FEE("available-at-fee", Kind.SALE),
    NEEDS_PURCHASE("needs-purchase", Kind.SALE),
    REFER_TO_CONTRACT("refer-to-contract", Kind.REFERRAL),
    NOT_IN_PLAN("not-in-plan", Kind.SCOPE),
    NOT_IN_PROGRAMME("not-in-programme", Kind.SCOPE),
    PRODUCT_NOT_APPLICABLE("product-not-applicable", Kind.SCOPE),
    PRODUCT_NOT_OPEN("product-not-open", Kind.SCOPE),
    DEPLOYMENT_NOT_APPLICABLE("deployment-not-applicable", Kind.SCOPE),
    REGION_NOT_COVERED("region-not-covered", Kind.SCOPE),
    CONDITION_NOT_MET("condition-not-met", Kind.SCOPE),
    FIRST_YEAR_OVER("first-year-over", Kind.SCOPE),
    NOT_FIRST_PURCHASE("not-first-purchase", Kind.SCOPE),
    CHANNEL_NOT_OFFERED("channel-not-offered", Kind.SCOPE),
    DELIVERY_NOT_OFFERED("delivery-not-offered", Kind.SCOPE),
    SEVERITY_NOT_APPLICABLE("severity-not-applicable", Kind.SCOPE),
    OUT_OF_SCOPE("out-of-scope", Kind.SCOPE),
    OUTSIDE_SERVICE_PERIOD("outside-service-period", Kind.USE),
    REQUESTER_NOT_CERTIFIED("requester-not-certified", Kind.USE),
    LIMIT_REACHED("limit-reached", Kind.USE),
    LEAD_TIME_NOT_MET("lead-time-not-met", Kind.USE),
    QUOTA_EXHAUSTED("quota-exhausted", Kind.QUOTA),
    QUOTA_INSUFFICIENT("quota-insufficient", Kind.QUOTA),
    EXCLUDED_BY_CONTRACT("excluded-by-contract", Kind.EXCLUSION);

    /** The kind of a reason, by which reasons are weighed. */
    public enum Kind {
        /** The contract excludes the service. */
        EXCLUSION,
        /** The service may not be used now. */
        USE,
        /** The quota is used up, or does not suffice. */
        QUOTA,
        /** The contract grants the service. */
        CONTRACT_GRANT,
        /** The service was not sold. */
        SCOPE,
        /** The document refers to the contract. */
        REFERRAL,
        /** The service is sold separately. */
        SALE,
        /** The plan or a purchase grants the service. */
        GRANT
    }

    private static final Map<String, ReasonCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(ReasonCode::code, Function.identity()));

    private final String code;
    private final Kind kind;

    ReasonCode(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** The code as answers and rules write it. */
    public String code() {
        return code;
    }

    /** The kind of the reason. */
    public Kind kind() {
        return kind;
    }

    /**
     * The kind of the reason with a code.
     *
     * @throws IllegalArgumentException if there is no such code
     */
    public static Kind kind(String code) {
        return of(code).kind();
    }

    /** Whether it is the reason of a grant. */
    public boolean isGrant() {
        return kind == Kind.GRANT || kind == Kind.CONTRACT_GRANT;
    }

    /**
     * The reason that a grant is.
     *
     * @param rule the rule that grants; null for the contract
     * @param distance the distance of the plan that the grant rests on, as in {@link Finding}
     */
    public static ReasonCode ofGrant(@Nullable RuleInfo rule, int distance) {
        if (rule == null) {
            return GRANTED_BY_CONTRACT;
        }
        if (rule.purchase()) {
            return GRANTED_BY_PURCHASE;
        }
        return distance > 0 && distance != Finding.PROGRAMME ? GRANTED_BY_INHERITANCE : GRANTED;
    }

    /**
     * The reason with a code.
     *
     * @throws IllegalArgumentException if there is no such code
     */
    public static ReasonCode of(String code) {
        ReasonCode reason = BY_CODE.get(code);
        if (reason == null) {
            throw new IllegalArgumentException(code);
        }
        return reason;
    }
}
