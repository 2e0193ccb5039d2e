package io.quanyi.impact.usage;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.value.BoundaryNumbers;
import io.quanyi.impact.value.DimensionValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the candidate values of usage and of requested amounts: below, at and above every limit that a rule of either release states,
 * and every limit that a rule takes from the request in every position among them.
 */
public final class UsageCandidates {

    private static final BigDecimal TIME = BigDecimal.ONE;
    private static final BigDecimal DAY = new BigDecimal("0.01");
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("100000");

    private final DecisionRequest plain;
    private final UsageLimits limits;
    private final @Nullable BigDecimal agreed;
    private final Set<BigDecimal> times;
    private final Set<BigDecimal> days;
    private final List<DimensionValue> values;

    private UsageCandidates(
            UsageLimits limits, DecisionRequest plain, @Nullable BigDecimal agreed, List<DimensionValue> values) {
        this.plain = plain;
        this.limits = limits;
        this.agreed = agreed;
        this.times = numbers(limits.quotas(), StatedQuota::countsUses);
        this.days = numbers(limits.quotas(), quota -> !quota.countsUses());
        this.values = values;
    }

    private Set<BigDecimal> numbers(Collection<StatedQuota> quotas, Predicate<StatedQuota> kind) {
        return quotas.stream()
                .filter(kind)
                .map(quota -> quota.most() == null ? agreed : quota.most())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * All combinations of past usage, requested quantity, requested person-days and size of the group.
     *
     * @param plain a request about the service without usage and amounts
     */
    public static List<DimensionValue> of(UsageLimits limits, DecisionRequest plain) {
        List<DimensionValue> values = new ArrayList<>();
        for (BigDecimal agreed : agreed(limits)) {
            new UsageCandidates(limits, plain, agreed, values).combine();
        }
        return values;
    }

    /**
     * The limits that the contract may state: none, and the neighbours of every number that a limit is compared with, and of the sum
     * and the difference of two, because usage and requested amount together are compared with a limit as well as each alone.
     */
    private static List<@Nullable BigDecimal> agreed(UsageLimits limits) {
        Set<BigDecimal> numbers = new TreeSet<>();
        if (limits.takeLimit()) {
            for (BigDecimal one : limits.numbersOfLimit()) {
                for (BigDecimal other : limits.numbersOfLimit()) {
                    numbers.add(one.add(other));
                    numbers.add(one.subtract(other).abs());
                }
            }
        }
        return orAbsent(near(numbers, TIME, limits.spans().size() + 1));
    }

    /**
     * Each number with as many neighbours as there are spans, so that usage in each span may lie between two limits. A limit that the contract
     * states has one more, so that a request within it may still be for more than is left.
     */
    private static Set<BigDecimal> near(Set<BigDecimal> numbers, BigDecimal step, int steps) {
        Set<BigDecimal> near = new TreeSet<>(BoundaryNumbers.around(numbers, step, BigDecimal.ZERO));
        for (int i = 2; i <= steps; i++) {
            near.addAll(BoundaryNumbers.around(numbers, step.multiply(BigDecimal.valueOf(i)), BigDecimal.ZERO));
        }
        return near;
    }

    private void combine() {
        Set<BigDecimal> usedTimes = withNone(near(times, TIME, limits.spans().size()));
        Set<BigDecimal> usedDays = withNone(near(days, DAY, limits.spans().size()));
        Set<BigDecimal> groups = new TreeSet<>(limits.groups());
        Set<BigDecimal> counted = new TreeSet<>(limits.numbersOfQuantity());
        if (limits.takeQuantity()) {
            counted.add(TIME);
            counted.addAll(BoundaryNumbers.around(limits.numbersOfQuantity(), new BigDecimal(2), TIME));
            groups.addAll(limits.takeGroup() ? BoundaryNumbers.around(counted, TIME, TIME) : Set.of());
        }
        Set<BigDecimal> members = withNone(BoundaryNumbers.around(groups, TIME, BigDecimal.ZERO));
        counted.addAll(differences(times, usedTimes));
        counted.addAll(differences(groups, members));
        counted.addAll(numbers(limits.each(), StatedQuota::countsUses));
        Set<BigDecimal> wanted = new TreeSet<>(limits.personDays());
        wanted.addAll(differences(days, usedDays));
        List<@Nullable BigDecimal> sizes = orAbsent(groups.isEmpty() ? Set.of() : members);
        List<@Nullable BigDecimal> starts = starts(counted);
        List<@Nullable List<UsageSum>> manyTimes = usages(sums(usedTimes, times, false));
        List<@Nullable List<UsageSum>> manyDays = usages(sums(usedDays, days, true));
        List<@Nullable BigDecimal> quantities = orAbsent(BoundaryNumbers.around(counted, TIME, TIME));
        WorkBudget.requireFewTrials(quantities.size(), sizes.size(), starts.size(), manyTimes.size());
        for (BigDecimal quantity : quantities) {
            Map<String, UseValue> distinct = new LinkedHashMap<>();
            for (BigDecimal size : sizes) {
                for (BigDecimal start : starts) {
                    manyTimes.forEach(used -> add(distinct, new UseValue(quantity, null, size, start, used)));
                }
            }
            addWithDays(distinct.values(), quantity, wanted, manyDays);
        }
    }

    /** Adds each value with every distinct combination of used and requested person-days. */
    private void addWithDays(
            Collection<UseValue> known,
            @Nullable BigDecimal quantity,
            Set<BigDecimal> wanted,
            List<@Nullable List<UsageSum>> manyDays) {
        List<@Nullable BigDecimal> requested =
                orAbsent(BoundaryNumbers.around(withEach(wanted, quantity), DAY, BigDecimal.ZERO));
        WorkBudget.requireFewTrials(requested.size(), manyDays.size());
        Map<String, UseValue> distinct = new LinkedHashMap<>();
        for (BigDecimal personDays : requested) {
            manyDays.forEach(used -> add(distinct, new UseValue(quantity, personDays, null, null, used)));
        }
        WorkBudget.requireFewCandidates(known.size(), distinct.size());
        for (UseValue value : known) {
            for (UseValue more : distinct.values()) {
                if ((value.used() == null) == (more.used() == null)) {
                    values.add(value(value.with(more)));
                }
            }
        }
    }

    private void add(Map<String, UseValue> distinct, UseValue value) {
        distinct.putIfAbsent(value(value).labels().toString(), value);
    }

    /** The person-days to ask for, with those that each limit of a single use allows in all. */
    private Set<BigDecimal> withEach(Set<BigDecimal> wanted, @Nullable BigDecimal quantity) {
        Set<BigDecimal> more = new TreeSet<>(wanted);
        numbers(limits.each(), limit -> !limit.countsUses()).stream()
                .map(limit -> quantity == null ? limit : limit.multiply(quantity))
                .filter(number -> number.compareTo(MAX_AMOUNT) <= 0)
                .forEach(more::add);
        return more;
    }

    /** The days to the requested start, if a lead time is taken from the quantity; otherwise the start is a dimension of its own. */
    private List<@Nullable BigDecimal> starts(Set<BigDecimal> quantities) {
        Set<BigDecimal> numbers = new TreeSet<>();
        if (limits.takeLeadTime()) {
            numbers.addAll(limits.numbersOfStart());
            numbers.addAll(BoundaryNumbers.around(quantities, TIME, TIME));
        }
        return orAbsent(BoundaryNumbers.around(numbers, TIME, BigDecimal.ZERO));
    }

    /** The usage in all spans: unknown, and every choice of sums for each span. */
    private List<@Nullable List<UsageSum>> usages(List<UsageSum> sums) {
        List<@Nullable List<UsageSum>> usages = new ArrayList<>();
        usages.add(null);
        List<List<UsageSum>> known = List.of(List.of());
        for (int span = 0; span < limits.spans().size(); span++) {
            WorkBudget.requireFewTrials(known.size(), sums.size());
            known = known.stream()
                    .flatMap(usage -> sums.stream().map(sum -> with(usage, sum)))
                    .toList();
        }
        if (!limits.quotas().isEmpty()) {
            usages.addAll(known);
        }
        return usages;
    }

    private static List<UsageSum> with(List<UsageSum> usage, UsageSum sum) {
        List<UsageSum> more = new ArrayList<>(usage);
        more.add(sum);
        return more;
    }

    /** The sums of usage in one span, in person-days or in times, apart from that in shorter spans. */
    private List<UsageSum> sums(Set<BigDecimal> used, Set<BigDecimal> most, boolean areDays) {
        BigDecimal step = areDays ? DAY : TIME;
        Set<BigDecimal> more = new TreeSet<>(used);
        if (!most.isEmpty() && limits.spans().size() > 1) {
            more.addAll(List.of(step, step.add(step)));
        }
        List<UsageSum> sums = new ArrayList<>();
        for (BigDecimal one : more) {
            sums.add(new UsageSum(areDays ? BigDecimal.ZERO : one, areDays ? one : BigDecimal.ZERO, false));
            if (areDays && limits.countDays()) {
                sums.add(new UsageSum(BigDecimal.ZERO, one, true));
            }
        }
        return sums;
    }

    private DimensionValue value(UseValue value) {
        List<Usage> usage = value.used() == null ? null : entries(value.used());
        Consumer<RequestBuilder> setting = builder -> {
            builder.quantity(integer(value.quantity()));
            builder.personDays(value.personDays());
            builder.imGroupMembers(integer(value.size()));
            if (usage != null) {
                builder.usage(usage);
            }
            if (limits.takeLimit()) {
                builder.freeRemoteSupportLimit(integer(agreed));
            }
            if (limits.takeLeadTime()) {
                BigDecimal start = value.start();
                builder.requestedStart(start == null ? null : builder.day().plusDays(start.intValueExact()));
            }
        };
        RequestBuilder shown = RequestBuilder.from(plain);
        setting.accept(shown);
        return new DimensionValue(new LimitComparison(limits).label(shown.request()), setting);
    }

    /** Usage entries with the sums, the first of today. They state person-days only if a quota counts them. */
    private List<Usage> entries(List<UsageSum> used) {
        List<Usage> entries = new ArrayList<>();
        List<UsageSpan> spans = List.copyOf(limits.spans());
        for (int i = 0; i < used.size(); i++) {
            UsageSum sum = used.get(i);
            LocalDate day = i == 0 ? limits.day() : spans.get(i).day(limits.day());
            entries.addAll(
                    !limits.countDays()
                            ? List.of(new Usage(
                                    plain.question().service(), day, sum.times().intValueExact(), null))
                            : sum.entries(plain.question().service(), day));
        }
        return entries;
    }

    private static @Nullable Integer integer(@Nullable BigDecimal number) {
        return number == null ? null : Integer.valueOf(number.intValueExact());
    }

    /** Copies the requested amounts, the size of the group and the usage of the requested service. */
    public static void copy(DecisionRequest request, RequestBuilder builder) {
        builder.quantity(request.question().quantity());
        builder.personDays(request.question().personDays());
        builder.imGroupMembers(request.subscription().imGroupMembers());
        builder.usage(UsageSum.perSpan(request, builder.day()));
    }

    /** The differences of each limit and each used amount: the remainder of the limit. */
    private static Set<BigDecimal> differences(Set<BigDecimal> limits, Set<BigDecimal> used) {
        WorkBudget.requireFewCandidates(limits.size(), used.size());
        Set<BigDecimal> left = new TreeSet<>();
        for (BigDecimal limit : limits) {
            used.stream()
                    .map(limit::subtract)
                    .filter(number -> number.signum() >= 0 && number.compareTo(MAX_AMOUNT) <= 0)
                    .forEach(left::add);
        }
        return left;
    }

    private static Set<BigDecimal> withNone(Set<BigDecimal> numbers) {
        Set<BigDecimal> more = new TreeSet<>(numbers);
        more.add(BigDecimal.ZERO);
        return more;
    }

    private static List<@Nullable BigDecimal> orAbsent(Set<BigDecimal> numbers) {
        List<@Nullable BigDecimal> more = new ArrayList<>();
        more.add(null);
        more.addAll(numbers);
        return more;
    }
}
