package io.quanyi.impact.dimension;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Question;
import io.quanyi.facts.Quota;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The limits of either release with which usage and requested amounts are compared, and how a request compares with them. A limit that
 * a rule takes from the request is compared as what it is: the limit of the contract, or the requested quantity.
 */
final class UsageLimits {

    private final ServiceComparison comparison;
    private final Set<StatedQuota> quotas = new LinkedHashSet<>();
    private final Set<StatedQuota> each = new LinkedHashSet<>();
    private final Set<BigDecimal> groups = new TreeSet<>();
    private final Set<BigDecimal> leads = new TreeSet<>();
    private final TreeSet<UsageSpan> spans = new TreeSet<>();
    private final boolean takeLimit;
    private final boolean takeQuantity;
    private final boolean takeLeadTime;
    private final boolean takeGroup;
    private final Set<BigDecimal> quantities;
    private final Set<BigDecimal> personDays;
    private final Set<BigDecimal> numbersOfLimit;
    private final Set<BigDecimal> numbersOfQuantity;
    private final Set<BigDecimal> numbersOfStart;

    UsageLimits(ServiceComparison comparison) {
        this.comparison = comparison;
        comparison.stated(Quota.class).forEach(quota -> {
            quotas.add(new StatedQuota(quota.limit(), quota.unit()));
            spans.add(UsageSpan.of(quota.per()));
        });
        comparison.statedFromFacts(Quota.class).forEach(members -> {
            quotas.add(new StatedQuota(null, id(members, "unit")));
            spans.add(UsageSpan.of(id(members, "per")));
        });
        comparison.stated(EachLimit.class).forEach(limit -> each.add(new StatedQuota(limit.limit(), limit.unit())));
        comparison
                .statedFromFacts(EachLimit.class)
                .forEach(members -> each.add(new StatedQuota(null, id(members, "unit"))));
        comparison.stated(GroupLimit.class).forEach(limit -> groups.add(BigDecimal.valueOf(limit.users())));
        comparison.stated(LeadTime.class).forEach(lead -> leads.add(BigDecimal.valueOf(lead.days())));
        takeLimit = comparison.reads(FreeRemoteSupport.class, "limit");
        takeQuantity = comparison.reads(Question.class, "quantity");
        takeLeadTime = takes(LeadTime.class);
        takeGroup = takes(GroupLimit.class);
        quantities = comparison.numbers(Question.class, "quantity");
        personDays = comparison.numbers(Question.class, "personDays");
        numbersOfLimit = limitNumbers();
        numbersOfQuantity = quantityNumbers();
        numbersOfStart = comparison.numbers(Question.class, "leadDays");
        numbersOfStart.addAll(leads);
    }

    /** An id that a rule writes in an outcome; no fact has a field of its domain. */
    private static String id(Map<String, Object> members, String member) {
        return (String) Objects.requireNonNull(members.get(member), member);
    }

    Set<StatedQuota> quotas() {
        return quotas;
    }

    Set<StatedQuota> each() {
        return each;
    }

    /** The stated limits of a group. */
    Set<BigDecimal> groups() {
        return groups;
    }

    /** The spans over which some quota counts. */
    Set<UsageSpan> spans() {
        return spans;
    }

    /** Whether a quota counts person-days. */
    boolean countDays() {
        return quotas.stream().anyMatch(quota -> !quota.countsUses());
    }

    /** Whether a rule takes a number from the request. */
    boolean takeNumbers() {
        return takeLimit || takeQuantity || takeLeadTime || takeGroup;
    }

    /** Whether a rule takes a number from the limit of free remote supports. */
    boolean takeLimit() {
        return takeLimit;
    }

    /** Whether a rule takes a number from the requested quantity. */
    boolean takeQuantity() {
        return takeQuantity;
    }

    /** Whether a rule takes a lead time from the requested quantity. */
    boolean takeLeadTime() {
        return takeLeadTime;
    }

    /** Whether a rule takes the limit of a group from the requested quantity. */
    boolean takeGroup() {
        return takeGroup;
    }

    private boolean takes(Class<? extends Outcome> type) {
        return comparison.statedFromFacts(type).findAny().isPresent();
    }

    /** The numbers that a limit of the contract is compared with: none, and all that a rule states or tests in its place. */
    Set<BigDecimal> numbersOfLimit() {
        return numbersOfLimit;
    }

    private Set<BigDecimal> limitNumbers() {
        Set<BigDecimal> numbers = new TreeSet<>(comparison.numbers(FreeRemoteSupport.class, "limit"));
        if (takeLimit) {
            numbers.add(BigDecimal.ZERO);
            Stream.concat(quotas.stream(), each.stream())
                    .flatMap(limit -> Stream.ofNullable(limit.most()))
                    .forEach(numbers::add);
            comparison.stated(Charge.class).forEach(charge -> {
                numbers.add(charge.from());
                Stream.ofNullable(charge.to()).forEach(numbers::add);
            });
            comparison.stated(ChargeShare.class).forEach(share -> numbers.addAll(List.of(share.from(), share.to())));
        }
        return numbers;
    }

    /** The numbers that a requested quantity is compared with, apart from what is left of a limit. */
    Set<BigDecimal> numbersOfQuantity() {
        return numbersOfQuantity;
    }

    private Set<BigDecimal> quantityNumbers() {
        Set<BigDecimal> numbers = new TreeSet<>(quantities);
        if (takeLeadTime) {
            numbers.addAll(leads);
        }
        if (takeGroup) {
            numbers.addAll(groups);
        }
        return numbers;
    }

    /** The numbers that the days to the requested start are compared with. */
    Set<BigDecimal> numbersOfStart() {
        return numbersOfStart;
    }

    /** The label of what a request says of usage and amounts: true of every request that neither release can distinguish from it. */
    ValueLabel label(DecisionRequest request) {
        List<String> words = new ArrayList<>();
        AskedQuestion asked = request.question();
        if (!quantities.isEmpty() && !takeQuantity) {
            words.add("quantity " + BoundaryNumbers.position(BoundaryNumbers.decimal(asked.quantity()), quantities));
        }
        if (!personDays.isEmpty()) {
            words.add("person-days " + BoundaryNumbers.position(asked.personDays(), personDays));
        }
        words.addAll(words(request));
        return new ValueLabel("use", words);
    }

    /** How usage and amounts compare with each limit, as far as answers read them directly. */
    List<String> words(DecisionRequest request) {
        List<String> words = new ArrayList<>();
        if (takeLimit) {
            Integer agreed = request.subscription().freeRemoteSupportLimit();
            words.add("limit " + BoundaryNumbers.position(BoundaryNumbers.decimal(agreed), numbersOfLimit));
        }
        if (takeQuantity) {
            words.add("quantity "
                    + BoundaryNumbers.position(
                            BigDecimal.valueOf(request.question().quantityOrOnce()), numbersOfQuantity));
        }
        if (!quotas.isEmpty() && request.subscription().usage() == null) {
            words.add("unknown");
        }
        quotas.forEach(quota -> addQuota(words, quota, request));
        if (countDays()) {
            addIncomplete(words, request);
        }
        each.forEach(limit -> addEach(words, limit, request));
        groups.forEach(limit -> addGroup(words, BoundaryNumbers.plain(limit), limit, request));
        if (takeGroup) {
            addGroup(
                    words,
                    ElementNames.QUANTITY,
                    BigDecimal.valueOf(request.question().quantityOrOnce()),
                    request);
        }
        if (takeLeadTime) {
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
            for (UsageSpan span : spans) {
                UsageSum sum = UsageSum.in(span, request, comparison.day());
                String state = StatedQuota.state(most, quota.countsUses() ? sum.times() : sum.days(), wanted);
                words.add(state + " " + amount + " " + span.id());
            }
        }
    }

    /** Adds the spans that have an entry without person-days, apart from those of shorter spans. */
    private void addIncomplete(List<String> words, DecisionRequest request) {
        LocalDate before = LocalDate.MAX;
        for (UsageSpan span : spans) {
            LocalDate from = span.day(comparison.day());
            LocalDate end = before;
            UsageSum sum = UsageSum.of(
                    request,
                    entry -> !entry.date().isBefore(from) && entry.date().isBefore(end));
            if (sum.incomplete()) {
                words.add("incomplete " + String.join(" ", apart(span)));
            }
            before = from;
        }
    }

    /** The ids of a span and of the next shorter one that a quota counts, if there is one: usage in the first that is not in the second. */
    List<String> apart(UsageSpan span) {
        UsageSpan shorter = spans.lower(span);
        return shorter == null ? List.of(span.id()) : List.of(span.id(), shorter.id());
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
        long days = ChronoUnit.DAYS.between(comparison.day(), start);
        words.add("start " + BoundaryNumbers.position(BigDecimal.valueOf(days), numbersOfStart));
        words.add(days < request.question().quantityOrOnce() ? "start-early" : "start-late");
    }

    private static String amount(StatedQuota limit) {
        return (limit.most() == null ? ElementNames.LIMIT : BoundaryNumbers.plain(limit.most())) + " " + limit.unit();
    }
}
