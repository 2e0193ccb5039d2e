package io.quanyi.facts;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sets that ids come from: some are fixed here, the others are what a programme's catalogue lists. */
public enum Domain {
    SERVICE("service"),
    CHANNEL("channel"),
    TOPIC("topic"),
    SEVERITY("severity"),
    ACTIVITY("activity"),
    PLAN("plan"),
    PRODUCT("product"),
    FAMILY("family"),
    WINDOW("window"),
    DEPLOYMENT("deployment", "public-cloud", "private-cloud-subscription", "private-cloud-perpetual", "on-premise"),
    DELIVERY("delivery", "remote", "online", "on-site"),
    SERVED_BY("organisation", "headquarters", "branch", "overseas-branch", "partner"),
    DELIVERER(
            "deliverer",
            "headquarters",
            "branch",
            "overseas-branch",
            "partner",
            "self-service",
            "bot",
            "system",
            "account-staff",
            "local-staff",
            "support-engineer",
            "dedicated-technical-manager",
            "customer-success-manager"),
    SUBMITTED_BY("submitter", "user", "partner", "staff"),
    PHASE("project phase", "implementation", "operation"),
    PERIOD_STATE("state of the service period", "before", "within", "after"),
    REGION("ISO 3166 region", Locale.getISOCountries()),
    CURRENCY(
            "ISO 4217 currency",
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .toArray(String[]::new)),
    EFFECT(
            "effect of a contract term",
            "grant",
            "exclude",
            "respond-within",
            "resolve-within",
            "quota",
            "window",
            "charge",
            "channel"),
    DENIAL(
            "ground of a refusal",
            "not-in-plan",
            "not-in-programme",
            "product-not-applicable",
            "product-not-open",
            "deployment-not-applicable",
            "region-not-covered",
            "condition-not-met",
            "first-year-over",
            "not-first-purchase",
            "channel-not-offered",
            "delivery-not-offered",
            "severity-not-applicable",
            "out-of-scope",
            "outside-service-period",
            "requester-not-certified"),
    REFERRAL("ground of a referral", "refer-to-contract"),
    SALE("ground of a sale", "needs-purchase", "available-at-fee"),
    QUOTA_UNIT("unit of a quota", "time", "person-day"),
    QUOTA_PER("span of a quota", "service-year", "contract"),
    SHARE_OF("whole of a share", "contract-amount"),
    CHARGE_PER("unit of a charge", "incident", "year", "person-day", "contract"),
    SEAT("seat", "dedicated"),
    PRIORITY("priority", "high", "highest", "preferential"),
    LANGUAGE("language", "zh-CN", "en", "local"),
    FULFILMENT("what fulfils a response", "first-handling-action", "human-contact"),
    CONDITION(
            "condition",
            "after-the-bot",
            "by-agreement",
            "classification-to-be-confirmed",
            "contract-may-include",
            "environment-owed",
            "fee-not-stated",
            "filed-by-account-staff",
            "first-year-is-a-gift",
            "functions-may-stop",
            "im-advised",
            "immediate-response-contested",
            "local-experts-only",
            "named-only-in-example",
            "on-site-when-necessary",
            "once-in-service-period-contested",
            "private-cloud-only",
            "remote-when-necessary",
            "secondary-development-only",
            "stated-without-terms",
            "upon-application");

    private final String label;
    private final @Nullable Set<String> fixed;

    Domain(String label, String... fixed) {
        this.label = label;
        this.fixed = fixed.length == 0 ? null : List.of(fixed).stream().collect(Collectors.toCollection(TreeSet::new));
    }

    /** What one id of the set is called, in English. */
    public String label() {
        return label;
    }

    /** The code of the text that calls it so in each language. */
    public String textCode() {
        return "domain." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ids, where they are fixed by the vocabulary; null where a programme's catalogue lists them. */
    public @Nullable Set<String> fixed() {
        return fixed;
    }
}
