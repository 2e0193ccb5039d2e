package io.quanyi.impact;

import io.quanyi.decision.AskedQuestion;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.Usage;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How much is asked for and was used before: below, at and above every limit that a term of either release states. */
final class Uses {

    private static final BigDecimal TIME = BigDecimal.ONE;
    private static final BigDecimal DAY = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("100000");

    private final Set<Limit> times;
    private final Set<Limit> days;
    private final Set<BigDecimal> each = new TreeSet<>();
    private final Set<BigDecimal> groups = new TreeSet<>();
    private final boolean spansDiffer;
    private final List<Value> values = new ArrayList<>();

    private Uses(ServicePair pair) {
        times = Limit.of(pair, "time");
        days = Limit.of(pair, "person-day");
        spansDiffer = Limit.spansDiffer(pair);
        pair.stated(EachLimit.class).forEach(limit -> each.add(limit.limit()));
        if (pair.takes(EachLimit.class).findAny().isPresent()) {
            each.addAll(Limit.taken(pair));
        }
        pair.stated(GroupLimit.class).forEach(limit -> groups.add(BigDecimal.valueOf(limit.users())));
    }

    /** Each combination of what was used, what is asked for and who is in the group. */
    static List<Value> of(ServicePair pair) {
        Uses uses = new Uses(pair);
        uses.combine(pair);
        return uses.values;
    }

    private void combine(ServicePair pair) {
        Set<BigDecimal> usedTimes = used(times, TIME);
        Set<BigDecimal> usedDays = used(days, DAY);
        Set<BigDecimal> members = withNone(Numbers.around(groups, TIME, BigDecimal.ZERO));
        Set<BigDecimal> counted = new TreeSet<>(pair.numbers(Question.class, "quantity"));
        counted.addAll(differences(numbers(times), usedTimes));
        counted.addAll(differences(groups, members));
        Set<BigDecimal> wanted = new TreeSet<>(pair.numbers(Question.class, "personDays"));
        wanted.addAll(differences(numbers(days), usedDays));
        wanted.addAll(each);
        List<@Nullable List<Usage>> usages = usages(pair, usedTimes, usedDays);
        List<@Nullable BigDecimal> quantities = orAbsent(Numbers.around(counted, TIME, TIME));
        List<@Nullable BigDecimal> manyDays = orAbsent(Numbers.around(wanted, DAY, BigDecimal.ZERO));
        List<@Nullable BigDecimal> sizes = orAbsent(groups.isEmpty() ? Set.of() : members);
        WorkBudget.bound(quantities.size(), manyDays.size(), sizes.size(), usages.size());
        for (BigDecimal quantity : quantities) {
            for (BigDecimal personDays : manyDays) {
                for (BigDecimal group : sizes) {
                    usages.forEach(usage -> values.add(value(quantity, personDays, group, usage)));
                }
            }
        }
    }

    private List<@Nullable List<Usage>> usages(ServicePair pair, Set<BigDecimal> usedTimes, Set<BigDecimal> usedDays) {
        List<@Nullable List<Usage>> usages = new ArrayList<>();
        usages.add(null);
        if (times.isEmpty() && days.isEmpty()) {
            return usages;
        }
        long before = spansDiffer ? (long) usedTimes.size() * usedDays.size() : 1;
        WorkBudget.bound(usedTimes.size(), usedDays.size() + 1L, before);
        for (BigDecimal now : usedTimes) {
            for (BigDecimal nowDays : days.isEmpty() ? orAbsent(Set.of()) : orAbsent(usedDays)) {
                Usage recent = new Usage(pair.service(), pair.day(), now.intValueExact(), nowDays);
                usages.add(List.of(recent));
                if (spansDiffer) {
                    earlier(pair, usedTimes, usedDays).forEach(old -> usages.add(List.of(recent, old)));
                }
            }
        }
        return usages;
    }

    /** What was used in the year before. */
    private List<Usage> earlier(ServicePair pair, Set<BigDecimal> usedTimes, Set<BigDecimal> usedDays) {
        List<Usage> earlier = new ArrayList<>();
        for (BigDecimal then : usedTimes) {
            for (BigDecimal thenDays : days.isEmpty() ? Set.of(BigDecimal.ZERO) : usedDays) {
                earlier.add(new Usage(pair.service(), pair.day().minusYears(1), then.intValueExact(), thenDays));
            }
        }
        return earlier;
    }

    private static Value value(
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal personDays,
            @Nullable BigDecimal group,
            @Nullable List<Usage> usage) {
        Label label = Label.of(
                "use",
                shown(quantity),
                shown(personDays),
                shown(group),
                usage == null ? "-" : usage.stream().map(Uses::shown).collect(Collectors.joining(",")));
        return new Value(label, asking -> {
            asking.quantity = quantity == null ? null : Integer.valueOf(quantity.intValueExact());
            asking.personDays = personDays;
            asking.imGroupMembers = group == null ? null : Integer.valueOf(group.intValueExact());
            asking.usage = usage;
        });
    }

    private static String shown(Usage usage) {
        return usage.times() + (usage.personDays() == null ? "" : "/" + Numbers.plain(usage.personDays()));
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "-" : Numbers.plain(number);
    }

    /** What is asked for, and what was used of the asked service. */
    static void copy(DecisionRequest request, Asking asking) {
        asking.quantity = request.question().quantity();
        asking.personDays = request.question().personDays();
        asking.imGroupMembers = request.subscription().imGroupMembers();
        asking.usage = Used.inAll(request, asking.day());
    }

    /** How a question stands to each limit. */
    static String answers(ServicePair pair, ProgrammeRelease release, DecisionRequest request) {
        return new Uses(pair).states(pair, request);
    }

    private String states(ServicePair pair, DecisionRequest request) {
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
        Used recent = Used.on(usage, pair.day());
        Used all = Used.on(usage, null);
        BigDecimal quantity = BigDecimal.valueOf(asked.quantity() == null ? 1 : asked.quantity());
        BigDecimal personDays = asked.personDays() == null ? BigDecimal.ZERO : asked.personDays();
        times.forEach(limit -> states(states, limit, recent.times(), all.times(), quantity));
        days.forEach(limit -> states(states, limit, recent.days(), all.days(), personDays));
        each.forEach(limit -> states.add("each " + (personDays.compareTo(limit) > 0)));
        groups.forEach(limit ->
                states.add("group " + group(limit, request.subscription().imGroupMembers(), asked.quantity())));
        return states.toString();
    }

    /** Also as if nothing had been used: what was used before the period begins does not count. */
    private void states(StringJoiner states, Limit limit, BigDecimal recent, BigDecimal all, BigDecimal wanted) {
        states.add(limit.state(BigDecimal.ZERO, wanted));
        if (limit.yearly() || spansDiffer) {
            states.add(limit.state(recent, wanted));
        }
        if (!limit.yearly() || spansDiffer) {
            states.add(limit.state(all, wanted));
        }
    }

    /** Whether the group is too large: as it is, with those who are added, or one at least, and as a new one. */
    private static String group(BigDecimal limit, @Nullable Integer members, @Nullable Integer quantity) {
        int most = limit.intValueExact();
        int present = members == null ? 0 : members;
        int atLeastOne = quantity == null ? 1 : quantity;
        return (present > most) + " " + (present + (quantity == null ? 0 : quantity) > most) + " "
                + (present + atLeastOne > most) + " " + (atLeastOne > most);
    }

    private static Set<BigDecimal> used(Set<Limit> limits, BigDecimal step) {
        return withNone(Numbers.around(numbers(limits), step, BigDecimal.ZERO));
    }

    private static Set<BigDecimal> numbers(Set<Limit> limits) {
        return limits.stream().map(Limit::most).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What would be left of each limit. */
    private static Set<BigDecimal> differences(Set<BigDecimal> limits, Set<BigDecimal> used) {
        WorkBudget.bound(limits.size(), used.size());
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
