package io.quanyi.decision.answer;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reason of a result, as a code with its kind. The codes of the service itself are constants, with texts in both languages; the catalogue
 * of a programme may declare further codes of denials, referrals and sales, with their names.
 *
 * @param code the code as answers and rules write it
 * @param kind the kind, by which reasons are weighed
 */
public record ReasonCode(String code, Kind kind) {

    public static final ReasonCode GRANTED = new ReasonCode("granted", Kind.GRANT);
    public static final ReasonCode GRANTED_BY_INHERITANCE = new ReasonCode("granted-by-inheritance", Kind.GRANT);
    public static final ReasonCode GRANTED_BY_PURCHASE = new ReasonCode("granted-by-purchase", Kind.GRANT);
    public static final ReasonCode GRANTED_BY_CONTRACT = new ReasonCode("granted-by-contract", Kind.CONTRACT_GRANT);
    public static final ReasonCode AVAILABLE_AT_FEE = new ReasonCode("available-at-fee", Kind.SALE);
    public static final ReasonCode NEEDS_PURCHASE = new ReasonCode("needs-purchase", Kind.SALE);
    public static final ReasonCode REFER_TO_CONTRACT = new ReasonCode("refer-to-contract", Kind.REFERRAL);
    public static final ReasonCode NOT_IN_PLAN = new ReasonCode("not-in-plan", Kind.SCOPE);
    public static final ReasonCode NOT_IN_PROGRAMME = new ReasonCode("not-in-programme", Kind.SCOPE);
    public static final ReasonCode PRODUCT_NOT_APPLICABLE = new ReasonCode("product-not-applicable", Kind.SCOPE);
    public static final ReasonCode PRODUCT_NOT_OPEN = new ReasonCode("product-not-open", Kind.SCOPE);
    public static final ReasonCode DEPLOYMENT_NOT_APPLICABLE = new ReasonCode("deployment-not-applicable", Kind.SCOPE);
    public static final ReasonCode REGION_NOT_COVERED = new ReasonCode("region-not-covered", Kind.SCOPE);
    public static final ReasonCode CONDITION_NOT_MET = new ReasonCode("condition-not-met", Kind.SCOPE);
    public static final ReasonCode FIRST_YEAR_OVER = new ReasonCode("first-year-over", Kind.SCOPE);
    public static final ReasonCode NOT_FIRST_PURCHASE = new ReasonCode("not-first-purchase", Kind.SCOPE);
    public static final ReasonCode CHANNEL_NOT_OFFERED = new ReasonCode("channel-not-offered", Kind.SCOPE);
    public static final ReasonCode DELIVERY_NOT_OFFERED = new ReasonCode("delivery-not-offered", Kind.SCOPE);
    public static final ReasonCode SEVERITY_NOT_APPLICABLE = new ReasonCode("severity-not-applicable", Kind.SCOPE);
    public static final ReasonCode OUT_OF_SCOPE = new ReasonCode("out-of-scope", Kind.SCOPE);
    public static final ReasonCode OUTSIDE_SERVICE_PERIOD = new ReasonCode("outside-service-period", Kind.USE);
    public static final ReasonCode REQUESTER_NOT_CERTIFIED = new ReasonCode("requester-not-certified", Kind.USE);
    public static final ReasonCode LIMIT_REACHED = new ReasonCode("limit-reached", Kind.USE);
    public static final ReasonCode LEAD_TIME_NOT_MET = new ReasonCode("lead-time-not-met", Kind.USE);
    public static final ReasonCode QUOTA_EXHAUSTED = new ReasonCode("quota-exhausted", Kind.QUOTA);
    public static final ReasonCode QUOTA_INSUFFICIENT = new ReasonCode("quota-insufficient", Kind.QUOTA);
    public static final ReasonCode EXCLUDED_BY_CONTRACT = new ReasonCode("excluded-by-contract", Kind.EXCLUSION);

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

    private static final List<ReasonCode> BUILT_IN = List.of(
            GRANTED,
            GRANTED_BY_INHERITANCE,
            GRANTED_BY_PURCHASE,
            GRANTED_BY_CONTRACT,
            AVAILABLE_AT_FEE,
            NEEDS_PURCHASE,
            REFER_TO_CONTRACT,
            NOT_IN_PLAN,
            NOT_IN_PROGRAMME,
            PRODUCT_NOT_APPLICABLE,
            PRODUCT_NOT_OPEN,
            DEPLOYMENT_NOT_APPLICABLE,
            REGION_NOT_COVERED,
            CONDITION_NOT_MET,
            FIRST_YEAR_OVER,
            NOT_FIRST_PURCHASE,
            CHANNEL_NOT_OFFERED,
            DELIVERY_NOT_OFFERED,
            SEVERITY_NOT_APPLICABLE,
            OUT_OF_SCOPE,
            OUTSIDE_SERVICE_PERIOD,
            REQUESTER_NOT_CERTIFIED,
            LIMIT_REACHED,
            LEAD_TIME_NOT_MET,
            QUOTA_EXHAUSTED,
            QUOTA_INSUFFICIENT,
            EXCLUDED_BY_CONTRACT);

    private static final Map<String, ReasonCode> BY_CODE =
            BUILT_IN.stream().collect(Collectors.toMap(ReasonCode::code, Function.identity()));

    /** The codes of the service itself, the grants first. */
    public static List<ReasonCode> builtIn() {
        return BUILT_IN;
    }

    /** Whether it is the reason of a grant. */
    public boolean isGrant() {
        return kind == Kind.GRANT || kind == Kind.CONTRACT_GRANT;
    }

    /** The reason that a denial states; one that a catalogue declares is of the scope. */
    public static ReasonCode ofDenial(String code) {
        return of(code, Kind.SCOPE);
    }

    /** The reason that a referral states. */
    public static ReasonCode ofReferral(String code) {
        return of(code, Kind.REFERRAL);
    }

    /** The reason that the ground of a sale states. */
    public static ReasonCode ofSale(String code) {
        return of(code, Kind.SALE);
    }

    private static ReasonCode of(String code, Kind declared) {
        ReasonCode builtIn = BY_CODE.get(code);
        return builtIn == null ? new ReasonCode(code, declared) : builtIn;
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
}
