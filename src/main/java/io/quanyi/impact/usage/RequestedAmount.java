package io.quanyi.impact.usage;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.value.BoundaryNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The amounts that one question requests; null for an absent member. No customer record determines them, so every amount that either
 * release could tell apart is listed.
 *
 * @param quantity the requested quantity
 * @param personDays the requested person-days
 * @param start the requested start; always null unless a lead time is taken from the quantity
 */
public record RequestedAmount(
        @Nullable Integer quantity,
        @Nullable BigDecimal personDays,
        @Nullable LocalDate start) {

    private static final BigDecimal MAX_AMOUNT = new BigDecimal("100000");
    private static final BigDecimal TIME = BigDecimal.ONE;
    private static final BigDecimal DAY = new BigDecimal("0.01");

    /**
     * The amounts that a question of a customer may have, one for each way in which they compare with what either release compares them
     * with: below, at and above every limit, the remainder of the limit after the usage of the customer, and the other numbers of rules.
     *
     * @param customer a request with the limit, the usage and the group of the customer
     */
    public static List<RequestedAmount> of(UsageLimits limits, DecisionRequest customer) {
        Set<BigDecimal> quantities = BoundaryNumbers.around(counted(limits, customer), TIME, TIME);
        LimitComparison comparison = new LimitComparison(limits);
        Map<String, RequestedAmount> distinct = new LinkedHashMap<>();
        for (BigDecimal quantity : orAbsent(quantities)) {
            for (BigDecimal days :
                    orAbsent(BoundaryNumbers.around(days(limits, customer, quantity), DAY, BigDecimal.ZERO))) {
                for (BigDecimal start : orAbsent(starts(limits, quantities))) {
                    RequestedAmount one = new RequestedAmount(
                            quantity == null ? null : Integer.valueOf(quantity.intValueExact()),
                            days,
                            start == null ? null : limits.day().plusDays(start.longValueExact()));
                    distinct.putIfAbsent(comparison.label(one.in(customer)).toString(), one);
                }
            }
        }
        return List.copyOf(distinct.values());
    }

    /** A request with these amounts. */
    public DecisionRequest in(DecisionRequest customer) {
        RequestBuilder builder =
                RequestBuilder.from(customer).quantity(quantity).personDays(personDays);
        return start == null ? builder.request() : builder.requestedStart(start).request();
    }

    /** The numbers that a requested quantity is compared with. */
    private static Set<BigDecimal> counted(UsageLimits limits, DecisionRequest customer) {
        Set<BigDecimal> numbers = new TreeSet<>(limits.numbersOfQuantity());
        if (limits.takeQuantity()) {
            numbers.add(TIME);
            numbers.addAll(BoundaryNumbers.around(limits.numbersOfQuantity(), TIME.add(TIME), TIME));
        }
        limits.quotas().stream()
                .filter(StatedQuota::countsUses)
                .forEach(quota -> addLeft(numbers, quota, customer, limits));
        limits.each().stream()
                .filter(StatedQuota::countsUses)
                .map(limit -> limit.most(customer))
                .filter(Objects::nonNull)
                .forEach(numbers::add);
        BigDecimal members = BoundaryNumbers.decimal(customer.subscription().imGroupMembers());
        for (BigDecimal group : limits.groups()) {
            numbers.add(group);
            numbers.add(group.subtract(members == null ? BigDecimal.ZERO : members));
        }
        if (limits.takeGroup() && members != null) {
            numbers.add(members);
        }
        numbers.removeIf(number -> number.signum() < 0 || number.compareTo(MAX_AMOUNT) >= 0);
        return numbers;
    }

    /** The numbers that requested person-days are compared with. */
    private static Set<BigDecimal> days(UsageLimits limits, DecisionRequest customer, @Nullable BigDecimal quantity) {
        Set<BigDecimal> numbers = new TreeSet<>(limits.personDays());
        limits.quotas().stream()
                .filter(quota -> !quota.countsUses())
                .forEach(quota -> addLeft(numbers, quota, customer, limits));
        limits.each().stream()
                .filter(limit -> !limit.countsUses())
                .map(limit -> limit.most(customer))
                .filter(Objects::nonNull)
                .map(most -> quantity == null ? most : most.multiply(quantity))
                .forEach(numbers::add);
        numbers.removeIf(number -> number.signum() < 0 || number.compareTo(MAX_AMOUNT) >= 0);
        return numbers;
    }

    /** Adds a quota, and the remainder that the customer has in each span. */
    private static void addLeft(
            Set<BigDecimal> numbers, StatedQuota quota, DecisionRequest customer, UsageLimits limits) {
        BigDecimal most = quota.most(customer);
        if (most == null) {
            return;
        }
        numbers.add(most);
        for (UsageSpan span : limits.spans()) {
            UsageSum sum = UsageSum.in(span, customer, limits.day());
            numbers.add(most.subtract(quota.countsUses() ? sum.times() : sum.days()));
        }
    }

    private static Set<BigDecimal> starts(UsageLimits limits, Set<BigDecimal> quantities) {
        Set<BigDecimal> numbers = new TreeSet<>();
        if (limits.takeLeadTime()) {
            numbers.addAll(limits.numbersOfStart());
            numbers.addAll(quantities);
        }
        return BoundaryNumbers.around(numbers, TIME, BigDecimal.ZERO);
    }

    private static List<@Nullable BigDecimal> orAbsent(Set<BigDecimal> numbers) {
        List<@Nullable BigDecimal> more = new ArrayList<>();
        more.add(null);
        more.addAll(numbers);
        return more;
    }
}
