package io.quanyi.impact.dimension;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.Usage;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Question;
import io.quanyi.impact.budget.WorkBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the candidate values of usage and of requested amounts: below, at and above every limit that a rule of either release states. */
final class UsageCandidates {

    private static final BigDecimal TIME = BigDecimal.ONE;
    private static final BigDecimal DAY = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("100000");

    private final Set<StatedQuota> times;
    private final Set<StatedQuota> days;
    private final Set<BigDecimal> each = new TreeSet<>();
    private final Set<BigDecimal> eachTimes = new TreeSet<>();
    private final Set<BigDecimal> groups = new TreeSet<>();
    private final boolean spansDiffer;
    private final List<DimensionValue> values = new ArrayList<>();

    private UsageCandidates(ServiceComparison comparison) {
        times = StatedQuota.of(comparison, "time");
        days = StatedQuota.of(comparison, "person-day");
        spansDiffer = StatedQuota.spansDiffer(comparison);
        comparison
                .stated(EachLimit.class)
                .forEach(limit -> (limit.unit().equals("time") ? eachTimes : each).add(limit.limit()));
        if (comparison.statedFromFacts(EachLimit.class).findAny().isPresent()) {
            each.addAll(StatedQuota.ofContract(comparison));
        }
        comparison.stated(GroupLimit.class).forEach(limit -> groups.add(BigDecimal.valueOf(limit.users())));
    }

    /** All combinations of past usage, requested quantity, requested person-days and size of the group. */
    static List<DimensionValue> of(ServiceComparison comparison) {
        UsageCandidates uses = new UsageCandidates(comparison);
        uses.combine(comparison);
        return uses.values;
    }

    private void combine(ServiceComparison comparison) {
        Set<BigDecimal> usedTimes = used(times, TIME);
        Set<BigDecimal> usedDays = used(days, DAY);
        Set<BigDecimal> members = withNone(BoundaryNumbers.around(groups, TIME, BigDecimal.ZERO));
        Set<BigDecimal> counted = new TreeSet<>(comparison.numbers(Question.class, "quantity"));
        counted.addAll(differences(numbers(times), usedTimes));
        counted.addAll(differences(groups, members));
        counted.addAll(eachTimes);
        Set<BigDecimal> wanted = new TreeSet<>(comparison.numbers(Question.class, "personDays"));
        wanted.addAll(differences(numbers(days), usedDays));
        wanted.addAll(each);
        List<@Nullable List<Usage>> usages = usages(comparison, usedTimes, usedDays);
        List<@Nullable BigDecimal> quantities = orAbsent(BoundaryNumbers.around(counted, TIME, TIME));
        List<@Nullable BigDecimal> manyDays = orAbsent(BoundaryNumbers.around(wanted, DAY, BigDecimal.ZERO));
        List<@Nullable BigDecimal> sizes = orAbsent(groups.isEmpty() ? Set.of() : members);
        WorkBudget.requireFewCandidates(quantities.size(), manyDays.size(), sizes.size(), usages.size());
        for (BigDecimal quantity : quantities) {
            for (BigDecimal personDays : manyDays) {
                for (BigDecimal group : sizes) {
                    usages.forEach(usage -> values.add(value(quantity, personDays, group, usage)));
                }
            }
        }
    }

    private List<@Nullable List<Usage>> usages(
            ServiceComparison comparison, Set<BigDecimal> usedTimes, Set<BigDecimal> usedDays) {
        List<@Nullable List<Usage>> usages = new ArrayList<>();
        usages.add(null);
        if (times.isEmpty() && days.isEmpty()) {
            return usages;
        }
        long before = spansDiffer ? (long) usedTimes.size() * usedDays.size() : 1;
        WorkBudget.requireFewCandidates(usedTimes.size(), usedDays.size() + 1L, before);
        for (BigDecimal now : usedTimes) {
            for (BigDecimal nowDays : days.isEmpty() ? orAbsent(Set.of()) : orAbsent(usedDays)) {
                Usage recent = new Usage(comparison.service(), comparison.day(), now.intValueExact(), nowDays);
                usages.add(List.of(recent));
                if (spansDiffer) {
                    earlier(comparison, usedTimes, usedDays).forEach(old -> usages.add(List.of(recent, old)));
                }
            }
        }
        return usages;
    }

    /** Usage entries of the year before. */
    private List<Usage> earlier(ServiceComparison comparison, Set<BigDecimal> usedTimes, Set<BigDecimal> usedDays) {
        List<Usage> earlier = new ArrayList<>();
        for (BigDecimal then : usedTimes) {
            for (BigDecimal thenDays : days.isEmpty() ? Set.of(BigDecimal.ZERO) : usedDays) {
                earlier.add(new Usage(
                        comparison.service(), comparison.day().minusYears(1), then.intValueExact(), thenDays));
            }
        }
        return earlier;
    }

    private static DimensionValue value(
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal personDays,
            @Nullable BigDecimal group,
            @Nullable List<Usage> usage) {
        ValueLabel label = ValueLabel.of(
                "use",
                shown(quantity),
                shown(personDays),
                shown(group),
                usage == null ? "-" : usage.stream().map(UsageCandidates::shown).collect(Collectors.joining(",")));
        return new DimensionValue(label, builder -> {
            builder.quantity(quantity == null ? null : Integer.valueOf(quantity.intValueExact()));
            builder.personDays(personDays);
            builder.imGroupMembers(group == null ? null : Integer.valueOf(group.intValueExact()));
            builder.usage(usage);
        });
    }

    private static String shown(Usage usage) {
        return usage.times() + (usage.personDays() == null ? "" : "/" + BoundaryNumbers.plain(usage.personDays()));
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "-" : BoundaryNumbers.plain(number);
    }

    /** Copies the requested amounts, the size of the group and the usage of the requested service. */
    static void copy(DecisionRequest request, RequestBuilder builder) {
        builder.quantity(request.question().quantity());
        builder.personDays(request.question().personDays());
        builder.imGroupMembers(request.subscription().imGroupMembers());
        builder.usage(UsageSum.perYear(request, builder.day()));
    }

    /** The signature of usage and amounts, as far as answers read them directly: the state of each limit. */
    static String reading(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        return new UsageCandidates(comparison).states(comparison, request);
    }

    private String states(ServiceComparison comparison, DecisionRequest request) {
        StringJoiner states = new StringJoiner(", ");
        AskedQuestion asked = request.question();
        List<Usage> usage = request.subscription().usage();
        if (!times.isEmpty() || !days.isEmpty()) {
            states.add(usage == null ? "usage unknown" : "usage known");
        }
        if (!days.isEmpty() && usage != null) {
            states.add("days of "
                    + usage.stream().map(entry -> entry.personDays() != null).toList());
        }
        UsageSum recent = UsageSum.on(usage, comparison.day());
        UsageSum all = UsageSum.on(usage, null);
        BigDecimal quantity = BigDecimal.valueOf(asked.quantity() == null ? 1 : asked.quantity());
        BigDecimal personDays = asked.personDays() == null ? BigDecimal.ZERO : asked.personDays();
        times.forEach(limit -> states(states, limit, recent.times(), all.times(), quantity));
        days.forEach(limit -> states(states, limit, recent.days(), all.days(), personDays));
        each.forEach(limit -> states.add("each " + (personDays.compareTo(limit.multiply(quantity)) > 0)));
        eachTimes.forEach(limit -> states.add("each " + (quantity.compareTo(limit) > 0)));
        groups.forEach(limit ->
                states.add("group " + group(limit, request.subscription().imGroupMembers(), asked.quantity())));
        return states.toString();
    }

    /** Adds the states of a quota: without usage, because usage before the period does not count, and with the usage that counts. */
    private void states(StringJoiner states, StatedQuota limit, BigDecimal recent, BigDecimal all, BigDecimal wanted) {
        states.add(limit.state(BigDecimal.ZERO, wanted));
        if (limit.yearly() || spansDiffer) {
            states.add(limit.state(recent, wanted));
        }
        if (!limit.yearly() || spansDiffer) {
            states.add(limit.state(all, wanted));
        }
    }

    /** Whether the group exceeds the limit: as it is, with the added members, with at least one added member, and as a new group. */
    private static String group(BigDecimal limit, @Nullable Integer members, @Nullable Integer quantity) {
        int most = limit.intValueExact();
        int present = members == null ? 0 : members;
        int atLeastOne = quantity == null ? 1 : quantity;
        return (present > most) + " " + (present + (quantity == null ? 0 : quantity) > most) + " "
                + (present + atLeastOne > most) + " " + (atLeastOne > most);
    }

    private static Set<BigDecimal> used(Set<StatedQuota> limits, BigDecimal step) {
        return withNone(BoundaryNumbers.around(numbers(limits), step, BigDecimal.ZERO));
    }

    private static Set<BigDecimal> numbers(Set<StatedQuota> limits) {
        return limits.stream().map(StatedQuota::most).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The differences of each limit and each used amount: what is left of the limit. */
    private static Set<BigDecimal> differences(Set<BigDecimal> limits, Set<BigDecimal> used) {
        WorkBudget.requireFewCandidates(limits.size(), used.size());
        Set<BigDecimal> left = new TreeSet<>();
        for (BigDecimal limit : limits) {
            used.stream()
                    .map(limit::subtract)
                    .filter(number -> number.signum() >= 0 && number.compareTo(MOST) <= 0)
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
