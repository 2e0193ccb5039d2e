package io.quanyi.facts;

import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The domains of ids. The ids of some domains are fixed here; those of the others are listed by the catalogue of a programme. */
public enum Domain {
    SERVICE,
    SERVICE_GROUP,
    CHANNEL,
    TOPIC,
    SEVERITY,
    ACTIVITY,
    MEASURE,
    MEASURE_VALUE,
    PLAN,
    PRODUCT,
    FAMILY,
    WINDOW,
    DEPLOYMENT("public-cloud", "private-cloud-subscription", "private-cloud-perpetual", "on-premise"),
    DELIVERY("remote", "online", "on-site"),
    SERVED_BY("headquarters", "branch", "overseas-branch", "partner"),
    DELIVERER(
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
    SUBMITTED_BY("user", "partner", "staff"),
    PHASE("implementation", "operation"),
    PERIOD_STATE("before", "within", "after"),
    DAY("purchase", "signing"),
    REGION(Locale.getISOCountries()),
    CURRENCY(Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .toArray(String[]::new)),
    EFFECT("grant", "exclude", "respond-within", "resolve-within", "quota", "window", "charge", "channel"),
    DENIAL(
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
    REFERRAL("refer-to-contract"),
    SALE("needs-purchase", "available-at-fee"),
    QUOTA_UNIT("time", "person-day"),
    QUOTA_PER("service-year", "contract", "pack"),
    SHARE_OF("contract-amount"),
    CHARGE_PER("incident", "year", "person-day", "contract"),
    SEAT("dedicated"),
    PRIORITY("high", "highest", "preferential"),
    LANGUAGE("zh-CN", "en", "local"),
    FULFILMENT("first-handling-action", "human-contact"),
    CONDITION(
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

    private final @Nullable Set<String> fixed;

    Domain(String... fixed) {
        this.fixed = fixed.length == 0 ? null : Collections.unmodifiableSortedSet(new TreeSet<>(List.of(fixed)));
    }

    /** The name of the domain in files and answers, such as {@code share-of}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of the text for the name of the domain. */
    public String textCode() {
        return "domain." + code();
    }

    /** The fixed ids; null if the catalogue of a programme lists them. */
    public @Nullable Set<String> fixed() {
        return fixed;
    }
}
