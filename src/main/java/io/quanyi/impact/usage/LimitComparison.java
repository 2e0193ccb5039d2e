package io.quanyi.impact.usage;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.value.BoundaryNumbers;
import io.quanyi.impact.value.ValueLabel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels requests by the comparison of their usage and amounts with the limits of both releases. Requests with equal labels get equal
 * answers from each release, as far as usage and amounts decide.
 *
 * @param limits the limits with which requests are compared
 */
public record LimitComparison(UsageLimits limits) {

    /** The label of the usage and amounts of a request: true of every request that neither release can distinguish from it. */
    ValueLabel label(DecisionRequest request) {
        List<String> words = new ArrayList<>();
        AskedQuestion asked = request.question();
        if (!limits.quantities().isEmpty() && !limits.takeQuantity()) {
            words.add("quantity "
                    + BoundaryNumbers.position(BoundaryNumbers.decimal(asked.quantity()), limits.quantities()));
        }
        if (!limits.personDays().isEmpty()) {
            words.add("person-days " + BoundaryNumbers.position(asked.personDays(), limits.personDays()));
        }
        words.addAll(words(request));
        return new ValueLabel("use", words);
    }

    /** How usage and amounts compare with each limit, as far as answers read them directly. */
    public List<String> words(DecisionRequest request) {
        List<String> words = new ArrayList<>();
        if (limits.takeLimit()) {
            Integer agreed = request.subscription().freeRemoteSupportLimit();
            words.add("limit " + BoundaryNumbers.position(BoundaryNumbers.decimal(agreed), limits.numbersOfLimit()));
        }
        if (limits.takeQuantity()) {
            words.add("quantity "
                    + BoundaryNumbers.position(
                            BigDecimal.valueOf(request.question().quantityOrOnce()), limits.numbersOfQuantity()));
        }
        if (!limits.quotas().isEmpty() && request.subscription().usage() == null) {
            words.add("unknown");
        }
        limits.quotas().forEach(quota -> addQuota(words, quota, request));
        if (limits.countDays()) {
            addIncomplete(words, request);
        }
        limits.each().forEach(limit -> addEach(words, limit, request));
        limits.groups().forEach(limit -> addGroup(words, BoundaryNumbers.plain(limit), limit, request));
        if (limits.takeGroup()) {
            addGroup(
                    words,
                    UsageLimits.QUANTITY,
                    BigDecimal.valueOf(request.question().quantityOrOnce()),
                    request);
        }
        if (limits.takeLeadTime()) {
            addStart(words, request);
        }
        return words;
    }

    private void addQuota(List<String> words, StatedQuota quota, DecisionRequest request) {
        BigDecimal most = quota.most(request);
        if (most == null) {
            return;
        }
        AskedQuestion asked = request.question();
        BigDecimal days = asked.personDays() == null ? BigDecimal.ZERO : asked.personDays();
        BigDecimal wanted = quota.countsUses() ? BigDecimal.valueOf(asked.quantityOrOnce()) : days;
        String amount = amount(quota);
        if (wanted.compareTo(most) > 0) {
            words.add("more " + amount);
        }
        if (request.subscription().usage() != null) {
            for (UsageSpan span : limits.spans()) {
                UsageSum sum = UsageSum.in(span, request, limits.day());
                String state = StatedQuota.state(most, quota.countsUses() ? sum.times() : sum.days(), wanted);
                words.add(state + " " + amount + " " + span.id());
            }
        }
    }

    /** Adds the spans that have an entry without person-days, apart from those of shorter spans. */
    private void addIncomplete(List<String> words, DecisionRequest request) {
        LocalDate before = LocalDate.MAX;
        for (UsageSpan span : limits.spans()) {
            LocalDate from = span.day(limits.day());
            LocalDate end = before;
            UsageSum sum = UsageSum.of(
                    request,
                    entry -> !entry.date().isBefore(from) && entry.date().isBefore(end));
            if (sum.incomplete()) {
                words.add("incomplete " + String.join(" ", limits.apart(span)));
            }
            before = from;
        }
    }

    private static void addEach(List<String> words, StatedQuota limit, DecisionRequest request) {
        BigDecimal most = limit.most(request);
        if (most == null) {
            return;
        }
        BigDecimal quantity = BigDecimal.valueOf(request.question().quantityOrOnce());
        BigDecimal days = request.question().personDays();
        boolean over = limit.countsUses()
                ? quantity.compareTo(most) > 0
                : days != null && days.compareTo(most.multiply(quantity)) > 0;
        words.add((over ? "each-over " : "each-within ") + amount(limit));
    }

    /** Adds how the group compares with a limit: as it is, with the added members, with at least one added member, and as a new group. */
    private static void addGroup(List<String> words, String shown, BigDecimal limit, DecisionRequest request) {
        long most = limit.longValueExact();
        Integer members = request.subscription().imGroupMembers();
        Integer quantity = request.question().quantity();
        long present = members == null ? 0 : members;
        String state = present > most
                ? "group-over "
                : present + (quantity == null ? 0 : quantity) > most
                        ? "group-exceeded "
                        : present + request.question().quantityOrOnce() > most ? "group-full " : "group-within ";
        words.add(state + shown);
        if (request.question().quantityOrOnce() > most) {
            words.add("group-new " + shown);
        }
    }

    private void addStart(List<String> words, DecisionRequest request) {
        LocalDate start = request.question().requestedStart();
        if (start == null) {
            words.add("start absent");
            return;
        }
        long days = ChronoUnit.DAYS.between(limits.day(), start);
        words.add("start " + BoundaryNumbers.position(BigDecimal.valueOf(days), limits.numbersOfStart()));
        words.add(days < request.question().quantityOrOnce() ? "start-early" : "start-late");
    }

    private static String amount(StatedQuota limit) {
        return (limit.most() == null ? UsageLimits.LIMIT : BoundaryNumbers.plain(limit.most())) + " " + limit.unit();
    }
}
